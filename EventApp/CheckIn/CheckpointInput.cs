using System.Globalization;
using Shared.CheckIn;
using Shared.Meetings;
using Shared.Registration;

namespace EventApp.CheckIn;

/// <summary>One item to hand over, as typed.</summary>
public sealed record ItemInput
{
    public int? Id { get; init; }
    public string? Name { get; set; }
    public string? Count { get; set; } = "1";
}

/// <summary>A checkpoint while its form is being filled; times are the venue's.</summary>
public sealed class CheckpointInput
{
    const string Minutes = "yyyy-MM-ddTHH:mm";

    public int? Id { get; init; }
    public string? Name { get; set; }
    public string? NameEn { get; set; }
    public CheckpointKind Kind { get; set; } = CheckpointKind.Session;
    public string? Opens { get; set; }
    public string? Closes { get; set; }
    public HoursRule Hours { get; set; } = HoursRule.Mark;
    public EntryRule Entry { get; set; } = EntryRule.Once;
    public Admission Admits { get; set; } = Admission.All;
    public HashSet<AttendeeCategory> Categories { get; init; } = [];
    public List<PersonLink> Guests { get; init; } = [];

    /// <summary>Null until somebody chooses: a meeting's first session then implies its report-in.</summary>
    public HashSet<int>? Implied { get; set; }
    public List<ItemInput> Items { get; init; } = [];
    public bool Retired { get; set; }

    public static CheckpointInput Of(PlannedCheckpoint? planned, MeetingView meeting) => planned is not { Draft: var draft } ? new()
    {
        Opens = meeting.FirstDay.ToDateTime(new(8, 0)).ToString(Minutes, CultureInfo.InvariantCulture), Closes = meeting.FirstDay.ToDateTime(new(12, 0)).ToString(Minutes, CultureInfo.InvariantCulture),
    } : new()
    {
        Id = draft.Id, Name = draft.Name, NameEn = draft.NameEn, Kind = draft.Kind, Opens = meeting.Local(draft.OpensAt).ToString(Minutes, CultureInfo.InvariantCulture),
        Closes = meeting.Local(draft.ClosesAt).ToString(Minutes, CultureInfo.InvariantCulture), Hours = draft.Hours, Entry = draft.Entry, Admits = draft.Admits,
        Categories = [.. draft.Categories], Guests = [.. planned.Guests], Implied = [.. draft.ImpliedIds ?? []], Retired = draft.Retired,
        Items = [.. draft.Items.Select(item => new ItemInput { Id = item.Id, Name = item.Name, Count = item.Count.ToString(CultureInfo.InvariantCulture) })],
    };

    /// <summary>Null where a time is missing.</summary>
    public CheckpointDraft? Draft(MeetingView meeting) => Time(Opens) is not { } opens || Time(Closes) is not { } closes ? null : new()
    {
        Id = Id, Name = Name ?? "", NameEn = NameEn, Kind = Kind, OpensAt = meeting.ToUtc(opens), ClosesAt = meeting.ToUtc(closes), Hours = Hours, Entry = Entry, Admits = Admits,
        Categories = Categories, GuestIds = [.. Guests.Select(guest => guest.Id)], ImpliedIds = Implied, Retired = Retired,
        Items = [.. Items.Where(item => !string.IsNullOrWhiteSpace(item.Name)).Select(item => new HandoutDraft(item.Id, item.Name!,
            int.TryParse(item.Count, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 0))],
    };

    /// <summary>All that was typed as one text, to tell whether anything has changed.</summary>
    public string Typed() => string.Join('\n', [Name, NameEn, $"{Kind}", Opens, Closes, $"{Hours}", $"{Entry}", $"{Admits}", string.Join(',', Categories.Order()),
        string.Join(',', Guests.Select(g => g.Id)), Implied is null ? "" : string.Join(',', Implied.Order()), $"{Retired}", string.Join(',', Items)]);

    static DateTime? Time(string? typed) => DateTime.TryParse(typed, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
