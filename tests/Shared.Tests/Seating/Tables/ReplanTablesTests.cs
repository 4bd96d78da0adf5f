using Shared.Seating.Tables;

namespace Shared.Tests.Seating.Tables;

public sealed class ReplanTablesTests
{
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    [Fact]
    public void On_every_small_problem_as_few_people_move_as_can_and_of_those_plans_it_is_the_best()
    {
        var (stayed, moved) = (0, 0);
        for (var seed = 0; seed < 400; seed++)
        {
            var problem = SmallTables.Random(seed);
            var came = problem.Groups[^1].Id;
            var before = SmallTables.Plans(problem.Without(came)).OrderByDescending(problem.Score).FirstOrDefault();
            if (before is null) continue;
            var least = problem.Score(before);
            var plans = SmallTables.Plans(problem).Select(p => (People: People(problem, before, p), Score: problem.Score(p))).Where(p => p.Score >= least).ToList();
            var answer = ReplanTables.Run(problem, before, Limit, TestContext.Current.CancellationToken);
            if (plans.Count == 0) continue;
            var best = plans.OrderBy(p => p.People).ThenByDescending(p => p.Score).First();
            Assert.True(SmallTables.Keeps(problem, answer.Plan.Assignment), $"seed {seed}");
            Assert.True(answer.Fewest && (answer.People, answer.Plan.Score) == best, $"seed {seed}: {answer.People} {answer.Plan.Score} of {best}");
            Assert.Equal(answer.People, People(problem, before, answer.Plan.Assignment));
            if (best.People == 0) stayed++; else moved++;
        }
        Assert.True(stayed > 20 && moved > 10, $"{stayed} {moved}");
    }

    [Fact]
    public void When_somebody_is_gone_nobody_moves()
    {
        var problem = SmallTables.Random(Enumerable.Range(0, 300).First(seed => SmallTables.Plans(SmallTables.Random(seed)).Any()));
        var before = SmallTables.Plans(problem).MaxBy(problem.Score)!;
        var answer = ReplanTables.Run(problem.Without(problem.Groups[0].Id), before, Limit, TestContext.Current.CancellationToken);
        Assert.Empty(answer.Moved);
        Assert.True(answer.Fewest);
    }

    [Fact]
    public void Where_many_must_move_there_is_a_plan_all_the_same()
    {
        // Four tables of six hold three pairs each but for one chair at each: a group of four makes room by moving pairs and ones about.
        var groups = Enumerable.Range(1, 20).Select(g => new TableGroup($"g{g}", 1)).Append(new("new", 4)).ToList();
        var problem = new TableProblem { Tables = [.. Enumerable.Range(1, 4).Select(t => new RoundTable($"T{t}", 6))], Groups = groups };
        var before = groups.Take(20).Select((g, i) => (g.Id, Table: $"T{i / 5 + 1}")).ToDictionary(p => p.Id, p => p.Table);
        var answer = ReplanTables.Run(problem, before, Limit, TestContext.Current.CancellationToken);
        Assert.True(SmallTables.Keeps(problem, answer.Plan.Assignment));
        Assert.Equal(3, answer.People);
    }

    static int People(TableProblem problem, Dictionary<string, string> before, IReadOnlyDictionary<string, string> after) =>
        problem.Groups.Where(g => before.TryGetValue(g.Id, out var table) && table != after[g.Id]).Sum(g => g.Size);
}
