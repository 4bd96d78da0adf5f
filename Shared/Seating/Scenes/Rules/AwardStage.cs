namespace Shared.Seating.Scenes.Rules;

/// <summary>颁奖台: presenters stand in the presidium's order, each receiver faces his own; the highest grade meets the highest rank (一等→1号, 二等→2、3号, 三等→4号起).</summary>
public static class AwardStage
{
    /// <summary>The presenter, from 1, of each receiver.</summary>
    /// <param name="grades">In the order of the list, 1 the highest; null where none is known.</param>
    public static IReadOnlyList<int> Pair(IReadOnlyList<int?> grades)
    {
        var pairs = new int[grades.Count];
        foreach (var (presenter, receiver) in Enumerable.Range(0, grades.Count).OrderBy(receiver => grades[receiver] ?? int.MaxValue).Index()) pairs[receiver] = presenter + 1;
        return pairs;
    }

    /// <summary>The pairs as set by hand where they are a permutation; else those of the rule.</summary>
    public static IReadOnlyList<int> Pair(IReadOnlyList<int?> grades, IReadOnlyList<int?> byHand) =>
        byHand.All(presenter => presenter is not null) && IsPermutation([.. byHand.Select(presenter => presenter!.Value)]) ? [.. byHand.Select(presenter => presenter!.Value)] : Pair(grades);

    /// <summary>Whether each of 1 to n stands there once.</summary>
    public static bool IsPermutation(IReadOnlyList<int> presenters) => presenters.Order().SequenceEqual(Enumerable.Range(1, presenters.Count));
}
