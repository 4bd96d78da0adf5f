using System.Text.RegularExpressions;
using Shared.Chinese;
using Shared.Meetings.Importing;

namespace Shared.Registration.Importing;

/// <summary>Reads a person's name, and what people add to it.</summary>
static partial class NameRules
{
    static readonly char[] BetweenNames = ['、', ',', '，', ';', '；', '/', '／', '\n', '|', CellText.AnswerSeparator];

    static readonly HashSet<string> CompoundSurnames =
        ["欧阳", "司马", "上官", "诸葛", "尉迟", "万俟", "司徒", "夏侯", "皇甫", "公孙", "慕容", "令狐", "宇文", "长孙", "东方", "轩辕", "端木", "百里", "呼延", "东郭", "南宫", "闻人", "赫连", "澹台", "独孤", "钟离", "申屠", "公冶", "淳于", "单于", "太叔", "濮阳", "拓跋", "西门"];

    /// <returns>What stood behind the name in brackets and belongs in the remark.</returns>
    public static string? Take(RowInput row, RowReading reading)
    {
        var cell = CellText.ReadCell(row, RosterFields.Name, reading);
        var name = CellText.Tidy(cell.Text);
        if (name is "" or "无" or "-" or "—")
        {
            reading.Fail(RosterFields.Name, NoteCodes.RequiredMissing);
            return null;
        }
        if (IsPlain(cell.Text))
        {
            reading[RosterFields.Name] = cell.Text;
            return null;
        }
        var names = NamesIn(cell.Text);
        if (names.Count > 1)
        {
            reading.Fail(RosterFields.Name, RosterNotes.SeveralNames, string.Join('、', names));
            return null;
        }
        name = TakeCompanions(names.Count == 1 ? names[0] : name, reading);
        var bracket = Bracket().Match(name);
        if (bracket.Success)
            name = name[..bracket.Index];
        TakePlain(TextNormal.PersonName(name), cell.Text, reading);
        return bracket.Success ? Addition(bracket.Groups[1].Value.Trim(), reading) : null;
    }

    /// <summary>The people one cell names: 张三、李四, or two full names with a blank between them.</summary>
    public static List<string> NamesIn(string text)
    {
        if (BreaksOneName(text))
            text = text.Replace('\n', ' ');
        if (text.IndexOfAny(BetweenNames) < 0)
            return SplitAtBlank(CellText.Tidy(text));
        return [.. text.Split(BetweenNames).Select(TextNormal.PersonName).Where(name => name.Length > 0)];
    }

    // Nobody is called by one character: a line break beside it was put in for width.
    static bool BreaksOneName(string text) => text.Contains('\n')
        && text.Split('\n').Any(piece => TextNormal.PersonName(piece).EnumerateRunes().ToArray() is [var only] && TextNormal.IsHan(only));

    // What nine rows in ten hold.
    static bool IsPlain(string name) =>
        name.Length is 2 or 3 && name.AsSpan().IndexOfAnyExceptInRange('\u4E00', '\u9FA5') < 0 && name.AsSpan().IndexOfAny('口', '等') < 0;

    static List<string> SplitAtBlank(string text)
    {
        if (!text.Contains(' ') && !text.Contains('\u3000'))
            return [text];
        var pieces = text.Split([' ', '\u3000'], StringSplitOptions.RemoveEmptyEntries);
        var fullNames = pieces.Length > 1 && !CompoundSurnames.Contains(pieces[0])
            && pieces.All(piece => piece.EnumerateRunes().Count() >= 2 && piece.EnumerateRunes().All(TextNormal.IsHan));
        return fullNames ? [.. pieces] : [text];
    }

    static string TakeCompanions(string name, RowReading reading)
    {
        var match = WithOthers().Match(name);
        if (!match.Success || WordRules.CountOf(match.Groups[2].Value) is not (> 1 and var people))
            return name;
        reading[RosterFields.Companions] = people - 1;
        reading.Warn(RosterFields.Name, RosterNotes.CompanionsFromName, people, people - 1);
        return match.Groups[1].Value;
    }

    static void TakePlain(string name, string raw, RowReading reading)
    {
        if (name.AsSpan().IndexOfAny("?？\uFFFD□") >= 0)
            reading.Fail(RosterFields.Name, NoteCodes.UnknownCharacter, name);
        else if (name.Length > Attendee.NameLength)
            reading.Fail(RosterFields.Name, NoteCodes.TooLong, Attendee.NameLength);
        else if (name.Length == 0)
            reading.Fail(RosterFields.Name, NoteCodes.RequiredMissing);
        else
            reading.Take(RosterFields.Name, name, raw);
        if (name.Contains('口'))
            reading.Warn(RosterFields.Name, NoteCodes.SuspectCharacter, name, "口");
        if (name.Any(char.IsAsciiDigit))
            reading.Warn(RosterFields.Name, RosterNotes.DigitInName, name);
    }

    static string? Addition(string text, RowReading reading)
    {
        if (text is "女" or "男")
        {
            reading[RosterFields.Gender] ??= text == "女" ? Gender.Female : Gender.Male;
            return null;
        }
        reading.Warn(RosterFields.Name, RosterNotes.NameAddition, text);
        return text;
    }

    [GeneratedRegex(@"^(.{2,}?)\s*(?:等|一行)(\d{1,2}|[一二两三四五六七八九十])(?:人|位|名)$")]
    private static partial Regex WithOthers();

    [GeneratedRegex(@"\s*[(（]([^)）]*)[)）]\s*$")]
    private static partial Regex Bracket();
}
