using System.Globalization;
using Shared.Access;
using Shared.Data.Sheets;
using Shared.Meetings;

namespace Shared.Registration.Replies.Files;

/// <summary>A file to hand out.</summary>
/// <param name="Name">Safe on every file system.</param>
/// <param name="By">How the audit trail calls the unit that takes it for itself.</param>
public sealed record UnitFile(int UnitId, string Name, byte[] Content, string By);

/// <summary>One unit's reply as an xlsx that can be filled in without the internet: its people as they stand in the form, its own questions, what there is to know.</summary>
public sealed class UnitWorkbook(ReplyForm form, LinkKey key)
{
    public const string PeopleSheet = "回执", UnitSheet = "单位", NotesSheet = "说明";

    const int EmptyRows = 10;
    const int LongestName = 60;

    /// <summary>Null where there is no such reply.</summary>
    public async Task<UnitFile?> ReadAsync(int replyId, CancellationToken stop = default)
    {
        if (await form.ReadAsync(replyId, stop) is not { } view) return null;
        var file = new MemoryStream();
        XlsxFile.Write(file, People(view), Unit(view), Notes(view), new OutSheet(FileKey.Sheet, [new(FileKey.Text(key, view.Meeting, view.Id))], []) { Hidden = true });
        return new(view.UnitId, NameOf(view), file.ToArray(), $"回执 {view.UnitShort}");
    }

    static OutSheet People(ReplyView view)
    {
        var rows = view.People.Select((person, at) => (IReadOnlyList<object?>)[at + 1, .. PersonColumns.All.Select(column => AnswerCells.Shown(person.Answers, column.Answer))]);
        var empty = Enumerable.Range(view.People.Count + 1, EmptyRows).Select(number => (IReadOnlyList<object?>)[number]);
        return new(PeopleSheet, [new(PersonColumns.Numbers, 6), .. PersonColumns.All.Select(column => column.Out)], rows.Concat(empty));
    }

    static OutSheet Unit(ReplyView view)
    {
        // Below the heading and the unit's own name.
        const int first = 3;
        var questions = UnitQuestions.Asked(view.HasFee);
        var rows = questions.Select(asked => (IReadOnlyList<object?>)[asked.Field.Headings[0] + (asked.Required ? "*" : ""), AnswerCells.Shown(view.Answers, asked.Answer)]);
        return new(UnitSheet, [new("事项", 26), new("填写", 60)], rows.Prepend([UnitQuestions.Unit.Headings[0], view.Unit]))
        {
            Cells = [.. questions.Select((asked, at) => new OutCell(first + at, 1, asked.Choices, asked.Hint)).Where(cell => cell.Choices is not null || cell.Hint is not null)],
            Wraps = true,
        };
    }

    static OutSheet Notes(ReplyView view)
    {
        var ask = view.LiaisonName is { } liaison ? $"{liaison} {view.LiaisonPhone}" : $"{view.AskName} {view.AskPhone}";
        (string What, string? Said)[] notes =
        [
            ("会议", string.Join(" ", new[] { view.Meeting.Name, $"{Day(view.Meeting.FirstDay)} 至 {Day(view.Meeting.LastDay)}", view.Meeting.Venue }.Where(part => !string.IsNullOrEmpty(part)))),
            ("回执截止", view.Deadline?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)), ("名额", $"{view.Places} 人；超出的在“单位”表里写原因"), ("联系", ask.Trim()),
            ("怎么填", "“回执”表一行一位，带 * 的必填；“单位”表填本单位的事项。行可以增加，列和表名请不要改。填好把这个文件发回会务组。"),
            ("改和取消", "已有的人直接改；不参加的在最后一列选“是”。空着的格子不会改掉原来的内容。"),
            ("不要填", "不收身份证号、出生日期、政治面貌；过敏和个人饮食请本人到报到台说明。"),
            ("个人信息告知", string.Join('\n', new[] { view.LegalBody, view.Notice }.Where(part => !string.IsNullOrEmpty(part)))),
        ];
        return new(NotesSheet, [new("说明", 16), new(view.Unit, 80)], notes.Where(note => !string.IsNullOrEmpty(note.Said)).Select(note => (IReadOnlyList<object?>)[note.What, note.Said])) { Wraps = true };
    }

    static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // Letters and digits of any script, and what stands in company names; no path, no device name.
    static string NameOf(ReplyView view)
    {
        var unit = string.Concat(view.UnitShort.Select(sign => char.IsLetterOrDigit(sign) || sign is '(' or ')' or '（' or '）' or '·' or '-' || char.IsSurrogate(sign) ? sign : '_')).Trim('_', '-');
        return $"{view.Meeting.Year}-回执-{(unit.Length > LongestName ? unit[..LongestName] : unit)}.xlsx";
    }
}
