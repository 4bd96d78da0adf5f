using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Chinese;
using Shared.Data;

namespace Shared.Meetings;

/// <summary>A meeting as its form holds it. <see cref="FrozenAt"/> is the venue's time.</summary>
public sealed record MeetingEntry
{
    /// <summary>Null for a new one.</summary>
    public int? Id { get; init; }
    public int Year { get; init; }
    public string? Name { get; init; }
    public string? NameEn { get; init; }
    public DateOnly? FirstDay { get; init; }
    public DateOnly? LastDay { get; init; }
    public string? Venue { get; init; }
    public string? TimeZone { get; init; } = Meeting.DefaultTimeZone;
    public string? LegalBody { get; init; }
    public string? PrivacyNotice { get; init; }
    public DateTime? FrozenAt { get; init; }

    /// <summary>As <see cref="Meeting.HostIsStateOrgan"/>.</summary>
    public bool HostIsStateOrgan { get; init; } = true;
}

/// <summary>The year under which the meeting is found and its id, or what was wrong field by field.</summary>
public sealed record SaveMeetingResult(int Year, IReadOnlyList<FieldProblem> Problems, int Id = 0);

/// <summary>Makes a meeting or changes one.</summary>
public sealed class SaveMeeting(IDbContextFactory<EventDb> dbs, AuditTrail audit)
{
    public const int MostDays = 31;

    public async Task<SaveMeetingResult> RunAsync(MeetingEntry entry, string who, CancellationToken stop = default)
    {
        entry = Clean(entry);
        await using var db = await dbs.CreateDbContextAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var problems = Problems(entry).ToList();
        if (await db.Meetings().AnyAsync(m => m.Year == entry.Year && m.Id != entry.Id, stop)) problems.Add(new(nameof(entry.Year), "YearTaken"));
        var meeting = entry.Id is null ? new Meeting { Name = "", CreatedAt = audit.Now } : await db.Meetings().SingleOrDefaultAsync(m => m.Id == entry.Id, stop);
        if (entry.Id is null && await db.Meetings().AnyAsync(m => m.IsSample, stop)) problems.Add(new(nameof(entry.Id), "SampleHere"));
        if (meeting is null) problems.Add(new(nameof(entry.Id), "NoSuchMeeting"));
        if (problems.Count > 0) return new(entry.Year, problems);
        if (entry.Id is null) db.Add(meeting!);
        Write(entry, meeting!);
        await db.SaveChangesAsync(stop);
        await audit.AddAsync(db, who, entry.Id is null ? "meeting-made" : "meeting-changed", null, meeting!.Id, $"{entry.Year} {entry.Name}", stop);
        await transaction.CommitAsync(stop);
        return new(entry.Year, [], meeting.Id);
    }

    static MeetingEntry Clean(MeetingEntry entry) => entry with
    {
        Name = Empty(TextNormal.Line(entry.Name)), NameEn = Empty(TextNormal.Line(entry.NameEn)), Venue = Empty(TextNormal.Line(entry.Venue)),
        TimeZone = entry.TimeZone?.Trim(), LegalBody = Empty(TextNormal.Line(entry.LegalBody)), PrivacyNotice = Empty(entry.PrivacyNotice?.Trim()),
    };

    static string? Empty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    static IEnumerable<FieldProblem> Problems(MeetingEntry entry)
    {
        if (entry.Year is < Meeting.FirstYear or > Meeting.LastYear) yield return new(nameof(entry.Year), "OutOfRange");
        if (entry.Name is null) yield return new(nameof(entry.Name), "Missing");
        if (entry.FirstDay is null) yield return new(nameof(entry.FirstDay), "Missing");
        if (entry.LastDay is null) yield return new(nameof(entry.LastDay), "Missing");
        if (entry.FirstDay is { } from && from.Year != entry.Year) yield return new(nameof(entry.FirstDay), "OtherYear");
        if (entry.LastDay < entry.FirstDay) yield return new(nameof(entry.LastDay), "BeforeFirstDay");
        else if (entry.LastDay?.DayNumber - entry.FirstDay?.DayNumber >= MostDays) yield return new(nameof(entry.LastDay), "TooManyDays", MostDays);
        if (entry.TimeZone is null || !TimeZoneInfo.TryFindSystemTimeZoneById(entry.TimeZone, out _)) yield return new(nameof(entry.TimeZone), "UnknownZone");
        foreach (var (field, text, most) in ((string, string?, int)[])
            [(nameof(entry.Name), entry.Name, Meeting.NameLength), (nameof(entry.NameEn), entry.NameEn, Meeting.NameLength), (nameof(entry.Venue), entry.Venue, Meeting.VenueLength),
             (nameof(entry.LegalBody), entry.LegalBody, Meeting.LegalBodyLength), (nameof(entry.PrivacyNotice), entry.PrivacyNotice, Meeting.NoticeLength)])
            if (text?.Length > most) yield return new(field, "TooLong", most);
    }

    static void Write(MeetingEntry entry, Meeting meeting)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(entry.TimeZone!);
        (meeting.Year, meeting.Name, meeting.NameEn, meeting.FirstDay, meeting.LastDay) = (entry.Year, entry.Name!, entry.NameEn, entry.FirstDay!.Value, entry.LastDay!.Value);
        (meeting.Venue, meeting.TimeZone, meeting.LegalBody, meeting.PrivacyNotice) = (entry.Venue, entry.TimeZone!, entry.LegalBody, entry.PrivacyNotice);
        meeting.HostIsStateOrgan = entry.HostIsStateOrgan;
        meeting.FrozenAt = entry.FrozenAt is { } at ? TimeZoneInfo.ConvertTimeToUtc(DateTime.SpecifyKind(at, DateTimeKind.Unspecified), zone) : null;
    }
}

/// <summary>A meeting's own data, to be changed.</summary>
public sealed class MeetingSheet(IDbContextFactory<EventDb> dbs)
{
    /// <summary>Null where there is none.</summary>
    public async Task<MeetingEntry?> ReadAsync(int meetingId, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        if (await db.Meetings().AsNoTracking().SingleOrDefaultAsync(m => m.Id == meetingId, stop) is not { } m) return null;
        return new()
        {
            Id = m.Id, Year = m.Year, Name = m.Name, NameEn = m.NameEn, FirstDay = m.FirstDay, LastDay = m.LastDay, Venue = m.Venue, TimeZone = m.TimeZone,
            LegalBody = m.LegalBody, PrivacyNotice = m.PrivacyNotice, HostIsStateOrgan = m.HostIsStateOrgan,
            FrozenAt = m.FrozenAt is { } at ? TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(at, DateTimeKind.Utc), TimeZoneInfo.FindSystemTimeZoneById(m.TimeZone)) : null,
        };
    }
}
