using System.Text;
using Shared.Data.Sheets;

namespace Shared.Meetings.Importing;

/// <summary>What every cell goes through before its own rule sees it.</summary>
public static class CellText
{
    /// <summary>Between several answers to one question of an online form.</summary>
    public const char AnswerSeparator = '┋';

    const int LongestDitto = 6;

    static readonly HashSet<string> Ditto = ["同上", "同前", "同左", "〃", "″", "''", "\"", "\"\""];
    static readonly HashSet<string> Unknown = ["待定", "暂无", "未定", "待确认", "待通知", "暂未确定", "不详", "TBD", "tbd"];
    static readonly HashSet<string> Blank = ["-", "--", "—", "——", "－", "/", "／", "\\", "、"];
    static readonly HashSet<string> Errors = ["#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!", "#CALC!"];

    /// <summary>The cell's text for a free field; null where it says nothing, with a note where it should have.</summary>
    public static string? Read(RowInput row, Field field, RowReading reading, int maxLength)
    {
        var cell = ReadCell(row, field, reading);
        var text = Tidy(cell.Text);
        if (text.Length == 0 || Blank.Contains(text))
            return null;
        if (text == "无")
        {
            reading.Warn(field, NoteCodes.LeftEmpty, text);
            return null;
        }
        if (text.Contains(AnswerSeparator))
            text = string.Join('、', text.Split(AnswerSeparator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        if (text.Length <= maxLength)
            return text;
        reading.Fail(field, NoteCodes.TooLong, maxLength);
        return null;
    }

    /// <summary>Like <see cref="Read"/>, and keeps the value, corrected where spaces, quotes or signs had to go.</summary>
    public static void Take(RowInput row, Field field, RowReading reading, int maxLength)
    {
        if (Read(row, field, reading, maxLength) is { } text)
            reading.Take(field, text, Raw(row, field));
    }

    /// <summary>The cell once errors, formulas typed as text, "as above" and "to be settled" are dealt with; empty where nothing is left.</summary>
    public static SheetCell ReadCell(RowInput row, Field field, RowReading reading)
    {
        var cell = row[field];
        if (row.IsCopied(field))
            TellCopied(reading, field, cell);
        if (cell.IsEmpty)
            return cell;
        if (cell.Kind == CellKind.Error || (cell.Kind == CellKind.Text && cell.Text.Contains('#') && Errors.Contains(cell.Text.Trim())))
            return Refuse(reading, field, cell.Text.StartsWith('=') ? NoteCodes.FormulaAsText : NoteCodes.CellShowsError, cell.Text);
        if (cell.Kind != CellKind.Text)
            return cell;
        var text = Tidy(cell.Text);
        if (text.Length == 0)
            return default;
        if (text[0] == '=')
            return Refuse(reading, field, NoteCodes.FormulaAsText, text);
        if (!Unknown.Contains(text))
            return cell;
        reading.Warn(field, NoteCodes.LeftEmpty, text);
        return default;
    }

    public static string Raw(RowInput row, Field field) => row[field].Text;

    /// <summary>Whether a cell says no more than that the row above says it.</summary>
    public static bool IsDitto(SheetCell cell) =>
        cell.Kind == CellKind.Text && cell.Text.Length <= LongestDitto && Ditto.Contains(cell.Text.Trim());

    /// <summary>Without the apostrophe that made it text, control characters, and spaces at its ends or doubled.</summary>
    public static string Tidy(string text)
    {
        if (IsTidy(text))
            return text;
        var tidy = new StringBuilder(text.Length);
        foreach (var sign in text.StartsWith('\'') && text.Length > 2 ? text.AsSpan(1) : text)
            if (!char.IsWhiteSpace(sign) && !char.IsControl(sign) && sign is not ('\u200B' or '\uFEFF' or '\u2060'))
                tidy.Append(sign);
            else if (tidy.Length > 0 && tidy[^1] != ' ')
                tidy.Append(' ');
        return tidy.ToString().TrimEnd();
    }

    /// <summary>For comparing: compatible forms made one, no spaces, Latin letters small.</summary>
    public static string Key(string text)
    {
        if (IsKey(text))
            return text;
        var key = new StringBuilder(text.Length);
        foreach (var sign in text.Normalize(NormalizationForm.FormKC))
            if (!char.IsWhiteSpace(sign) && !char.IsControl(sign))
                key.Append(char.ToLowerInvariant(sign));
        return key.ToString();
    }

    static bool IsKey(string text)
    {
        foreach (var sign in text)
            if (sign is not ((>= '\u4E00' and <= '\u9FA5') or (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-' or '/' or ':' or '.' or ','))
                return false;
        return true;
    }

    static bool IsTidy(string text)
    {
        if (text.Length == 0)
            return true;
        foreach (var sign in text)
            if (sign <= ' ' || sign == '\'' || (sign is >= '\u007F' and <= '\u00A0') || sign is >= '\u2000' and <= '\u206F' or '\u3000' or '\uFEFF')
                return false;
        return true;
    }

    static void TellCopied(RowReading reading, Field field, SheetCell cell)
    {
        if (cell.IsEmpty)
            reading.Warn(field, NoteCodes.NothingAbove);
        else
            reading.Warn(field, NoteCodes.CopiedFromAbove, cell.Text);
    }

    static SheetCell Refuse(RowReading reading, Field field, string code, params object[] args)
    {
        reading.Fail(field, code, args);
        return default;
    }
}
