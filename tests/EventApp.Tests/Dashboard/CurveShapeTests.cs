using EventApp.Dashboard;
using Shared.CheckIn;
using Shared.Registration;

namespace EventApp.Tests.Dashboard;

public sealed class CurveShapeTests
{
    static readonly DateTime Nine = new(2026, 11, 23, 1, 0, 0, DateTimeKind.Utc);

    static CurveShape Shape(DateTime asOf, params (int Minutes, int Count)[] tens) => new(new CheckpointNumbers(
        new Headcount(tens.Sum(t => t.Count), 0, 10, 0), 0, [], new Dictionary<AttendeeCategory, Headcount>(),
        [.. tens.Select(t => new TenMinutes(Nine.AddMinutes(t.Minutes), t.Count))], asOf));

    static IEnumerable<string> Ticks(CurveShape shape) => shape.Ticks(at => at.AddHours(8)).Select(tick => tick.Text);

    [Fact]
    public void The_line_rises_from_nobody_to_all_who_came_and_the_top_is_the_expected()
    {
        var shape = Shape(Nine.AddMinutes(15), (0, 10), (10, 20));
        Assert.StartsWith($"M{CurveShape.Left} {CurveShape.Foot}", shape.Line);
        Assert.EndsWith($"L{CurveShape.Right} 43", shape.Line);
        Assert.Equal(40, shape.Most);
    }

    [Fact]
    public void The_busiest_ten_minutes_are_named() =>
        Assert.Equal(new TenMinutes(Nine.AddMinutes(10), 20), Shape(Nine, (0, 10), (10, 20), (60, 3)).Peak);

    [Fact]
    public void An_hour_past_the_last_arrival_the_picture_ends() =>
        Assert.Equal(["09:00", "09:30", "10:00"], Ticks(Shape(Nine.AddDays(3), (0, 1), (10, 1))));

    [Fact]
    public void Long_meetings_show_their_last_two_days_and_at_most_seven_times()
    {
        var shape = Shape(Nine.AddDays(5), (0, 7), (4 * 24 * 60, 1));
        Assert.Equal(7, shape.Before);
        Assert.InRange(Ticks(shape).Count(), 2, 7);
        Assert.Contains("11-26", Ticks(shape));
    }

    [Fact]
    public void A_single_arrival_is_a_picture_too() => Assert.DoesNotContain("NaN", Shape(Nine, (0, 1)).Area + Shape(Nine, (0, 1)).Bars);
}
