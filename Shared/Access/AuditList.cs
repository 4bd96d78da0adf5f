using Microsoft.EntityFrameworkCore;
using Shared.Data;

namespace Shared.Access;

/// <summary>Which entries somebody may see: those of one meeting, and those of none too where they organise all meetings.</summary>
public sealed record AuditScope(int MeetingId, bool OfNone);

/// <summary>Which entries are shown. What is null filters nothing.</summary>
public sealed record AuditFilter
{
    /// <summary>As written in the trail; ending in <c>:</c> whoever begins so.</summary>
    public string? Who { get; init; }

    /// <summary>Any of these deeds.</summary>
    public IReadOnlyList<string>? Whats { get; init; }
    public string? Subject { get; init; }

    /// <summary>UTC; the end is not included.</summary>
    public DateTime? From { get; init; }
    public DateTime? Before { get; init; }

    /// <summary>No entry made later than this one: further pages and a file show what the first page showed.</summary>
    public long? UpTo { get; init; }
}

public enum AuditDetailState { None = 1, Kept, Removed }

public sealed record AuditRow(long Id, DateTime HappenedAt, string Who, string What, string? SubjectId, AuditDetailState Detail);

/// <param name="UpTo">The last entry there was.</param>
public sealed record AuditRows(IReadOnlyList<AuditRow> Rows, int Page, int Pages, int Total, long UpTo);

/// <summary>The audit trail, the newest first.</summary>
public sealed class AuditList(IDbContextFactory<EventDb> dbs)
{
    public const int PageSize = 50;

    /// <param name="page">From 1; past the end the last page is read.</param>
    public async Task<AuditRows> ReadAsync(AuditScope scope, AuditFilter filter, int page = 1, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        return await db.AtOneMomentAsync(async () =>
        {
            var last = filter.UpTo ?? await db.AuditEntries().MaxAsync(e => (long?)e.Id, stop) ?? 0;
            var entries = Filtered(db, scope, filter);
            var total = await entries.CountAsync(stop);
            var pages = Math.Max(1, (total + PageSize - 1) / PageSize);
            page = Math.Clamp(page, 1, pages);
            return new AuditRows(await Rows(db, entries.OrderByDescending(e => e.Id).Skip((page - 1) * PageSize).Take(PageSize)).ToListAsync(stop), page, pages, total, last);
        }, stop);
    }

    internal static IQueryable<AuditEntry> Seen(EventDb db, AuditScope scope) =>
        db.AuditEntries().AsNoTracking().Where(e => e.MeetingId == scope.MeetingId || (scope.OfNone && e.MeetingId == null));

    internal static IQueryable<AuditEntry> Filtered(EventDb db, AuditScope scope, AuditFilter filter)
    {
        var entries = Seen(db, scope);
        if (filter.Who is { } who) entries = who.EndsWith(':') ? entries.Where(e => e.Who.StartsWith(who)) : entries.Where(e => e.Who == who);
        if (filter.Whats is { } whats) entries = entries.Where(e => whats.Contains(e.What));
        if (filter.Subject is { } subject) entries = entries.Where(e => e.SubjectId == subject);
        if (filter.From is { } from) entries = entries.Where(e => e.HappenedAt >= from);
        if (filter.Before is { } before) entries = entries.Where(e => e.HappenedAt < before);
        return filter.UpTo is { } last ? entries.Where(e => e.Id <= last) : entries;
    }

    static IQueryable<AuditRow> Rows(EventDb db, IQueryable<AuditEntry> entries) =>
        from e in entries
        join found in db.Set<AuditDetail>() on e.Id equals found.EntryId into all
        from d in all.DefaultIfEmpty()
        select new AuditRow(e.Id, e.HappenedAt, e.Who, e.What, e.SubjectId, d.Salt == null && d.Details == null ? AuditDetailState.Removed : d.Details == null ? AuditDetailState.None : AuditDetailState.Kept);
}
