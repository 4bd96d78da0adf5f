using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Data;
using Shared.Meetings;
using Shared.Registration;

namespace Shared.CheckIn;

/// <summary>One thing that happened to a person, with its time; newest first in a history.</summary>
public abstract record HistoryLine(DateTime At);

/// <param name="By">The station, or the signed-in person for a scan from a page.</param>
public sealed record ScanLine(DateTime At, string Checkpoint, ScanOutcome Outcome, ScanSource Source, bool Undone, string? By, string? Operator, string? Override) : HistoryLine(At);

public sealed record HandoutLine(DateTime At, string Item, int Count, string? CollectedBy, bool Undone) : HistoryLine(At);

public sealed record BadgeIssued(DateTime At, string Number) : HistoryLine(At);

public sealed record BadgeRevoked(DateTime At, string Number, string? Reason) : HistoryLine(At);

/// <param name="Kind">The print's own word in kebab-case.</param>
public sealed record PrintLine(DateTime At, string Kind, string By, string? Reason) : HistoryLine(At);

/// <param name="What">Kebab-case word of the trail: <c>attendee-changed</c>, <c>phone-revealed</c>.</param>
public sealed record TrailLine(DateTime At, string What, string Who, string? Details, IReadOnlyList<FieldChange> Changes) : HistoryLine(At);

/// <summary>Everything recorded about one person: scans with their refusals, hand-outs, badges, prints and changes.</summary>
public sealed class AttendeeHistory(IDbContextFactory<EventDb> dbs)
{
    public const int MostScans = 200;

    public async Task<IReadOnlyList<HistoryLine>> ReadAsync(int meetingId, int attendeeId, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        if (!await db.Attendees().Listed(meetingId).AnyAsync(a => a.Id == attendeeId, stop)) return [];
        var badges = await db.Badges().AsNoTracking().Where(b => b.AttendeeId == attendeeId && b.MeetingId == meetingId).ToListAsync(stop);
        List<HistoryLine> lines =
        [
            .. await ScansAsync(db, attendeeId, stop), .. await HandoutsAsync(db, attendeeId, stop),
            .. badges.Select(b => new BadgeIssued(b.IssuedAt, b.Number)),
            .. badges.Where(b => b.RevokedAt is not null).Select(b => new BadgeRevoked(b.RevokedAt!.Value, b.Number, b.RevokedReason)),
            .. await PrintsAsync(db, meetingId, attendeeId, [.. badges.Select(b => (long)b.Id)], stop), .. await TrailAsync(db, attendeeId, stop),
        ];
        return [.. lines.OrderByDescending(line => line.At)];
    }

    static async Task<List<ScanLine>> ScansAsync(EventDb db, int attendeeId, CancellationToken stop)
    {
        var scans = db.Scans().AsNoTracking();
        var (stations, staff, checkpoints) = (db.Stations(), db.Staff(), db.Checkpoints());
        return await scans.Where(s => s.AttendeeId == attendeeId && s.Source != ScanSource.Undo).OrderByDescending(s => s.Id).Take(MostScans)
            .Select(s => new ScanLine(s.OccurredAt, checkpoints.Where(c => c.Id == s.CheckpointId).Select(c => c.Name).First(), s.Outcome, s.Source,
                scans.Any(undo => undo.OfScanId == s.Id && undo.Source == ScanSource.Undo),
                stations.Where(t => t.Id == s.StationId).Select(t => t.Name).FirstOrDefault() ?? s.EnteredBy,
                staff.Where(m => m.Id == s.OperatorId).Select(m => m.Nickname ?? m.Name).FirstOrDefault(), s.OverrideReason))
            .ToListAsync(stop);
    }

    static Task<List<HandoutLine>> HandoutsAsync(EventDb db, int attendeeId, CancellationToken stop)
    {
        var items = db.Set<HandoutItem>();
        return db.HandoutsGiven().Where(g => g.AttendeeId == attendeeId)
            .Select(g => new HandoutLine(g.GivenAt, items.Where(i => i.Id == g.ItemId).Select(i => i.Name).First(), g.Count, g.CollectedBy, g.UndoneAt != null)).ToListAsync(stop);
    }

    static Task<List<PrintLine>> PrintsAsync(EventDb db, int meetingId, int attendeeId, List<long> badgeIds, CancellationToken stop) =>
        db.Printouts().Where(p => p.MeetingId == meetingId && p.Items.Any(i =>
                (i.Subject == "attendee" && i.SubjectId == attendeeId) || (i.Subject == "badge" && badgeIds.Contains(i.SubjectId))))
            .Select(p => new PrintLine(p.PrintedAt, p.Kind, p.PrintedBy, p.Reason)).ToListAsync(stop);

    static async Task<IEnumerable<TrailLine>> TrailAsync(EventDb db, int attendeeId, CancellationToken stop)
    {
        var (subject, details) = (RegistrationSets.Subject(attendeeId), db.Set<AuditDetail>());
        var entries = await db.AuditEntries().Where(e => e.SubjectId == subject).OrderByDescending(e => e.Id).Take(MostScans)
            .Select(e => new { e.HappenedAt, e.What, e.Who, Details = details.Where(d => d.EntryId == e.Id).Select(d => d.Details).FirstOrDefault() }).ToListAsync(stop);
        return entries.Select(e => new TrailLine(e.HappenedAt, e.What, e.Who, e.Details, FieldChange.Parse(e.Details)));
    }
}
