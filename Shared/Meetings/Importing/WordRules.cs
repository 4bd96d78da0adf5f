using System.Globalization;
using System.Text.RegularExpressions;

namespace Shared.Meetings.Importing;

/// <summary>Cells that hold one of a few words.</summary>
public static partial class WordRules
{
    static readonly HashSet<string> Yes =
        ["是", "√", "✓", "✔", "☑", "✅", "有", "需要", "需", "要", "y", "yes", "1", "对", "true", "t", "是的", "需接", "需送", "接", "送", "住", "住宿", "需住宿", "需要接站", "需要送站", "需要住宿", "要接", "要送", "确认", "同意"];

    static readonly HashSet<string> No =
        ["否", "×", "✗", "✘", "✕", "☐", "❌", "无", "x", "-", "—", "--", "/", "不", "不是", "不需要", "不需", "不用", "不要", "无需", "没有", "n", "no", "0", "false", "f", "不接", "不送", "不住", "不住宿", "无需接站", "不需要接站", "不需要送站", "不需要住宿", "自理"];

    // Boxed once: a list holds tens of thousands of them.
    static readonly object True = true;
    static readonly object False = false;

    const string ChineseDigits = "零一二三四五六七八九";

    public static void TakeYesNo(RowInput row, Field field, RowReading reading)
    {
        var key = CellText.Key(CellText.ReadCell(row, field, reading).Text);
        if (key.Length == 0)
            return;
        if (Yes.Contains(key))
            reading[field] = True;
        else if (No.Contains(key))
            reading[field] = False;
        else
            reading.Warn(field, NoteCodes.NotYesOrNo, CellText.Raw(row, field));
    }

    /// <param name="words">Keys as <see cref="CellText.Key"/> makes them.</param>
    public static object? ReadWord(RowInput row, Field field, RowReading reading, IReadOnlyDictionary<string, object> words)
    {
        var text = CellText.ReadCell(row, field, reading).Text;
        string[] answers = text.Contains(CellText.AnswerSeparator) ? text.Split(CellText.AnswerSeparator, StringSplitOptions.RemoveEmptyEntries) : [];
        var key = CellText.Key(answers.Length > 1 ? answers[0] : text);
        if (key.Length == 0)
            return null;
        if (!words.TryGetValue(key, out var word))
        {
            reading.Warn(field, NoteCodes.UnknownWord, text);
            return null;
        }
        if (answers.Length > 1)
            reading.Warn(field, NoteCodes.FirstOfSeveralAnswers, answers[0], text);
        return word;
    }

    /// <summary>"2", "2人", "两人", "无"; anything else is a warning.</summary>
    public static int? ReadCount(RowInput row, Field field, RowReading reading)
    {
        var cell = CellText.ReadCell(row, field, reading);
        var key = CellText.Key(cell.Text);
        if (key.Length == 0)
            return null;
        if (No.Contains(key))
            return 0;
        var match = CountWords().Match(key);
        if (match.Success && CountOf(match.Groups[1].Value) is { } count)
            return count;
        reading.Warn(field, NoteCodes.NotANumber, cell.Text);
        return null;
    }

    /// <summary>Digits, or one Chinese digit.</summary>
    public static int? CountOf(string digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : digits is "两" ? 2
        : digits is "十" ? 10
        : digits.Length == 1 && ChineseDigits.IndexOf(digits[0]) is >= 0 and var digit ? digit
        : null;

    [GeneratedRegex(@"^(\d{1,3}|[一二两三四五六七八九十])(?:\.0+)?[人位名个份]?$")]
    private static partial Regex CountWords();
}
