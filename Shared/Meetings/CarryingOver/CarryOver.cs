using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Data;
using Shared.Live;

namespace Shared.Meetings.CarryingOver;

public abstract record CarryOverResult
{
    /// <param name="Copied">How many of each kind, by its word; 0 where all were there already.</param>
    /// <param name="LeftOut">How many could not come along, of the kinds where there are such.</param>
    public sealed record Carried(IReadOnlyDictionary<string, int> Copied, IReadOnlyDictionary<string, int> LeftOut) : CarryOverResult;

    /// <summary>One of the two is not there, or the earlier one is not earlier.</summary>
    public sealed record NoSuchMeeting : CarryOverResult;
}

/// <summary>Takes over from an earlier meeting what was ticked, all or nothing. Run again it adds what is missing and changes nothing else.</summary>
public sealed class CarryOver(IDbContextFactory<EventDb> dbs, IEnumerable<ICarriedOver> kinds, AuditTrail audit, LiveUpdates live)
{
    public async Task<CarryOverResult> RunAsync((int From, int To) meetings, IReadOnlyCollection<string> words, string who, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var from = await db.Meetings().AsNoTracking().SingleOrDefaultAsync(m => m.Id == meetings.From, stop);
        var to = await db.Meetings().SingleOrDefaultAsync(m => m.Id == meetings.To, stop);
        if (from is null || to is null || from.IsSample || from.Year >= to.Year) return new CarryOverResult.NoSuchMeeting();
        var (copied, left) = (new Dictionary<string, int>(), new Dictionary<string, int>());
        foreach (var kind in kinds.Where(kind => words.Contains(kind.Word)).OrderBy(kind => kind.Order))
        {
            var count = await kind.CopyAsync(db, from, to, stop);
            copied[kind.Word] = count.Copied;
            if (count.LeftOut > 0) left[kind.Word] = count.LeftOut;
        }
        await audit.AddAsync(db, who, "carried-over", $"meeting:{from.Year}", to.Id, string.Join(", ", copied.Select(pair => $"{pair.Key} {pair.Value}")), stop);
        await transaction.CommitAsync(stop);
        live.Tell(MeetingsSets.Bodies(to.Id));
        return new CarryOverResult.Carried(copied, left);
    }
}
