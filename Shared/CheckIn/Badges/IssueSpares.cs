using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Data;

namespace Shared.CheckIn.Badges;

/// <summary>Makes badges without a person, to be printed in advance and bound at the desk.</summary>
public sealed class IssueSpares(IDbContextFactory<EventDb> dbs, BadgeMint mint, AuditTrail audit)
{
    public const int MostAtOnce = 100;

    /// <summary>The ids of the new badges, in the order of their numbers (S001 …).</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not 1 to <see cref="MostAtOnce"/>.</exception>
    public async Task<IReadOnlyList<int>> RunAsync(int meetingId, int count, string by, CancellationToken stop = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MostAtOnce);
        await using var db = await dbs.CreateDbContextAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var made = await mint.AddAsync(db, meetingId, [.. Enumerable.Repeat(((int?)null, BadgeKinds.SpareLetter), count)], stop);
        await audit.AddAsync(db, by, "spares-issued", null, meetingId, $"{made[0].Number}–{made[^1].Number}", stop);
        await transaction.CommitAsync(stop);
        mint.Tell(meetingId);
        return [.. made.Select(b => b.Id)];
    }
}
