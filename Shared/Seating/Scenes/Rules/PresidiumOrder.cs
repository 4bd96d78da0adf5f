namespace Shared.Seating.Scenes.Rules;

/// <summary>
/// 主席台 order. Left and right in etiquette are those of who sits there, facing the hall; what is returned is read from left to right as the audience sees it,
/// so that own left is the right end. 中央高于两侧, 左高于右, 前排高于后排.
/// </summary>
public static class PresidiumOrder
{
    /// <summary>Ranks 1 to n, from left to right as the audience sees them.</summary>
    /// <param name="strictTwo">With two people under <see cref="EvenRule.LeftFollow"/>: the second at the first one's own left, as with more people; else the first sits left.</param>
    public static IReadOnlyList<int> Audience(int n, EvenRule rule, bool strictTwo = false)
    {
        if (n == 2) return rule == EvenRule.LeftFollow && strictTwo ? [1, 2] : [2, 1];
        var leftParity = rule == EvenRule.LeftFirst && n % 2 == 0 ? 0 : 1;
        var ranks = Enumerable.Range(1, n).ToLookup(rank => rank % 2 == leftParity);
        return [.. ranks[true].Reverse(), .. ranks[false]];
    }

    /// <summary>The same as who stands on the stage and faces the hall sees it.</summary>
    public static IReadOnlyList<int> Stage(int n, EvenRule rule, bool strictTwo = false) => [.. Audience(n, rule, strictTwo).Reverse()];

    /// <summary>How many sit in each row, the front one first and filled first.</summary>
    /// <param name="perRow">The most in a row; 0 for one row.</param>
    public static IReadOnlyList<int> RowSizes(int n, int perRow)
    {
        if (n == 0) return [];
        if (perRow <= 0 || n <= perRow) return [n];
        return [.. Enumerable.Range(0, (n + perRow - 1) / perRow).Select(row => Math.Min(perRow, n - row * perRow))];
    }

    /// <summary>Ranks row by row, the front row first, each row by the same rule.</summary>
    /// <param name="inFront">So many more, without a rank, take a chair of the front row.</param>
    public static IReadOnlyList<IReadOnlyList<int>> Rows(int n, int perRow, EvenRule rule, bool strictTwo = false, int inFront = 0)
    {
        var (rows, before) = (new List<IReadOnlyList<int>>(), 0);
        foreach (var (at, chairs) in RowSizes(n + inFront, perRow).Index())
        {
            var (first, size) = (before, Math.Max(0, at == 0 ? chairs - inFront : chairs));
            rows.Add([.. Audience(size, rule, strictTwo).Select(rank => first + rank)]);
            before += size;
        }
        return rows;
    }
}
