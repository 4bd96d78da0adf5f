using Shared.Seating.Tables;

namespace Shared.Tests.Seating.Tables;

public sealed class ArrangeTablesTests
{
    // Counted in looks, not in time: a slow machine finds what a quick one finds.
    static TablePlan Arrange(TableProblem problem, long looks = 200_000, Action<long>? progress = null) =>
        ArrangeTables.Run(problem, TimeSpan.MaxValue, progress: progress, stop: TestContext.Current.CancellationToken, looks: looks);

    [Fact]
    public void On_every_small_problem_the_plan_is_the_best_there_is_and_where_there_is_none_it_says_so()
    {
        var (solved, impossible) = (0, 0);
        for (var seed = 0; seed < 300; seed++)
        {
            var problem = SmallTables.Random(seed);
            var plans = SmallTables.Plans(problem).Select(p => problem.Score(p)).ToList();
            var found = Arrange(problem);
            if (plans.Count == 0)
            {
                Assert.NotEmpty(found.Conflicts);
                impossible++;
                continue;
            }
            Assert.True(found.Conflicts.Count == 0, $"seed {seed}: {string.Join("; ", found.Conflicts)}");
            Assert.True(SmallTables.Keeps(problem, found.Assignment), $"seed {seed}");
            Assert.True(plans.Max() == found.Score && problem.Score(found.Assignment) == found.Score, $"seed {seed}: {found.Score} of {plans.Max()}");
            solved++;
        }
        Assert.True(solved > 50 && impossible > 50, $"{solved} {impossible}");
    }

    [Theory]
    [InlineData(5, 4, 276), InlineData(4, 5, 283)]
    public void The_wedding_of_the_literature_is_seated_as_well_as_is_proven_possible(int tables, int seats, int proven)
    {
        var wishes = new Dictionary<(int, int), int>();
        foreach (var (first, last) in ((int, int)[])[(1, 9), (10, 17)])
            for (var a = first; a <= last; a++)
                for (var b = a + 1; b <= last; b++)
                    wishes[(a, b)] = 1;
        foreach (var couple in ((int, int)[])[(1, 2), (3, 4), (5, 6), (7, 8), (10, 11)]) wishes[couple] = 50;
        wishes[(3, 9)] = 10;
        var plan = Arrange(new()
        {
            Tables = [.. Enumerable.Range(1, tables).Select(t => new RoundTable($"T{t}", seats))], Groups = [.. Enumerable.Range(1, 17).Select(g => new TableGroup($"{g}", 1))],
            Wishes = [.. wishes.Select(w => new TableWish($"{w.Key.Item1}", $"{w.Key.Item2}", w.Value))],
        }, 5_000_000);
        Assert.Equal(proven, plan.Score);
    }

    [Fact]
    public void Where_every_seat_is_taken_everybody_still_has_one()
    {
        var dice = new Random(3);
        var groups = Enumerable.Range(1, 60).Select(g => new TableGroup($"u{g}", g % 4 + 1)).ToList();
        var problem = new TableProblem
        {
            Groups = groups, Tables = [.. Enumerable.Range(1, 15).Select(t => new RoundTable($"T{t}", 10))],
            Wishes = [.. Enumerable.Range(0, 200).Select(_ => (dice.Next(60), dice.Next(60))).Where(p => p.Item1 != p.Item2).Select(p => new TableWish(groups[p.Item1].Id, groups[p.Item2].Id, dice.Next(1, 20)))],
            Apart = [("u1", "u2"), ("u3", "u4"), ("u5", "u6")],
        };
        var better = new List<long>();
        var plan = Arrange(problem, 4_000_000, better.Add);
        Assert.True(SmallTables.Keeps(problem, plan.Assignment));
        Assert.True(better.Count > 1 && better.Order().SequenceEqual(better));
        Assert.Equal(better[^1], plan.Score);
    }

    [Fact]
    public void Stopped_at_once_it_gives_what_it_has()
    {
        var problem = SmallTables.Random(Enumerable.Range(0, 300).First(seed => SmallTables.Plans(SmallTables.Random(seed)).Any()));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var plan = ArrangeTables.Run(problem, TimeSpan.FromMinutes(5), progress: _ => stop.Cancel(), stop: stop.Token);
        Assert.True(SmallTables.Keeps(problem, plan.Assignment));
    }

    [Fact]
    public async Task Where_nothing_can_move_nothing_is_looked_for()
    {
        var problem = new TableProblem { Tables = [new("T1", 4), new("T2", 4)], Groups = [new("a", 2), new("b", 2)], Fixed = new Dictionary<string, string> { ["a"] = "T1", ["b"] = "T2" } };
        var plan = await Task.Run(() => ArrangeTables.Run(problem, TimeSpan.FromMinutes(5)), TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        Assert.True(SmallTables.Keeps(problem, plan.Assignment));
    }

    [Fact]
    public void What_contradicts_itself_is_named()
    {
        var problem = new TableProblem
        {
            Tables = [new("T1", 4), new("T2", 4, "halal")],
            Groups = [new("a", 2), new("b", 3), new("c", 5, "halal"), new("d", 1, "vegan")],
            Apart = [("a", "b")],
            Fixed = new Dictionary<string, string> { ["a"] = "T1", ["b"] = "T1" },
        };
        var named = Arrange(problem).Conflicts.Select(c => $"{c.Kind} {string.Join(' ', c.Lines)} {c.Missing}");
        Assert.Equal(
        [
            "TooManyPeople  3", "GroupTooLarge c 1", "NoSuchKitchen d 0", "FixedTableTooSmall T1 a b 1", "FixedTogetherButApart T1 a b 0",
        ], named);
    }

    [Fact]
    public void More_groups_apart_from_each_other_than_tables_are_named()
    {
        var problem = new TableProblem
        {
            Tables = [new("T1", 9), new("T2", 9)], Groups = [new("a", 1), new("b", 1), new("c", 1), new("d", 1)],
            Apart = [("a", "b"), ("b", "c"), ("c", "a"), ("d", "a")],
        };
        var conflict = Assert.Single(Arrange(problem).Conflicts);
        Assert.Equal((TableConflictKind.TooManyApart, 1), (conflict.Kind, conflict.Missing));
        Assert.Equal(["a", "b", "c"], conflict.Lines.Order());
    }

    [Theory]
    [InlineData("tables[T1].seats", 0, 1, "a", 1), InlineData("groups[a].size", 4, 0, "a", 1), InlineData("wishes[a,x]", 4, 1, "x", 1), InlineData("wishes[a,b].weight", 4, 1, "b", 100_001)]
    public void A_field_that_cannot_be_is_named(string field, int seats, int size, string other, int weight)
    {
        var problem = new TableProblem { Tables = [new("T1", seats)], Groups = [new("a", size), new("b", 1)], Wishes = [new("a", other, weight)] };
        Assert.StartsWith(field, Assert.Throws<ArgumentException>(() => Arrange(problem)).Message);
    }

    [Fact]
    public void Each_table_says_which_wishes_it_grants_and_which_its_people_miss()
    {
        var problem = new TableProblem { Tables = [new("T1", 4), new("T2", 2)], Groups = [new("a", 1), new("b", 2), new("c", 1)], Wishes = [new("a", "b", 3), new("b", "c", 7), new("a", "c", -1)] };
        var reasons = TableReasons.Of(problem, new Dictionary<string, string> { ["a"] = "T1", ["b"] = "T1", ["c"] = "T2" });
        Assert.Equal(["a", "b"], reasons[0].Groups);
        Assert.Equal((3L, 1, "a b", "b c"), (reasons[0].Score, reasons[0].Free, Pair(reasons[0].Granted), Pair(reasons[0].Missed)));
        Assert.Equal((0L, 1), (reasons[1].Score, reasons[1].Free));

        static string Pair(IReadOnlyList<TableWish> wishes) => string.Join(' ', Assert.Single(wishes) is var w ? [w.A, w.B] : (string[])[]);
    }
}
