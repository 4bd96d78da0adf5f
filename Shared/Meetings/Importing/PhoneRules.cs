using System.Text;
using System.Text.RegularExpressions;
using Shared.Chinese;
using Shared.Data.Sheets;

namespace Shared.Meetings.Importing;

/// <param name="Phone">11 digits of a Chinese mobile, or a foreign number in international form.</param>
/// <param name="Second">What else stood in the cell and can be dialled.</param>
/// <param name="Problem">A code of <see cref="NoteCodes"/>, null where all is well.</param>
public readonly record struct PhoneReading(string? Phone, string? Second, string? Problem);

/// <summary>Reads mobile numbers as people write them.</summary>
public static partial class PhoneRules
{
    const int MobileDigits = 11;

    static readonly char[] Separators = ['/', '、', ',', ';', '|', '\n', '\r', '或', '和', '\\', CellText.AnswerSeparator];

    public static PhoneReading Read(SheetCell cell)
    {
        if (Mobile().IsMatch(cell.Text))
            return new(cell.Text, null, null);
        var text = cell.Text.Normalize(NormalizationForm.FormKC).Trim();
        if (LostDigits().IsMatch(text))
            return new(null, null, NoteCodes.PhoneDigitsLost);
        var parts = Brackets().Replace(text, "").Split(Separators, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(Halves).Where(part => part.Any(char.IsAsciiDigit)).ToArray();
        if (parts.Length == 0)
            return new(null, null, NoteCodes.PhoneWrongLength);
        // Of a landline and a mobile the mobile is the personal one.
        var main = ReadOne(parts[0]).Problem == NoteCodes.PhoneIsLandline ? Math.Max(0, Array.FindIndex(parts, part => ReadOne(part).Phone is not null)) : 0;
        var found = ReadOne(parts[main]);
        string[] others = [.. parts.Where((_, index) => index != main).Select(Shown)];
        return found.Problem is null or NoteCodes.PhoneIsLandline && others.Length > 0 ? found with { Second = string.Join('/', others.Prepend(found.Second).OfType<string>()) } : found;
    }

    /// <summary>Reads the cell into <paramref name="field"/>; what is no personal mobile but can be dialled comes back to be kept in a remark.</summary>
    public static string? Take(RowInput row, Field field, RowReading reading)
    {
        var cell = CellText.ReadCell(row, field, reading);
        var raw = CellText.Tidy(cell.Text);
        if (raw is "" or "-" or "—" or "/")
            return null;
        if (raw is "无")
        {
            reading.Warn(field, NoteCodes.LeftEmpty, raw);
            return null;
        }
        var found = Read(cell);
        if (found.Problem == NoteCodes.PhoneIsLandline)
            reading.Warn(field, found.Problem, raw);
        else if (found.Problem is { } problem)
            reading.Fail(field, problem, raw);
        if (found.Phone is { } phone)
            reading.Take(field, phone, cell.Text);
        if (found is { Phone: not null, Second: not null })
            reading.Warn(field, NoteCodes.SecondPhoneToRemark, found.Second);
        return found.Second;
    }

    static PhoneReading ReadOne(string part)
    {
        var text = PointZero().Replace(part.Trim().TrimStart('\''), "");
        if (PhoneEntry.Read(text) is { } phone)
            return new(phone, null, null);
        var digits = TextNormal.Digits(text);
        if (Landline().IsMatch(digits))
            return new(null, part.Trim(), NoteCodes.PhoneIsLandline);
        return new(null, null, digits.Length == MobileDigits ? NoteCodes.PhoneNotMobile : NoteCodes.PhoneWrongLength);
    }

    // Two numbers with nothing but a space between them.
    static IEnumerable<string> Halves(string part)
    {
        var pieces = part.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return pieces.Length == 2 && pieces.All(piece => Mobile().IsMatch(piece)) ? pieces : [part];
    }

    static string Shown(string part) => ReadOne(part).Phone ?? part.Trim();

    [GeneratedRegex(@"^\d(\.\d+)?E\+?\d+$", RegexOptions.IgnoreCase)]
    private static partial Regex LostDigits();

    [GeneratedRegex(@"\([^)]*\)(?=\D*$)|(?<=\d{11})\([^)]*\)")]
    private static partial Regex Brackets();

    [GeneratedRegex(@"\.0+$")]
    private static partial Regex PointZero();

    [GeneratedRegex(@"^1[3-9][0-9]{9}\z")]
    private static partial Regex Mobile();

    [GeneratedRegex(@"^0\d{2,3}[2-9]\d{6,7}$")]
    private static partial Regex Landline();
}
