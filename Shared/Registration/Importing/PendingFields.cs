using System.Globalization;
using System.Text.Json;
using Shared.Meetings.Importing;

namespace Shared.Registration.Importing;

/// <param name="Old">As the preview saw it; where it is otherwise by now, somebody has changed it since and is right.</param>
sealed record PendingField(string Field, string? Old, string New);

/// <summary>Values of a list as text, to wait in the database.</summary>
static class PendingFields
{
    const string DayFormat = "yyyy-MM-dd";
    const string MomentFormat = "yyyy-MM-dd'T'HH:mm";

    /// <param name="units">By which a unit is kept as its id, for a new body has no other yet.</param>
    public static string Write(PlannedChange change, IReadOnlyDictionary<UnitValue, int> units) => JsonSerializer.Serialize(change.Fields.Select(field =>
        new PendingField(field.Field.Name, InWords(field.Old), field.New is UnitValue unit ? InWords(units[unit])! : InWords(field.New)!)));

    public static IReadOnlyList<PendingField> Read(string json) => JsonSerializer.Deserialize<List<PendingField>>(json) ?? [];

    public static string? InWords(object? value) => value switch
    {
        null => null,
        UnitValue unit => unit.Id?.ToString(CultureInfo.InvariantCulture) ?? unit.Name,
        LocalMoment moment => moment.At.ToString(moment.DayOnly ? DayFormat : MomentFormat, CultureInfo.InvariantCulture),
        DietValue diet => $"{diet.Kind}|{diet.Note}",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    public static object Parse(Field field, string text) => field switch
    {
        _ when field == RosterFields.Gender => Enum.Parse<Gender>(text),
        _ when field == RosterFields.Category => Enum.Parse<AttendeeCategory>(text),
        _ when field == RosterFields.ArrivalMode || field == RosterFields.DepartureMode => Enum.Parse<TravelMode>(text),
        _ when field == RosterFields.ListNo || field == RosterFields.Companions => int.Parse(text, CultureInfo.InvariantCulture),
        _ when field == RosterFields.PickUp || field == RosterFields.DropOff || field == RosterFields.Lodging => bool.Parse(text),
        _ when field == RosterFields.ArrivalAt || field == RosterFields.DepartureAt => new LocalMoment(
            DateTime.ParseExact(text, [DayFormat, MomentFormat], CultureInfo.InvariantCulture, DateTimeStyles.None), text.Length == DayFormat.Length),
        _ when field == RosterFields.Diet => text.Split('|', 2) is [var kind, var note] ? new DietValue(Enum.Parse<DietKind>(kind), note.Length == 0 ? null : note) : new DietValue(DietKind.None, null),
        _ => text,
    };
}
