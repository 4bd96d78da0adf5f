using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Shared.Data.Sheets;

namespace Shared.Registration.Importing;

/// <summary>What a cell says about day and hour; years and months may be left out.</summary>
/// <param name="Plain">Written so that nobody needs to think: 2023-08-01 14:30.</param>
readonly record struct MomentParts(int? Year, int? Month, int? Day, TimeSpan? Time, bool Plain, bool HourUnclear = false)
{
    public bool HasDay => Day is not null;

    /// <summary>A number like 8.1, which may have been 8.10.</summary>
    public bool DayUnclear { get; init; }
}

/// <summary>Reads 8月1日14:30, 8.1 14：30, 8/1下午2点半, 1日, 14:30, 45139.6041667.</summary>
static partial class MomentText
{
    const int FirstSerial = 36526;
    const int LastSerial = 73050;

    /// <returns>Null where the cell cannot be read as a time.</returns>
    public static MomentParts? Read(SheetCell cell) => cell.Kind switch
    {
        CellKind.Date => OfSerial(cell.Number, plain: true),
        CellKind.Number => OfNumber(cell.Number),
        _ => OfText(cell.Text),
    };

    static MomentParts? OfNumber(double number)
    {
        if (number is (>= 0 and < 1) or (>= FirstSerial and <= LastSerial))
            return OfSerial(number, plain: false);
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        return OfText(text) is { } parts ? parts with { DayUnclear = parts.Year is null } : null;
    }

    static MomentParts? OfSerial(double serial, bool plain)
    {
        if (ExcelSerial.ToDateTime(serial) is not { } moment)
            return null;
        if (serial < 1)
            return new(null, null, null, moment.TimeOfDay, plain);
        return new(moment.Year, moment.Month, moment.Day, serial == Math.Floor(serial) ? null : moment.TimeOfDay, plain);
    }

    static MomentParts? OfText(string raw)
    {
        var text = ChineseNumbers(raw.Normalize(NormalizationForm.FormKC)).Trim();
        if (text.Any(sign => char.IsDigit(sign) && !char.IsAsciiDigit(sign)))
            return null;
        if (Serial().IsMatch(text) && double.Parse(text, CultureInfo.InvariantCulture) is var serial && serial is < 1 or (>= FirstSerial and <= LastSerial))
            return OfSerial(serial, plain: false);
        var bare = Additions().Replace(text, "");
        foreach (var form in (Regex[])[FullDate(), EightDigits(), MonthAndDay(), DayOnly(), TimeOnly()])
            if (form.Match(bare) is { Success: true } match)
                return Read(match, plain: (form == FullDate() || form == TimeOnly()) && text == raw.Trim() && bare == text);
        return null;
    }

    static MomentParts? Read(Match match, bool plain)
    {
        var (year, month, day) = (Number(match, "year"), Number(match, "month"), Number(match, "day"));
        if (year is < 1 || month is < 1 or > 12 || day is < 1 or > 31 || (month is not null && day > DateTime.DaysInMonth(year ?? 2024, month.Value)))
            return null;
        if (Number(match, "hour") is not { } hour)
            return new(year, month, day, null, plain && !match.Groups["half"].Success, HourUnclear: match.Groups["half"].Success);
        var minute = match.Groups["halfhour"].Success ? 30 : match.Groups["quarter"] is { Success: true } quarter ? quarter.Value == "一刻" ? 15 : 45 : Number(match, "minute") ?? 0;
        if (hour > 24 || minute > 59 || (hour == 24 && minute > 0))
            return null;
        var half = match.Groups["half"].Value;
        var unclear = half.Length == 0 && hour is >= 1 and <= 6 && !match.Groups["colon"].Success;
        return new(year, month, day, TimeSpan.FromMinutes(HourOf(hour, half) * 60 + minute), plain && half.Length == 0 && match.Groups["colon"].Success, unclear);
    }

    static int HourOf(int hour, string half) => half switch
    {
        "下午" or "晚上" or "晚" or "傍晚" or "夜里" or "pm" when hour is >= 1 and < 12 => hour + 12,
        "中午" when hour is >= 1 and <= 2 => hour + 12,
        "凌晨" or "上午" or "am" when hour == 12 => 0,
        _ => hour,
    };

    static int? Number(Match match, string group) =>
        match.Groups[group] is { Success: true } found ? int.Parse(found.Value, CultureInfo.InvariantCulture) : null;

    static string ChineseNumbers(string text) => InChinese().Replace(text.ToLowerInvariant(), match =>
    {
        var tens = match.Value.IndexOf('十');
        if (tens < 0)
            return string.Concat(match.Value.Select(Digit));
        var before = tens == 0 ? 1 : Digit(match.Value[0]);
        var after = tens == match.Value.Length - 1 ? 0 : Digit(match.Value[^1]);
        return (before * 10 + after).ToString(CultureInfo.InvariantCulture);
    });

    static int Digit(char sign) => sign switch { '〇' => 0, '两' => 2, _ => "零一二三四五六七八九".IndexOf(sign) };

    const string Time = @"(?:(?<half>上午|下午|早上|早晨|早|晚上|晚|中午|凌晨|傍晚|夜里|am|pm)\s*)?(?:(?<hour>\d{1,2})(?:(?<colon>\s*:\s*)(?<minute>\d{1,2})(?::\d{1,2}(?:\.\d+)?)?|\s*[点时]\s*(?:钟|整)?(?:(?<minute>\d{1,2})分?|(?<halfhour>半)|(?<quarter>一刻|三刻))?)\s*(?<half>am|pm)?)?";

    [GeneratedRegex(@"^(?<year>\d{4})\s*[-/.年]\s*(?<month>\d{1,2})\s*[-/.月]\s*(?<day>\d{1,2})\s*[日号]?(?:\s|t)*" + Time + "$")]
    private static partial Regex FullDate();

    [GeneratedRegex(@"^(?<year>20\d{2})(?<month>\d{2})(?<day>\d{2})\s*" + Time + "$")]
    private static partial Regex EightDigits();

    [GeneratedRegex(@"^(?<month>\d{1,2})(?:\s*月\s*(?<day>\d{1,2})\s*[日号]?|\s*[-/.]\s*(?<day>\d{1,2})(?:日|号|(?=\s|$|\D)))\s*" + Time + "$")]
    private static partial Regex MonthAndDay();

    [GeneratedRegex(@"^(?<day>\d{1,2})\s*[日号]\s*" + Time + "$")]
    private static partial Regex DayOnly();

    [GeneratedRegex("^" + Time + "$")]
    private static partial Regex TimeOnly();

    [GeneratedRegex(@"^(\d{5}(\.\d+)?|0\.\d+)$")]
    private static partial Regex Serial();

    [GeneratedRegex(@"左右|前后|大约|大概|预计|约|[(（](周|星期)?[一二三四五六日天0-7][)）]|(周|星期)[一二三四五六日天0-7]|到达|抵达|到$")]
    private static partial Regex Additions();

    [GeneratedRegex(@"[零〇一二两三四五六七八九十]{1,4}(?=\s*[年月日号点时分])")]
    private static partial Regex InChinese();
}
