using Microsoft.EntityFrameworkCore;
using Shared.Data;

namespace Shared.Access;

/// <summary>The first entry that does not hold: its hash does not follow from the one before, or its details are not those it was made with.</summary>
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
        var (read, removed, previous, broken) = (0, 0, Array.Empty<byte>(), (BrokenEntry?)null);
        var links = from e in db.AuditEntries()
                    join found in db.Set<AuditDetail>() on e.Id equals found.EntryId into all
                    from d in all.DefaultIfEmpty()
                    orderby e.Id
                    select new Link(e, d);
        await foreach (var link in links.AsNoTracking().AsAsyncEnumerable().WithCancellation(stop))
        {
            if (!link.Follows(previous)) broken ??= new(link.Entry.Id, link.Entry.HappenedAt, link.Entry.What);
            if (link.IsRemoved) removed++;
            previous = link.Entry.Hash;
            if (++read % Step == 0) progress?.Report(read);
        }
        return new(read, removed, broken);
    }
}
