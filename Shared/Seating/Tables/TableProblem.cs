namespace Shared.Seating.Tables;

/// <param name="Seats">Chairs at it, at least one.</param>
/// <param name="Kitchen">The kitchen that serves it (清真); null is the common one.</param>
public sealed record RoundTable(string Id, int Seats, string? Kitchen = null);

/// <summary>People who sit at one table whatever happens: a unit, or somebody alone.</summary>
/// <param name="Size">People in it, at least one.</param>
/// <param name="Host">Somebody of the inviting side, of whom a table has at most one while there are tables enough.</param>
public sealed record TableGroup(string Id, int Size, string? Kitchen = null, bool Host = false);

/// <param name="Weight">What it is worth that both share a table; negative where they had better not. At most <see cref="TableProblem.MostWeight"/> either way.</param>
public sealed record TableWish(string A, string B, int Weight);

/// <summary>
/// Who shares a table: every group whole at one table, no table over its seats, groups to keep apart at different ones, fixed groups where they are,
/// kitchens matched; the sum of the weights of wishes whose groups share a table is to be as large as can be.
/// </summary>
public sealed record TableProblem
{
    public const int MostWeight = 100_000;
    public const int MostPeople = 20_000;

    public required IReadOnlyList<RoundTable> Tables { get; init; }
    public required IReadOnlyList<TableGroup> Groups { get; init; }
    public IReadOnlyList<TableWish> Wishes { get; init; } = [];
    public IReadOnlyList<(string A, string B)> Apart { get; init; } = [];

    /// <summary>Group to table.</summary>
    public IReadOnlyDictionary<string, string> Fixed { get; init; } = new Dictionary<string, string>();

    /// <summary>The sum of all positive weights: what no plan can exceed.</summary>
    public long Wanted => Wishes.Where(w => w.Weight > 0).Sum(w => (long)w.Weight);

    /// <summary>The same without one group and all that names it.</summary>
    public TableProblem Without(string group) => this with
    {
        Groups = [.. Groups.Where(g => g.Id != group)], Wishes = [.. Wishes.Where(w => w.A != group && w.B != group)],
        Apart = [.. Apart.Where(p => p.A != group && p.B != group)], Fixed = Fixed.Where(f => f.Key != group).ToDictionary(),
    };

    /// <summary>The sum of the weights of the wishes whose two groups share a table.</summary>
    public long Score(IReadOnlyDictionary<string, string> assignment) =>
        Wishes.Where(w => assignment.TryGetValue(w.A, out var a) && assignment.TryGetValue(w.B, out var b) && a == b).Sum(w => (long)w.Weight);
}

/// <summary>Why there can be no plan.</summary>
public enum TableConflictKind { TooManyPeople, GroupTooLarge, NoSuchKitchen, KitchenTooSmall, FixedTableTooSmall, FixedAtWrongKitchen, FixedTogetherButApart, FixedHostsTogether, TooManyApart, NoPlanFound }

/// <param name="Lines">The tables, groups and pairs that contradict each other, as the problem names them.</param>
/// <param name="Missing">How many seats or tables are missing, where that can be said.</param>
public sealed record TableConflict(TableConflictKind Kind, IReadOnlyList<string> Lines, int Missing = 0);

/// <param name="Assignment">Group to table; empty where there is none.</param>
/// <param name="Score">The sum of the weights of the wishes that it grants.</param>
/// <param name="Wanted">As <see cref="TableProblem.Wanted"/>.</param>
/// <param name="Moves">How many changes were looked at.</param>
/// <param name="Conflicts">Why there is no plan; empty where there is one.</param>
public sealed record TablePlan(IReadOnlyDictionary<string, string> Assignment, long Score, long Wanted, long Moves, IReadOnlyList<TableConflict> Conflicts)
{
    /// <summary>Of all that is wanted, in hundredths rounded down.</summary>
    public long PercentMet => Wanted == 0 ? 100 : 100 * Score / Wanted;

    public static TablePlan None(TableProblem problem, IReadOnlyList<TableConflict> conflicts, long moves = 0) => new(new Dictionary<string, string>(), 0, problem.Wanted, moves, conflicts);
}
