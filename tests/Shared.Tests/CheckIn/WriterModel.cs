using Shared.CheckIn;

namespace Shared.Tests.CheckIn;

/// <summary>Check-in as a child would play it: a list of who is where, no database. The writer is held against it.</summary>
sealed class WriterModel(EntryRule door, EntryRule desk)
{
    sealed record Done(int Step, int Person, bool AtDoor, int Day, ScanOutcome Outcome, List<Done> Along)
    {
        public bool Undone { get; set; }
    }

    readonly Dictionary<(int Person, bool AtDoor, int Day), bool> inside = [];
    readonly List<Done> done = [];
    int steps;

    static int DayOf(EntryRule rule, int day) => rule == EntryRule.OncePerDay ? day : 0;

    /// <summary>The door implies the desk.</summary>
    public ScanOutcome Scan(int person, bool atDoor, ScanDirection? direction, int day)
    {
        var rule = atDoor ? door : desk;
        var place = (person, atDoor, DayOf(rule, day));
        var known = inside.TryGetValue(place, out var isIn);
        var leaves = direction == ScanDirection.Out || (direction is null && rule == EntryRule.ReEntry && known && isIn);
        var outcome = leaves ? known && isIn ? ScanOutcome.Goodbye : ScanOutcome.NotInside
            : !known ? ScanOutcome.Welcome : !isIn && rule == EntryRule.ReEntry ? ScanOutcome.WelcomeBack : ScanOutcome.AlreadyIn;
        var entry = new Done(steps++, person, atDoor, place.Item3, outcome, []);
        done.Add(entry);
        if (!Admitted(outcome)) return outcome;
        inside[place] = !leaves;
        if (outcome != ScanOutcome.Welcome || !atDoor) return outcome;
        var implied = (person, false, DayOf(desk, day));
        if (!inside.TryAdd(implied, true)) return outcome;
        var along = new Done(entry.Step, person, false, implied.Item3, ScanOutcome.Welcome, []);
        entry.Along.Add(along);
        done.Add(along);
        return outcome;
    }

    /// <summary>Takes the n-th scan back; null where that is right.</summary>
    public DeskRefusal? Undo(int step)
    {
        var entry = done.First(d => d.Step == step);
        if (!Admitted(entry.Outcome)) return DeskRefusal.NothingToUndo;
        if (entry.Undone) return DeskRefusal.AlreadyUndone;
        List<Done> all = [entry, .. entry.Along.Where(along => !along.Undone)];
        if (all.Exists(taken => done.Skip(done.IndexOf(taken) + 1).Any(later => Same(later, taken) && !later.Undone && Admitted(later.Outcome))))
            return DeskRefusal.LaterScanFirst;
        foreach (var taken in all)
        {
            var place = (taken.Person, taken.AtDoor, taken.Day);
            if (taken.Outcome == ScanOutcome.Welcome) inside.Remove(place);
            else inside[place] = taken.Outcome == ScanOutcome.Goodbye;
            taken.Undone = true;
        }
        return null;
    }

    static bool Admitted(ScanOutcome outcome) => outcome is ScanOutcome.Welcome or ScanOutcome.WelcomeBack or ScanOutcome.Goodbye;

    static bool Same(Done one, Done other) => (one.Person, one.AtDoor, one.Day) == (other.Person, other.AtDoor, other.Day);

    /// <summary>Who is recorded where, on which day, and whether inside now.</summary>
    public IEnumerable<(int Person, bool AtDoor, int Day, bool Inside)> Rows => inside.Select(row => (row.Key.Person, row.Key.AtDoor, row.Key.Day, row.Value)).Order();
}
