using System.Globalization;
using Shared.Access;

namespace Shared.Registration.Mending;

/// <summary>One thing of which a merged record can keep only one of two.</summary>
/// <param name="Parts">What it says, piece by piece: a word of the program, a stored time or a text; empty where it says nothing.</param>
/// <param name="Take">Writes into the first what the second says.</param>
sealed record MergeField(string Name, Func<Attendee, IEnumerable<object?>> Parts, Action<Attendee, Attendee> Take)
{
    const string DayOnly = "DayOnly", Ride = "Ride", NoRide = "NoRide";

    public static readonly IReadOnlyList<MergeField> All =
    [
        new("Name", a => [a.Name], (to, from) => to.Name = from.Name),
        new("Unit", a => [a.Unit!.Organisation!.FullName], (to, from) => to.UnitId = from.UnitId),
        new("Post", a => [a.Post], (to, from) => to.Post = from.Post),
        new("Department", a => [a.Department], (to, from) => to.Department = from.Department),
        // Most records are a delegate's because nobody said otherwise.
        new("Category", a => [a.Category == AttendeeCategory.Delegate ? null : a.Category], (to, from) => to.Category = from.Category),
        new("Gender", a => [a.Gender], (to, from) => to.Gender = from.Gender),
        new("Phone", a => [Masked.Phone(a.Phone)], (to, from) => to.Phone = from.Phone),
        new("ContactPhone", a => [Masked.Phone(a.ContactPhone)], (to, from) => to.ContactPhone = from.ContactPhone),
        new("IsHead", a => [a.IsHead ? true : null], (to, from) => to.IsHead = from.IsHead),
        new("Companions", a => [a.Companions > 0 ? a.Companions : null], (to, from) => to.Companions = from.Companions),
        new("Arrival", a => Way(a, JourneyDirection.Arrival), (to, from) => TakeWay(to, from, JourneyDirection.Arrival)),
        new("Departure", a => Way(a, JourneyDirection.Departure), (to, from) => TakeWay(to, from, JourneyDirection.Departure)),
        new("Stay", Stays, TakeStay),
        new("Lodging", a => [a.Lodging], (to, from) => to.Lodging = from.Lodging),
        new("Remark", a => [a.Remark], (to, from) => to.Remark = from.Remark),
    ];

    public IReadOnlyList<string> Shown(Attendee a) => [.. Parts(a).Select(Text).OfType<string>()];

    static string? Text(object? part) => part switch
    {
        null or "" => null,
        DateTime at => at.ToString("O", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        _ => Convert.ToString(part, CultureInfo.InvariantCulture),
    };

    static IEnumerable<object?> Way(Attendee a, JourneyDirection direction) =>
        a.Journeys.Find(j => j.Direction == direction) is { } j ? [j.Mode, j.ServiceNo, j.ServiceAlias, j.Terminal, j.At, j.DayOnly ? DayOnly : null, j.NeedsRide switch { true => Ride, false => NoRide, null => null }, j.AskAgainOn] : [];

    static void TakeWay(Attendee to, Attendee from, JourneyDirection direction)
    {
        var (own, way) = (to.Journeys.Find(j => j.Direction == direction), from.Journeys.Find(j => j.Direction == direction));
        if (way is null) to.Journeys.RemoveAll(j => j.Direction == direction);
        else if (own is null) to.Journeys.Add(way.Copy());
        else own.Take(way);
    }

    static IEnumerable<object?> Stays(Attendee a) => a.Stay is { } s ? [s.Needed, s.Room, s.Roommate, s.From, s.To, s.Meals == Meals.None ? null : s.Meals] : [];

    static void TakeStay(Attendee to, Attendee from)
    {
        if (from.Stay is not { } s) to.Stay = null;
        else
        {
            to.Stay ??= new();
            (to.Stay.Needed, to.Stay.Room, to.Stay.Roommate, to.Stay.From, to.Stay.To, to.Stay.Meals) = (s.Needed, s.Room, s.Roommate, s.From, s.To, s.Meals);
        }
    }
}
