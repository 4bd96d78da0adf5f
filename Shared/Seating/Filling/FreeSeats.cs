namespace Shared.Seating.Filling;

/// <summary>The seats that nobody has yet, with the strips between aisles that they lie in.</summary>
sealed class FreeSeats
{
    readonly List<FillSeat> all;
    readonly HashSet<int> taken;
    readonly Dictionary<int, int> strips = [];

    public FreeSeats(IReadOnlyList<FillSeat> seats, IReadOnlySet<int> kept)
    {
        all = [.. seats.OrderBy(s => s.Zone).ThenBy(s => s.Row).ThenBy(s => s.Column)];
        taken = [.. all.Where(s => !s.Usable || kept.Contains(s.Id)).Select(s => s.Id)];
        var strip = 0;
        // A blocked seat is still no aisle.
        foreach (var (at, seat) in all.Index()) strips[seat.Id] = at > 0 && all[at - 1] is var last && last.Zone == seat.Zone && last.Row == seat.Row && last.Column == seat.Column - 1 ? strip : ++strip;
    }

    /// <summary>Front to back, from the left.</summary>
    public IReadOnlyList<FillSeat> All => all;

    public bool IsFree(FillSeat seat) => !taken.Contains(seat.Id);

    public void Take(FillSeat seat) => taken.Add(seat.Id);

    /// <summary>Seats next to each other in one row with no aisle between have one number.</summary>
    public int Strip(FillSeat seat) => strips[seat.Id];

    /// <summary>The rows kept for those of rank, the first one first, each from its middle outwards, of two alike the own left of the stage first.</summary>
    public IEnumerable<FillSeat> FrontFromMiddle() => all.Where(s => s.IsFront && IsFree(s)).GroupBy(s => (s.Zone, s.Row)).SelectMany(row => FromMiddle(row, Middle(row.Key.Zone)));

    /// <summary>Behind the front rows, row by row: aisle by aisle, the seat beside it first. Where no aisle runs through the rows, their ends lie at one.</summary>
    public IEnumerable<FillSeat> BesideAisles(int near) => all.Where(s => !s.IsFront).GroupBy(s => (s.Zone, s.Row)).SelectMany(row =>
    {
        var runs = row.GroupBy(Strip).Select(run => run.ToList()).ToList();
        var ends = runs.Count > 1 ? runs.SkipLast(1).Select(run => (Left: run, Right: runs[runs.IndexOf(run) + 1])) : [(Left: new List<FillSeat>(), Right: runs[0])];
        return ends.SelectMany(aisle => Enumerable.Range(0, near).SelectMany(step => aisle.Left.TakeLast(step + 1).Take(aisle.Left.Count > step ? 1 : 0).Concat(aisle.Right.Skip(step).Take(1)))).Distinct();
    }).Where(IsFree);

    double Middle(int zone) => all.Where(s => s.Zone == zone) is var seats ? (seats.Min(s => s.Column) + seats.Max(s => s.Column)) / 2.0 : 0;

    static IEnumerable<FillSeat> FromMiddle(IEnumerable<FillSeat> row, double middle) => row.OrderBy(s => Math.Abs(s.Column - middle)).ThenByDescending(s => s.Column);

    /// <summary>The free seats as the method walks through them, cut where the walk jumps: people of one unit sit within a run as long as there is room.</summary>
    /// <param name="front">The rows kept for those of rank, or all others.</param>
    public IReadOnlyList<IReadOnlyList<FillSeat>> Runs(FillMethod method, bool front)
    {
        var some = all.Where(s => s.IsFront == front).ToList();
        return [.. (method switch
        {
            FillMethod.Down => some.GroupBy(s => (s.Zone, s.Column)).OrderBy(c => c.Key.Zone).ThenBy(c => c.Key.Column).Select(column => column.ToList()),
            FillMethod.Sides => some.GroupBy(s => (s.Zone, s.Column)).OrderBy(c => c.Key.Zone).ThenBy(c => Math.Abs(c.Key.Column - Middle(c.Key.Zone))).ThenByDescending(c => c.Key.Column).Select(column => column.ToList()),
            // A strip of one row lies behind that of the row before where it begins at the same column.
            FillMethod.Blocks => some.GroupBy(Strip).GroupBy(run => (run.First().Zone, run.First().Column)).OrderBy(strip => strip.Key.Zone).ThenBy(strip => strip.Key.Column).SelectMany(strip => strip.Select(run => run.ToList())),
            _ => some.GroupBy(Strip).Select(run => run.ToList()),
        }).Select(run => (IReadOnlyList<FillSeat>)run)];
    }
}
