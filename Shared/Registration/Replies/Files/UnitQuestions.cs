using Shared.Data.Sheets;
using Shared.Meetings;
using Shared.Meetings.Importing;

namespace Shared.Registration.Replies.Files;

/// <summary>The questions that a unit answers for itself, one a row: the question in the first column, the answer beside it.</summary>
static class UnitQuestions
{
    /// <summary>Fewer known questions than this make no such sheet.</summary>
    const int LeastKnown = 3;

    public static readonly Field Unit = new("unit", "单位", "单位名称", "单位全称");
    public static readonly Field ContactName = new("contactName", "联系人", "单位联系人", "联系人姓名");
    public static readonly Field ContactPhone = new("contactPhone", "联系人电话", "联系电话", "电话", "联系人手机");
    public static readonly Field Halal = new("halal", "清真份数", "清真");
    public static readonly Field Vegetarian = new("vegetarian", "素食份数", "素食");
    public static readonly Field Need = new("need", "技术需求");
    public static readonly Field Achievement = new("achievement", "科技成果");
    public static readonly Field WantsToMeet = new("wantsToMeet", "想对接谁", "想对接的单位");
    public static readonly Field InvoiceTitle = new("invoiceTitle", "发票抬头", "开票抬头");
    public static readonly Field TaxNumber = new("taxNumber", "税号", "纳税人识别号", "统一社会信用代码");
    public static readonly Field OverQuota = new("overQuota", "超名额原因", "超出名额的原因");
    public static readonly Field Declined = new("declined", "本单位不参加", "不参加");
    public static readonly Field DeclineReason = new("declineReason", "不参加的原因", "原因");
    public static readonly Field Informed = new("informed", "已转达个人信息告知", "个人信息告知");

    public static readonly FieldList Fields = new(Unit, ContactName, ContactPhone, Halal, Vegetarian, Need, Achievement, WantsToMeet, InvoiceTitle, TaxNumber, OverQuota, Declined, DeclineReason, Informed) { Required = [] };

    static readonly (Field Field, string Answer)[] Texts =
        [(Need, ReplyFields.Need), (Achievement, ReplyFields.Achievement), (WantsToMeet, ReplyFields.WantsToMeet), (InvoiceTitle, ReplyFields.InvoiceTitle), (TaxNumber, ReplyFields.TaxNumber), (OverQuota, ReplyFields.OverQuota), (DeclineReason, ReplyFields.DeclineReason)];

    static readonly (Field, string, bool, string[]?, string?)[] Invoice =
        [(InvoiceTitle, ReplyFields.InvoiceTitle, false, null, "会务费发票开给谁。"), (TaxNumber, ReplyFields.TaxNumber, false, null, "18 位统一社会信用代码。")];

    /// <summary>As the file asks them, with what helps to answer.</summary>
    public static IReadOnlyList<(Field Field, string Answer, bool Required, string[]? Choices, string? Hint)> Asked(bool hasFee) =>
    [
        (ContactName, ReplyFields.ContactName, true, null, "会前会务组有事找谁。"), (ContactPhone, ReplyFields.ContactPhone, true, null, null),
        (Halal, ReplyFields.Halal, false, null, "只填份数，不写姓名。"), (Vegetarian, ReplyFields.Vegetarian, false, null, "只填份数，不写姓名。"),
        (Need, ReplyFields.Need, false, null, "希望现场对接的技术难题。"), (Achievement, ReplyFields.Achievement, false, null, null), (WantsToMeet, ReplyFields.WantsToMeet, false, null, null),
        .. hasFee ? Invoice : [],
        (OverQuota, ReplyFields.OverQuota, false, null, "人数超过名额时填。"), (Informed, ReplyFields.Informed, true, ["是", "否"], "已把“说明”里的个人信息告知转达给每一位。"),
        (Declined, ReplyFields.Declined, false, ["是", "否"], null), (DeclineReason, ReplyFields.DeclineReason, false, null, null),
    ];

    /// <summary>Null where the sheet asks nothing of the kind.</summary>
    public static ReadUnitSheet? Read(Sheet sheet)
    {
        var cells = new SheetCell[Fields.All.Count];
        var rowOf = new Dictionary<Field, int>();
        foreach (var row in sheet.Rows)
            if (Asks(row[0].Text) is { } field && rowOf.TryAdd(field, row.Number))
                cells[field.Index] = row[1];
        if (rowOf.Count < LeastKnown) return null;
        var reading = new RowReading(Fields);
        Take(new(cells, 0, false, null), reading);
        return new(sheet.Name, reading, rowOf);
    }

    static Field? Asks(string question) => HeadingText.Tidy(question) is { Length: > 0 } tidy ? Fields.All.FirstOrDefault(field => field.Headings.Contains(tidy)) : null;

    static void Take(RowInput row, RowReading reading)
    {
        CellText.Take(row, Unit, reading, Organisation.NameLength);
        CellText.Take(row, ContactName, reading, Reply.NameLength);
        TakePhone(row, reading);
        foreach (var (field, _) in Texts) CellText.Take(row, field, reading, Reply.TextLength);
        foreach (var field in (Field[])[Halal, Vegetarian]) TakePortions(row, field, reading);
        WordRules.TakeYesNo(row, Informed, reading);
        WordRules.TakeYesNo(row, Declined, reading);
    }

    // The contact's number may be an office's.
    static void TakePhone(RowInput row, RowReading reading)
    {
        var cell = CellText.ReadCell(row, ContactPhone, reading);
        if (CellText.Tidy(cell.Text) is not { Length: > 0 } text) return;
        if ((PhoneRules.Read(cell).Phone ?? PhoneEntry.ReadAny(text)) is { } phone) reading.Take(ContactPhone, phone, cell.Text);
        else reading.Fail(ContactPhone, PhoneRules.Read(cell).Problem ?? NoteCodes.PhoneWrongLength, text);
    }

    static void TakePortions(RowInput row, Field field, RowReading reading)
    {
        if (WordRules.ReadCount(row, field, reading) is not { } portions) return;
        if (portions <= Reply.MostPortions) reading[field] = portions;
        else reading.Fail(field, NoteCodes.NotANumber, portions);
    }

    public static Dictionary<string, string> AnswersOf(RowReading reading)
    {
        var answers = new Answers
        {
            [ReplyFields.ContactName] = reading.Text(ContactName), [ReplyFields.ContactPhone] = reading.Text(ContactPhone),
            [ReplyFields.Halal] = reading[Halal] is int halal ? PersonAnswers.Number(halal) : null, [ReplyFields.Vegetarian] = reading[Vegetarian] is int vegetarian ? PersonAnswers.Number(vegetarian) : null,
            [ReplyFields.Informed] = AnswerCells.YesOrNo(reading[Informed]), [ReplyFields.Declined] = AnswerCells.YesOrNo(reading[Declined]),
        };
        foreach (var (field, answer) in Texts) answers[answer] = reading.Text(field);
        return answers.Given;
    }
}

/// <param name="RowOf">In which row of the sheet each question stands.</param>
sealed record ReadUnitSheet(string Sheet, RowReading Reading, IReadOnlyDictionary<Field, int> RowOf)
{
    public string? Unit => Reading.Text(UnitQuestions.Unit);
}
