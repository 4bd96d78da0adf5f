using Microsoft.EntityFrameworkCore;
using Shared.Data;

namespace Shared.Access;

/// <param name="Details">Null where there were none, and where they were removed.</param>
public sealed record AuditEntryView(long Id, DateTime HappenedAt, string Who, string What, string? SubjectId, string? Details, bool Removed);

/// <summary>Entries with their details, the newest first: for a file.</summary>
public sealed class AuditExtract(IDbContextFactory<EventDb> dbs)
{
    public async Task<IReadOnlyList<AuditEntryView>> ReadAsync(AuditScope scope, AuditFilter filter, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        return await Views(db, AuditList.Filtered(db, scope, filter).OrderByDescending(e => e.Id)).ToListAsync(stop);
    }

    internal static IQueryable<AuditEntryView> Views(EventDb db, IQueryable<AuditEntry> entries) =>
        from e in entries
        join found in db.Set<AuditDetail>() on e.Id equals found.EntryId into all
        from d in all.DefaultIfEmpty()
        select new AuditEntryView(e.Id, e.HappenedAt, e.Who, e.What, e.SubjectId, d.Details, d.Salt == null && d.Details == null);
}

/// <summary>One entry with its details, asked for when somebody opens it; null where it is not theirs to see.</summary>
public sealed class AuditCard(IDbContextFactory<EventDb> dbs)
{
    public async Task<AuditEntryView?> ReadAsync(AuditScope scope, long id, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        return await AuditExtract.Views(db, AuditList.Seen(db, scope).Where(e => e.Id == id)).SingleOrDefaultAsync(stop);
    }
}

/// <summary>Everybody who did something, as the trail writes them.</summary>
public sealed class AuditedPeople(IDbContextFactory<EventDb> dbs)
{
    public async Task<IReadOnlyList<string>> ReadAsync(AuditScope scope, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        return await AuditList.Seen(db, scope).Select(e => e.Who).Distinct().ToListAsync(stop);
    }
}
