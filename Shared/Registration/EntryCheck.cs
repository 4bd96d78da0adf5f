using Shared.Meetings;

namespace Shared.Registration;

/// <summary>What a form must say before a person is written.</summary>
static class EntryCheck
{
    /// <param name="units">How many units bear the typed name.</param>
    public static IEnumerable<FieldProblem> Problems(AttendeeEntry entry, int units)
    {
        if (entry.Name is null) yield return new(nameof(entry.Name), "Missing");
        if (entry.Name?.Contains('?') == true) yield return new(nameof(entry.Name), "LostCharacter");
        if (entry.Unit is null) yield return new(nameof(entry.Unit), "Missing");
        else if (units != 1) yield return new(nameof(entry.Unit), units == 0 ? "UnknownUnit" : "AmbiguousUnit");
        if (entry.Phone is not null && PhoneEntry.Read(entry.Phone) is null) yield return new(nameof(entry.Phone), "NotAMobile");
        if (entry.ContactPhone is not null && Phone(entry.ContactPhone) is null) yield return new(nameof(entry.ContactPhone), "NotAPhone");
        if (entry.Companions is < 0 or > Attendee.MostCompanions) yield return new(nameof(entry.Companions), "OutOfRange", Attendee.MostCompanions);
        foreach (var (field, text, most) in Texts(entry))
            if (text?.Length > most) yield return new(field, "TooLong", most);
    }

    /// <summary>A mobile in its stored form; a landline as typed; null where it is neither.</summary>
    public static string? Phone(string? typed) => typed is null ? null : PhoneEntry.ReadAny(typed);

    static IEnumerable<(string Field, string? Text, int Most)> Texts(AttendeeEntry entry) =>
    [
        (nameof(entry.Name), entry.Name, Attendee.NameLength), (nameof(entry.Post), entry.Post, Attendee.PostLength),
        (nameof(entry.Department), entry.Department, Attendee.DepartmentLength), (nameof(entry.Lodging), entry.Lodging, Attendee.LodgingLength),
        (nameof(entry.Remark), entry.Remark, Attendee.RemarkLength),
        ("Arrival.ServiceNo", entry.Arrival.ServiceNo, Journey.ServiceLength), ("Arrival.Terminal", entry.Arrival.Terminal, Journey.TerminalLength),
        ("Departure.ServiceNo", entry.Departure.ServiceNo, Journey.ServiceLength), ("Departure.Terminal", entry.Departure.Terminal, Journey.TerminalLength),
    ];
}
