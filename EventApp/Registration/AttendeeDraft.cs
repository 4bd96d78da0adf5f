using System.Globalization;
using Shared.Meetings;
using Shared.Registration;

namespace EventApp.Registration;

/// <summary>What a form holds while it is being filled; every text as typed.</summary>
public sealed record AttendeeDraft
{
    public int? Id { get; init; }
    public int Version { get; init; }
    public string? Name { get; set; }
    public string? Unit { get; set; }
    public Gender? Gender { get; set; }
    public string? Post { get; set; }
    public string? Department { get; set; }
    public AttendeeCategory Category { get; set; } = AttendeeCategory.Delegate;
    public string? Phone { get; set; }
    public string? ContactPhone { get; set; }
    public bool IsHead { get; set; }
    public bool Speaks { get; set; }
    public bool NeedsAccess { get; set; }
    public string? Companions { get; set; } = "0";
    public string? Lodging { get; set; }
    public string? Remark { get; set; }
    public TravelDraft Arrival { get; init; } = new();
    public TravelDraft Departure { get; init; } = new();

    public static AttendeeDraft Of(AttendeeDetails person, RevealedPhones? phones, MeetingView meeting) => new()
    {
        Id = person.Id, Version = person.Version, Name = person.Name, Unit = person.Unit, Gender = person.Gender, Post = person.Post, Department = person.Department,
        Category = person.Category, Phone = phones?.Phone, ContactPhone = phones?.ContactPhone, IsHead = person.IsHead, Speaks = person.Roles.HasFlag(StageRoles.Speaks), NeedsAccess = person.NeedsAccess,
        Companions = person.Companions.ToString(CultureInfo.InvariantCulture), Lodging = person.Lodging, Remark = person.Remark,
        Arrival = TravelDraft.Of(person.Arrival, meeting), Departure = TravelDraft.Of(person.Departure, meeting),
    };

    public AttendeeEntry Entry(MeetingView meeting) => new()
    {
        Id = Id, Version = Version, Name = Name, Unit = Unit, Gender = Gender, Post = Post, Department = Department, Category = Category, Phone = Phone,
        ContactPhone = ContactPhone, IsHead = IsHead, Speaks = Speaks, NeedsAccess = NeedsAccess, Companions = int.TryParse(Companions, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : string.IsNullOrWhiteSpace(Companions) ? 0 : -1,
        Lodging = Lodging, Remark = Remark, Arrival = Arrival.Note(meeting), Departure = Departure.Note(meeting),
    };

    /// <summary>A copy that later typing does not change.</summary>
    public AttendeeDraft Copy() => this with { Arrival = Arrival with { }, Departure = Departure with { } };

    /// <summary>What another person saved, with what was typed here laid over it; the fields that both changed.</summary>
    public (AttendeeDraft Merged, IReadOnlyList<string> Both) Over(AttendeeDraft before, AttendeeDraft theirs)
    {
        var merged = theirs.Copy();
        var both = new List<string>();
        foreach (var (draft, into, old, other, prefix) in ((object, object, object, object, string)[])
            [(this, merged, before, theirs, ""), (Arrival, merged.Arrival, before.Arrival, theirs.Arrival, "Arrival."), (Departure, merged.Departure, before.Departure, theirs.Departure, "Departure.")])
            foreach (var field in draft.GetType().GetProperties().Where(p => p.SetMethod is not null && p.Name is not (nameof(Id) or nameof(Version) or nameof(Arrival) or nameof(Departure))))
            {
                var mine = field.GetValue(draft);
                if (Equals(mine, field.GetValue(old))) continue;
                if (!Equals(field.GetValue(other), field.GetValue(old)) && !Equals(field.GetValue(other), mine)) both.Add(prefix + field.Name);
                field.SetValue(into, mine);
            }
        return (merged, both);
    }
}

/// <summary>One way, there or back, as a form holds it; the time is the venue's.</summary>
public sealed record TravelDraft
{
    const string Minutes = "yyyy-MM-ddTHH:mm";

    public TravelMode? Mode { get; set; }
    public string? ServiceNo { get; set; }
    public string? Terminal { get; set; }
    public string? At { get; set; }
    public bool? NeedsRide { get; set; }

    public static TravelDraft Of(TravelNote? note, MeetingView meeting) => note is null ? new() : new()
    {
        Mode = note.Mode, ServiceNo = note.ServiceNo, Terminal = note.Terminal, NeedsRide = note.NeedsRide,
        At = note.At is { } at ? meeting.Local(at).ToString(Minutes, CultureInfo.InvariantCulture) : null,
    };

    public TravelNote Note(MeetingView meeting) => new(Mode, ServiceNo, Terminal,
        DateTime.TryParse(At, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? meeting.ToUtc(at) : null, NeedsRide);
}
