using Microsoft.EntityFrameworkCore;
using Shared.Data;
using Shared.Meetings;
using Shared.Registration;

namespace Shared.CheckIn;

/// <summary>Which attempts a log shows. What is null filters nothing.</summary>
public sealed record ScanFilter
{
    public int? CheckpointId { get; init; }
    public int? StationId { get; init; }
    public ScanOutcome? Outcome { get; init; }

    /// <summary>Only attempts made since then, each once: no implied rows and none that take back.</summary>
    public DateTime? Since { get; init; }

    /// <summary>Only what came in offline and needs a human's look: a clamped clock, or somebody who would not have been admitted.</summary>
    public bool ToCheck { get; init; }
}

/// <summary>One attempt as logged. The person is unknown for a code that nobody knows.</summary>
public sealed record ScanRow(long Id, DateTime OccurredAt, DateTime RecordedAt, string Checkpoint, string? CheckpointEn, ScanOutcome Outcome, ScanSource Source,
    bool Offline, bool Clamped, bool Conflict, bool Undone, int? AttendeeId, string? Name, string? Unit, string? By, string? Operator, string? Reason);

public sealed record ScanPage(IReadOnlyList<ScanRow> Rows, int Page, int Pages, int Total);

/// <summary>The log of attempts, the newest first, refusals too.</summary>
public sealed class ScanList(IDbContextFactory<EventDb> dbs)
{
    public const int PageSize = 50;

    /// <param name="page">From 1; past the end the last page is read.</param>
    public async Task<ScanPage> ReadAsync(int meetingId, ScanFilter filter, int page = 1, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        return await db.AtOneMomentAsync(async () =>
        {
            var scans = Filtered(db, meetingId, filter);
            var total = await scans.CountAsync(stop);
            var pages = Math.Max(1, (total + PageSize - 1) / PageSize);
            page = Math.Clamp(page, 1, pages);
            return new ScanPage(await RowsAsync(db, scans.OrderByDescending(s => s.Id).Skip((page - 1) * PageSize).Take(PageSize), stop), page, pages, total);
        }, stop);
    }

    static IQueryable<Scan> Filtered(EventDb db, int meetingId, ScanFilter filter)
    {
        var scans = db.Scans().Where(s => s.MeetingId == meetingId);
        if (filter.CheckpointId is { } checkpoint) scans = scans.Where(s => s.CheckpointId == checkpoint);
        if (filter.StationId is { } station) scans = scans.Where(s => s.StationId == station);
        if (filter.Outcome is { } outcome) scans = scans.Where(s => s.Outcome == outcome && s.Source != ScanSource.Undo);
        if (filter.Since is { } since) scans = scans.Where(s => s.OccurredAt >= since && s.Source != ScanSource.Implied && s.Source != ScanSource.Undo);
        return filter.ToCheck ? scans.Where(s => s.Offline && (s.Conflict || s.Clamped)) : scans;
    }

    static Task<List<ScanRow>> RowsAsync(EventDb db, IQueryable<Scan> page, CancellationToken stop)
    {
        var (scans, people, stations, staff, checkpoints) = (db.Scans(), db.Attendees(), db.Stations(), db.Staff(), db.Checkpoints());
        return (from s in page
                let person = people.Where(a => a.Id == s.AttendeeId).Select(a => new { a.Name, Unit = a.Unit!.Organisation!.ShortName ?? a.Unit!.Organisation!.FullName }).FirstOrDefault()
                let checkpoint = checkpoints.First(c => c.Id == s.CheckpointId)
                select new ScanRow(s.Id, s.OccurredAt, s.RecordedAt, checkpoint.Name, checkpoint.NameEn, s.Outcome, s.Source, s.Offline, s.Clamped, s.Conflict,
                    scans.Any(undo => undo.OfScanId == s.Id && undo.Source == ScanSource.Undo), s.AttendeeId, person.Name, person.Unit,
                    stations.Where(t => t.Id == s.StationId).Select(t => t.Name).FirstOrDefault() ?? s.EnteredBy,
                    staff.Where(m => m.Id == s.OperatorId).Select(m => m.Nickname ?? m.Name).FirstOrDefault(), s.OverrideReason))
            .ToListAsync(stop);
    }
}
