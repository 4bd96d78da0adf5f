using Microsoft.EntityFrameworkCore;
using Shared.Data;
using Shared.Registration;

namespace Shared.CheckIn;

/// <summary>Which places a list of arrivals shows. What is null filters nothing.</summary>
public sealed record ArrivalFilter
{
    public string? Typed { get; init; }
    public Standing? Standing { get; init; }
    /// <summary>Only those expected: arrived, on leave and absent together.</summary>
    public bool Expected { get; init; }
    public AttendeeCategory? Category { get; init; }
    public int? UnitId { get; init; }
}

/// <summary>One place at a checkpoint. <see cref="ScanId"/> is the scan that would be taken back; null where nobody has come, or somebody since replaced.</summary>
public sealed record ArrivalRow(int Id, int ListNo, string Name, string Unit, AttendeeCategory Category, AttendeeState State, Standing Standing,
    DateTime? ArrivedAt, long? ScanId, ScanTiming? Timing, int Minutes, string? By, bool Inside);

/// <summary>One page of the list, and how many of each standing the other filters leave.</summary>
public sealed record ArrivalPage(IReadOnlyList<ArrivalRow> Rows, int Page, int Pages, int Total, IReadOnlyDictionary<Standing, int> Counts);

/// <summary>Who is here and who is not, page by page: those who came with the latest first, the others in the order of the list.</summary>
public sealed class ArrivalList(IDbContextFactory<EventDb> dbs, TimeProvider clock)
{
    public const int PageSize = 50;

    /// <summary>Null where the meeting has no such checkpoint.</summary>
    /// <param name="page">From 1; past the end the last page is read.</param>
    public async Task<ArrivalPage?> ReadAsync(int meetingId, int checkpointId, ArrivalFilter filter, int page = 1, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        return await db.AtOneMomentAsync(async () =>
        {
            var scope = await CheckpointScope.ReadAsync(db, meetingId, checkpointId, clock.GetUtcNow().UtcDateTime, stop);
            return scope is null ? null : await PageAsync(db, scope, filter, page, stop);
        }, stop);
    }

    static async Task<ArrivalPage> PageAsync(EventDb db, CheckpointScope scope, ArrivalFilter filter, int page, CancellationToken stop)
    {
        var places = await FoundAsync(db, scope, filter, stop);
        var counts = await places.GroupBy(p => p.Standing).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        var standings = Shown(filter);
        var total = standings.Sum(standing => counts.GetValueOrDefault(standing));
        var shown = places.Where(p => standings.Contains(p.Standing));
        var pages = Math.Max(1, (total + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 1, pages);
        var ordered = filter.Standing is Standing.Arrived or Standing.Unplanned
            ? shown.OrderByDescending(p => p.Presence!.FirstAt).ThenBy(p => p.Holder.Id) : shown.OrderBy(p => p.Holder.ListNo).ThenBy(p => p.Holder.Id);
        var rows = await RowsAsync(db, scope, ordered.Skip((page - 1) * PageSize).Take(PageSize), stop);
        return new(rows, page, pages, total, counts);
    }

    static Standing[] Shown(ArrivalFilter filter) => filter.Standing is { } one ? [one]
        : filter.Expected ? [Standing.Arrived, Standing.OnLeave, Standing.Absent] : [Standing.Arrived, Standing.OnLeave, Standing.Absent, Standing.Unplanned];

    static async Task<IQueryable<Place>> FoundAsync(EventDb db, CheckpointScope scope, ArrivalFilter filter, CancellationToken stop)
    {
        var people = await RosterSearch.NarrowAsync(db, db.Attendees().Listed(scope.Meeting.Id), scope.Meeting.Id, filter.Typed, stop);
        if (filter.Category is not null) people = people.Where(a => a.Category == filter.Category);
        if (filter.UnitId is not null) people = people.Where(a => a.UnitId == filter.UnitId);
        return scope.Places(db, people);
    }

    static async Task<IReadOnlyList<ArrivalRow>> RowsAsync(EventDb db, CheckpointScope scope, IQueryable<Place> places, CancellationToken stop)
    {
        var (scans, stations) = (db.Scans(), db.Stations());
        var read = await (from place in places
                          let scan = scans.FirstOrDefault(s => place.Presence != null && s.Id == place.Presence.FirstScanId)
                          select new
                          {
                              place.Holder.Id, place.Holder.ListNo, place.Holder.Name, place.Holder.Category, place.Holder.State, place.Standing,
                              Unit = place.Holder.Unit!.Organisation!.ShortName ?? place.Holder.Unit!.Organisation!.FullName,
                              FirstAt = place.Presence == null ? (DateTime?)null : place.Presence.FirstAt,
                              ScanId = place.Presence == null ? (long?)null : place.Presence.FirstScanId,
                              Inside = place.Presence != null && place.Presence.Inside,
                              Timing = scan == null ? null : scan.Timing, Minutes = scan == null ? 0 : scan.Minutes,
                              By = scan == null ? null : stations.Where(s => s.Id == scan.StationId).Select(s => s.Name).FirstOrDefault() ?? scan.EnteredBy,
                          }).ToListAsync(stop);
        return [.. read.Select(r => new ArrivalRow(r.Id, r.ListNo, r.Name, r.Unit, r.Category, r.State, r.Standing, r.FirstAt ?? scope.ArrivedBefore(r.Id),
            r.ScanId, r.Timing, r.Minutes, r.By, r.Inside))];
    }
}
