using System.Globalization;

namespace Shared.Data.Sheets;

/// <summary>Turns what a cell element holds into a cell.</summary>
internal sealed class XlsxCells(List<SheetCell> sharedStrings, List<bool> dateStyles, bool counts1904)
{
    /// <param name="type">Attribute <c>t</c>; null is a number.</param>
    /// <param name="formula">Set where the cell is computed: without a stored value nobody knows what it shows.</param>
    public SheetCell Read(string? type, string? style, string? value, string? formula)
    {
        if (value is null)
            return formula is null ? default : SheetCell.OfError("=" + formula);
        return type switch
        {
            null or "n" => Number(value, style),
            "s" => int.TryParse(value, out var index) && (uint)index < (uint)sharedStrings.Count ? sharedStrings[index] : default,
            "e" => SheetCell.OfError(value),
            "b" => SheetCell.OfText(value is "1" or "true" ? "TRUE" : "FALSE"),
            "d" => IsoDate(value),
            _ => SheetCell.OfText(SharedStrings.Unescape(value)),
        };
    }

    SheetCell Number(string value, string? style)
    {
        if (value.Length == 0)
            return default;
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
            return SheetCell.OfText(value);
        var isDate = style is not null && int.TryParse(style, out var index)
            && (uint)index < (uint)dateStyles.Count && dateStyles[index];
        if (!isDate)
            return SheetCell.OfNumber(number);
        var isHourAlone = number is >= 0 and < 1;
        return SheetCell.OfDate(counts1904 && !isHourAlone ? number + ExcelSerial.Days1904 : number);
    }

    static SheetCell IsoDate(string value) =>
        DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
            ? SheetCell.OfDate(ExcelSerial.FromDateTime(moment))
            : SheetCell.OfText(value);
}
