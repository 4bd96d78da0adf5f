using Shared.Seating.Tables;

namespace Shared.Tests.Seating.Tables;

public sealed class TableBoundTests
{
    [Fact]
    public void No_plan_of_any_small_problem_exceeds_the_bound_and_often_one_reaches_it()
    {
        var (met, judged) = (0, 0);
        for (var seed = 0; seed < 300; seed++)
        {
            var problem = SmallTables.Random(seed);
            var scores = SmallTables.Plans(problem).Select(plan => problem.Score(plan)).ToList();
            if (scores.Count == 0) continue;
            var bound = TableBound.Of(problem);
            Assert.True(bound >= scores.Max(), $"seed {seed}: {bound} below {scores.Max()}");
            Assert.True(bound <= problem.Wanted, $"seed {seed}");
            judged++;
            if (bound == scores.Max()) met++;
        }
        Assert.True(judged > 50 && met > 10, $"{met} of {judged}");
    }
}
