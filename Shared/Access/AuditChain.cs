using Microsoft.EntityFrameworkCore;
using Shared.Data;

namespace Shared.Access;

/// <summary>The first entry that does not hold: its hash does not follow from the one before, its details are not those it was made with, or those up to the last that was ever written are gone; then it is the first of these, with the moment and the deed of the one before.</summary>
public sealed record BrokenEntry(long Id, DateTime HappenedAt, string What);

/// <param name="Removed">So many entries' details were removed by erasure or retention, which breaks nothing.</param>
/// <param name="Broken">Null where the chain is whole.</param>
public sealed record AuditChainView(int Entries, int Removed, BrokenEntry? Broken);

/// <summary>Whether the audit trail is as it was written.</summary>
public sealed class AuditChain(IDbContextFactory<EventDb> dbs)
{
    const int Step = 500;

    sealed record Link(AuditEntry Entry, AuditDetail? Detail)
    {
        public bool IsRemoved => Detail is null or { Salt: null, Details: null };

        public bool Follows(byte[] previous) =>
            AuditTrail.Chain(previous, Entry.Who, Entry.HappenedAt, Entry.What, Entry.SubjectId, Entry.DetailsHash).AsSpan().SequenceEqual(Entry.Hash)
            && (IsRemoved || AuditTrail.DetailsHash(Detail!.Salt ?? [], Detail.Details).AsSpan().SequenceEqual(Entry.DetailsHash));
    }

    /// <param name="progress">Told how many entries were read, every few hundred.</param>
    public async Task<AuditChainView> ReadAsync(IProgress<int>? progress = null, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var written = await WrittenAsync(db, stop);
        var (read, removed, previous, broken, last) = (0, 0, Array.Empty<byte>(), (BrokenEntry?)null, (AuditEntry?)null);
        var links = from e in db.AuditEntries()
                    join found in db.Set<AuditDetail>() on e.Id equals found.EntryId into all
                    from d in all.DefaultIfEmpty()
                    orderby e.Id
                    select new Link(e, d);
        await foreach (var link in links.AsNoTracking().AsAsyncEnumerable().WithCancellation(stop))
        {
            if (link.Entry.Id != (last?.Id ?? 0) + 1 || !link.Follows(previous)) broken ??= new(link.Entry.Id, link.Entry.HappenedAt, link.Entry.What);
            if (link.IsRemoved) removed++;
            (previous, last) = (link.Entry.Hash, link.Entry);
            if (++read % Step == 0) progress?.Report(read);
        }
        if ((last?.Id ?? 0) < written) broken ??= new((last?.Id ?? 0) + 1, last?.HappenedAt ?? DateTime.UnixEpoch, last?.What ?? "");
        return new(read, removed, broken);
    }

    // The number of the last entry that was ever written: SQLite keeps it beside the table, whatever is removed from that.
    static async Task<long> WrittenAsync(EventDb db, CancellationToken stop) =>
        (await db.Database.SqlQuery<long>($"SELECT seq AS Value FROM sqlite_sequence WHERE name = 'AuditEntry'").ToListAsync(stop)).FirstOrDefault();
}
