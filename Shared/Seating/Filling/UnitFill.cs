namespace Shared.Seating.Filling;

/// <summary>Seats units one after the other along the method's way: the first place that holds a whole unit, and two people never with an aisle between them.</summary>
sealed class UnitFill(FreeSeats free, IReadOnlyList<IReadOnlyList<FillSeat>> runs, IReadOnlySet<int> pairs)
{
    const int Pair = 2;
    const int MostApart = 400;

    /// <summary>Adds to the seated; the ids of those who found no seat.</summary>
    public IReadOnlyList<int> Run(IReadOnlyList<FillPerson> people, List<FilledSeat> seated)
    {
        var left = new List<int>();
        foreach (var unit in InOrder(people))
        {
            var places = pairs.Contains(unit[0].UnitId) ? ForTwo() : ForMany(unit.Count);
            foreach (var (person, place) in unit.Zip(places))
            {
                free.Take(place);
                seated.Add(new(person.Id, place.Id, SeatReason.Order));
            }
            left.AddRange(unit.Skip(places.Count).Select(p => p.Id));
        }
        return left;
    }

    // Delegates before observers; within a unit its head first, then as ordered.
    static IEnumerable<List<FillPerson>> InOrder(IReadOnlyList<FillPerson> people) => people.GroupBy(p => p.UnitId)
        .Select(unit => unit.OrderByDescending(p => p.IsHead).ThenBy(p => p.ListNo).ThenBy(p => p.Id).ToList())
        .OrderBy(unit => unit.Min(Late)).ThenBy(unit => unit[0].Key, StringComparer.Ordinal).ThenBy(unit => unit[0].ListNo).ThenBy(unit => unit[0].Id);

    static int Late(FillPerson person) => person.Category switch { Registration.AttendeeCategory.Media => 2, Registration.AttendeeCategory.Observer => 1, _ => 0 };

    List<FillSeat> ForTwo() => Beside(Pair) is { Count: Pair } beside ? beside : Apart();

    // Side by side, or one behind the other where the method goes from front to back.
    List<FillSeat> Beside(int count)
    {
        foreach (var run in runs)
            for (var at = 0; at + count <= run.Count; at++)
                if (Enumerable.Range(at, count).All(i => free.IsFree(run[i]))) return [.. run.Skip(at).Take(count)];
        return [];
    }

    // The nearest two that are left and have no aisle between them; else nobody of the two is seated.
    List<FillSeat> Apart()
    {
        var open = runs.SelectMany(run => run).Where(free.IsFree).Take(MostApart).ToList();
        return open.SelectMany((one, at) => open.Skip(at + 1).Where(two => two.Zone != one.Zone || two.Row != one.Row || free.Strip(one) == free.Strip(two)).Select(two => (one, two)))
            .OrderBy(pair => Distance(pair.one, pair.two)).Select(pair => (List<FillSeat>)[pair.one, pair.two]).FirstOrDefault() ?? [];
    }

    static int Distance(FillSeat one, FillSeat two) => Math.Abs(one.Zone - two.Zone) * 10_000 + Math.Abs(one.Row - two.Row) * 10 + Math.Abs(one.Column - two.Column);

    List<FillSeat> ForMany(int count)
    {
        if (count == 1) return [.. runs.SelectMany(run => run).Where(free.IsFree).Take(1)];
        if (Beside(count) is { Count: > 0 } whole) return whole;
        // Over the end of a run into the next one, as long as nobody sits between.
        var way = runs.SelectMany(run => run).ToList();
        for (var at = 0; at + count <= way.Count; at++)
            if (Enumerable.Range(at, count).All(i => free.IsFree(way[i]))) return way.GetRange(at, count);
        return [.. way.Where(free.IsFree).Take(count)];
    }
}
