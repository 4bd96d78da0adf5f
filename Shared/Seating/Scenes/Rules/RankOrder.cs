using Shared.Meetings;

namespace Shared.Seating.Scenes.Rules;

/// <summary>Someone in an order of ranks; locked keeps the place while others are moved.</summary>
public readonly record struct RankedOne(int Id, bool Locked);

/// <summary>By what the proposal sorts: the level as entered, at one level guests before hosts, then the council's rank. It proposes only; a person confirms.</summary>
public readonly record struct RankKey(int? Level, SceneSide Side, CouncilRank? Council)
{
    // Who has no level comes after those who have one, who has no council rank after its members.
    internal (int, int, int) Parts => (Level ?? int.MaxValue, Side == SceneSide.Guest ? 0 : 1, (int?)Council ?? int.MaxValue);
}

/// <summary>Changes of an order of ranks. Ranks are typed by people, never worked out.</summary>
public static class RankOrder
{
    /// <summary>The ids in their new order; null where the moved one, or who stands at that place, is locked.</summary>
    /// <param name="to">The place to take, from 0.</param>
    public static IReadOnlyList<int>? Move(IReadOnlyList<RankedOne> order, int id, int to)
    {
        var moved = order.Single(one => one.Id == id);
        if (moved.Locked || to < 0 || to >= order.Count || order[to].Locked) return null;
        var free = order.Where(one => !one.Locked && one.Id != id).Select(one => one.Id).ToList();
        free.Insert(order.Take(to).Count(one => !one.Locked), id);
        return Fill(order, free);
    }

    /// <summary>The unlocked sorted among the places that they have; those alike stay as they stand.</summary>
    /// <param name="hostSecond">The first host comes second, whatever the level (上级首位, 本单位主要负责人, 上级第2位).</param>
    public static IReadOnlyList<int> Presort(IReadOnlyList<RankedOne> order, Func<int, RankKey> key, bool hostSecond = false)
    {
        var sorted = order.Where(one => !one.Locked).Select(one => one.Id).OrderBy(id => key(id).Parts).ToList();
        if (hostSecond && sorted.FindIndex(id => key(id).Side == SceneSide.Host) is > 1 and var at)
        {
            var host = sorted[at];
            sorted.RemoveAt(at);
            sorted.Insert(1, host);
        }
        return Fill(order, sorted);
    }

    /// <summary>Who stands beside somebody of the same key: the proposal cannot tell them apart.</summary>
    public static IReadOnlySet<int> Ties(IReadOnlyList<RankedOne> order, Func<int, RankKey> key) =>
        order.Zip(order.Skip(1)).Where(pair => !(pair.First.Locked && pair.Second.Locked) && key(pair.First.Id) == key(pair.Second.Id)).SelectMany(pair => new[] { pair.First.Id, pair.Second.Id }).ToHashSet();

    static IReadOnlyList<int> Fill(IReadOnlyList<RankedOne> order, IReadOnlyList<int> unlocked)
    {
        var next = new Queue<int>(unlocked);
        return [.. order.Select(one => one.Locked ? one.Id : next.Dequeue())];
    }
}
