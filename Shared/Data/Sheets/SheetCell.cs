using System.Globalization;

namespace Shared.Data.Sheets;

public enum CellKind : byte { Empty, Text, Number, Date, Error }

/// <summary>One cell as the file holds it: a formula by its stored value, a date as serial of the 1900 system.</summary>
public readonly struct SheetCell
{
    readonly string? text;

    SheetCell(CellKind kind, string? text, double number)
    {
        Kind = kind;
        this.text = text;
        Number = number;
    }

    public CellKind Kind { get; }

    /// <summary>The value of a number, the serial of a date; else 0.</summary>
    public double Number { get; }

    public bool IsEmpty => Kind == CellKind.Empty;

    /// <summary>The cell in words: whole numbers without an exponent, dates as <c>yyyy-MM-dd HH:mm</c>, errors as <c>#N/A</c>.</summary>
    public string Text => Kind switch
    {
        CellKind.Number => InWords(Number),
        CellKind.Date => DateInWords(Number),
        _ => text ?? "",
    };

    public static SheetCell OfText(string? text) =>
        string.IsNullOrEmpty(text) ? default : new(CellKind.Text, text, 0);

    public static SheetCell OfNumber(double number) => new(CellKind.Number, null, number);

    public static SheetCell OfDate(double serial) => new(CellKind.Date, null, serial);

    public static SheetCell OfError(string text) => new(CellKind.Error, text, 0);

    public override string ToString() => Text;

    static string InWords(double number) =>
        Math.Abs(number) < 1e15 && number == Math.Floor(number)
            ? ((long)number).ToString(CultureInfo.InvariantCulture)
            : number.ToString("R", CultureInfo.InvariantCulture);

    static string DateInWords(double serial)
    {
        if (ExcelSerial.ToDateTime(serial) is not { } moment)
            return InWords(serial);
        var format = serial < 1 ? "HH:mm" : serial == Math.Floor(serial) ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm";
        return moment.ToString(format, CultureInfo.InvariantCulture);
    }
}
