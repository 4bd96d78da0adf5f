namespace Shared.Registration.Importing;

/// <summary>The days of the meeting, by which half-written dates are completed.</summary>
public sealed record MeetingDays(DateOnly First, DateOnly Last)
{
    /// <summary>A date further away is a slip.</summary>
    const int YearsAround = 2;

    /// <summary>Closer to the turn of the year than this, a month may belong to the year next to the meeting's.</summary>
    const int DaysAroundNewYear = 31;

    const int DaysOfTravel = 3;

    public bool IsNear(DateOnly day) => day >= First.AddYears(-YearsAround) && day <= Last.AddYears(YearsAround);

    /// <summary>The day of that month in the year of the meeting; null where there is none (30 February).</summary>
    public DateOnly? WithYear(int month, int day)
    {
        foreach (var year in (int[])[First.Year - 1, First.Year + 1])
            if (Make(year, month, day) is { } near && Math.Abs(near.DayNumber - First.DayNumber) <= DaysAroundNewYear)
                return near;
        return Make(First.Year, month, day);
    }

    /// <summary>The day of that number in the meeting's month, or in the month beside it where that falls on the meeting.</summary>
    public DateOnly? WithMonth(int day)
    {
        for (var offset = -1; offset <= 1; offset++)
            if (First.AddMonths(offset) is var month && Make(month.Year, month.Month, day) is { } near
                && near >= First.AddDays(-DaysOfTravel) && near <= Last.AddDays(DaysOfTravel))
                return near;
        return Make(First.Year, First.Month, day);
    }

    static DateOnly? Make(int year, int month, int day) =>
        day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
}

/// <param name="At">By the venue's clock; midnight where only the day is known.</param>
public sealed record LocalMoment(DateTime At, bool DayOnly)
{
    public override string ToString() => At.ToString("yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
