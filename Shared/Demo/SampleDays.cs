using Shared.Meetings;

namespace Shared.Demo;

/// <summary>The two days of the sample meeting in the venue's zone; day 0 is the first, -1 the day of early arrivals.</summary>
public sealed record SampleDays(DateOnly First, TimeZoneInfo Zone)
{
    public DateOnly Last => First.AddDays(1);

    /// <summary>The meeting that begins today.</summary>
    public static SampleDays From(TimeProvider clock)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(Meeting.DefaultTimeZone);
        return new(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), zone).DateTime), zone);
    }

    /// <summary>A venue time of that day in UTC.</summary>
    public DateTime At(int day, TimeOnly time) => TimeZoneInfo.ConvertTimeToUtc(First.AddDays(day).ToDateTime(time), Zone);

    public DateTime Start(int day) => At(day, TimeOnly.MinValue);

    /// <summary>The end of the last day.</summary>
    public DateTime End => Start(2);
}
