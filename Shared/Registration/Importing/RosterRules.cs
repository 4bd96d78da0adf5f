using Shared.Data.Sheets;
using Shared.Meetings.Importing;

namespace Shared.Registration.Importing;

/// <summary>Reads a list of attendees.</summary>
sealed class RosterRules(UnitDirectory units, MeetingDays days, Action<IReadOnlyList<PreviewRow>> compare) : TableRules
{
    public override FieldList Fields => RosterFields.All;

    public override void Read(RowInput row, RowReading reading)
    {
        if (row.Hidden)
            reading.Warn(null, NoteCodes.HiddenRow);
        var beside = new List<string>();
        Keep(beside, NameRules.Take(row, reading));
        UnitRules.Take(row, reading, units);
        TakeOther(row, reading, days, beside);
    }

    /// <summary>Everything but name and unit.</summary>
    /// <param name="beside">What stood beside a value and belongs in the remark.</param>
    public static void TakeOther(RowInput row, RowReading reading, MeetingDays days, List<string> beside)
    {
        CellText.Take(row, RosterFields.Post, reading, Attendee.PostLength);
        Keep(beside, PhoneRules.Take(row, RosterFields.Phone, reading));
        Keep(beside, PhoneRules.Take(row, RosterFields.ContactPhone, reading));
        reading[RosterFields.Gender] = WordRules.ReadWord(row, RosterFields.Gender, reading, RosterWords.Genders) ?? reading[RosterFields.Gender];
        reading[RosterFields.Category] = WordRules.ReadWord(row, RosterFields.Category, reading, RosterWords.Categories);
        JourneyRules.Take(row, reading, JourneyFields.Arrival, days);
        JourneyRules.Take(row, reading, JourneyFields.Departure, days);
        StayRules.Take(row, reading);
        reading[RosterFields.ListNo] = NumberOf(row[RosterFields.ListNo]);
        TakeRemark(row, reading, beside);
    }

    public override void Compare(IReadOnlyList<PreviewRow> records) => compare(records);

    internal override void TakePart(SheetCell[] cells, string name, int part, int parts) => TakeOne(cells, name, part, parts);

    /// <summary>One of the people whom a row names, with the number of the same place where there are as many.</summary>
    public static void TakeOne(SheetCell[] cells, string name, int part, int parts)
    {
        cells[RosterFields.Name.Index] = SheetCell.OfText(name);
        var phones = cells[RosterFields.Phone.Index].Text.Split(['/', '、', ',', '，', ';', '；', '\n', ' '], StringSplitOptions.RemoveEmptyEntries);
        if (phones.Length == parts)
            cells[RosterFields.Phone.Index] = SheetCell.OfText(phones[part - 1]);
    }

    static int? NumberOf(SheetCell cell) =>
        int.TryParse(CellText.Tidy(cell.Text).TrimEnd('.', '、'), out var number) && number > 0 ? number : null;

    public static void Keep(List<string> kept, string? text)
    {
        if (text is not null)
            kept.Add(text);
    }

    static void TakeRemark(RowInput row, RowReading reading, List<string> beside)
    {
        var cell = CellText.Key(row[RosterFields.Remark].Text);
        if (cell is "无" or "暂无" or "没有" && !row.IsCopied(RosterFields.Remark))
            reading.Correct(RosterFields.Remark, row[RosterFields.Remark].Text, "");
        else
            CellText.Take(row, RosterFields.Remark, reading, Attendee.RemarkLength);
        if (beside.Count > 0)
            reading[RosterFields.Remark] = string.Join('；', beside.Prepend(reading.Text(RosterFields.Remark)).Where(text => text is { Length: > 0 }));
    }
}
