namespace Shared.Data.Sheets;

/// <summary>Days since 1899-12-30, the fraction being the time of day.</summary>
public static class ExcelSerial
{
    /// <summary>A file of the 1904 system counts this many days less.</summary>
    public const double Days1904 = 1462;

    const double Year10000 = 2958466;
    static readonly DateTime Zero = new(1899, 12, 30);

    /// <summary>Rounded to the second, for a fraction of a day is rarely exact; null outside the calendar.</summary>
    public static DateTime? ToDateTime(double serial) =>
        serial is >= 0 and < Year10000 ? Zero.AddSeconds(Math.Round(serial * 86400)) : null;

    public static double FromDateTime(DateTime moment) => (moment - Zero).TotalDays;
}
