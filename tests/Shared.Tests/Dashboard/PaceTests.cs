using Shared.CheckIn;
using Shared.Dashboard;
using Shared.Registration;
using Shared.Tests.CheckIn;

namespace Shared.Tests.Dashboard;

public sealed class PaceTests
{
    static CheckpointNumbers Numbers(int absent, int secondsPastNine, params (int Minutes, int Count)[] slots) => new(
        new Headcount(slots.Sum(s => s.Count), 0, absent, 0), 0, [], new Dictionary<AttendeeCategory, Headcount>(),
        [.. slots.Select(s => new TenMinutes(Morning.Nine.AddMinutes(s.Minutes), s.Count))], Morning.Nine.AddSeconds(secondsPastNine));

    static DateTime? Finish(CheckpointNumbers numbers) => Pace.Finish(numbers, numbers.AsOf);

    [Fact]
    public void The_finish_follows_from_this_slot_and_the_one_before()
    {
        // 30 came in 15 minutes, 20 are missing: ten minutes more.
        Assert.Equal(Morning.Nine.AddMinutes(15), Finish(Numbers(20, 300, (-60, 100), (-10, 20), (0, 10))));
    }

    [Fact]
    public void Part_of_a_minute_counts_as_a_whole_one() =>
        Assert.Equal(Morning.Nine.AddMinutes(8), Finish(Numbers(5, 300, (0, 30))));

    [Fact]
    public void Nobody_missing_needs_no_forecast() => Assert.Null(Finish(Numbers(0, 300, (0, 30))));

    [Fact]
    public void While_nobody_comes_there_is_no_forecast() => Assert.Null(Finish(Numbers(5, 300, (-20, 30))));

    [Fact]
    public void A_forecast_beyond_half_a_day_is_none() => Assert.Null(Finish(Numbers(1000, 300, (0, 1))));
}
