using System.Collections.Concurrent;

namespace Shared.Data;

/// <summary>
/// Within this process, lets whoever answers people write before whoever brings in much. SQLite's own lock knows no order:
/// who comes late may get it first, and who waits for it sleeps in ever longer steps.
/// </summary>
public sealed class RightOfWay
{
    static readonly ConcurrentDictionary<string, RightOfWay> Ways = new(StringComparer.Ordinal);

    /// <summary>Claims that never end must not hold up a long work for good.</summary>
    static readonly TimeSpan MostPatience = TimeSpan.FromMilliseconds(50), Step = TimeSpan.FromMilliseconds(1);

    readonly AutoResetEvent ended = new(false);
    volatile bool claimed;

    /// <summary>The one of a database file.</summary>
    public static RightOfWay Of(string database) => Ways.GetOrAdd(Path.GetFullPath(database), _ => new RightOfWay());

    /// <summary>True while somebody waits for the lock or holds it on whom people wait.</summary>
    public bool IsClaimed => claimed;

    public void Claim() => claimed = true;

    public void Release() => claimed = false;

    /// <summary>For the claimer while the lock is another's: until a piece has ended, or one millisecond.</summary>
    public void AwaitPiece() => ended.WaitOne(Step);

    /// <summary>For a long work between its pieces: until nobody claims, for a short while at most.</summary>
    public async Task ClearAsync()
    {
        for (var waited = TimeSpan.Zero; claimed && waited < MostPatience; waited += Step) await Task.Delay(Step);
    }

    /// <summary>A piece is committed: who claims may go.</summary>
    public void PieceEnded() => ended.Set();
}
