namespace Shared.Seating.Tables;

/// <param name="Granted">The wishes granted at this table, the weightiest first; negative ones are what it costs.</param>
/// <param name="Missed">Wishes of its groups that sit elsewhere, the weightiest first.</param>
/// <param name="Free">Seats left.</param>
public sealed record TableReason(string Table, IReadOnlyList<string> Groups, IReadOnlyList<TableWish> Granted, IReadOnlyList<TableWish> Missed, long Score, int Free);

/// <summary>Why a plan is as it is, table by table.</summary>
public static class TableReasons
{
    public static IReadOnlyList<TableReason> Of(TableProblem problem, IReadOnlyDictionary<string, string> assignment)
    {
        var sizes = problem.Groups.ToDictionary(g => g.Id, g => g.Size);
        var wishes = problem.Wishes.Where(w => assignment.ContainsKey(w.A) && assignment.ContainsKey(w.B)).OrderByDescending(w => w.Weight).ToList();
        return [.. problem.Tables.Select(table =>
        {
            var here = assignment.Where(a => a.Value == table.Id).Select(a => a.Key).ToHashSet();
            var granted = wishes.Where(w => here.Contains(w.A) && here.Contains(w.B)).ToList();
            return new TableReason(table.Id, [.. problem.Groups.Select(g => g.Id).Where(here.Contains)], granted,
                [.. wishes.Where(w => w.Weight > 0 && here.Contains(w.A) != here.Contains(w.B))], granted.Sum(w => (long)w.Weight), table.Seats - here.Sum(g => sizes[g]));
        })];
    }
}
