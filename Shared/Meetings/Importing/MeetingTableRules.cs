using Shared.Chinese;
using Shared.Data.Sheets;

namespace Shared.Meetings.Importing;

/// <summary>Reads a list of organisations.</summary>
/// <param name="staff">Id of a staff member by any of their names, keyed by <see cref="TextNormal.Key"/>.</param>
sealed class OrganisationRules(IReadOnlyDictionary<string, int> staff, Action<IReadOnlyList<PreviewRow>> compare) : TableRules
{
    static readonly char[] BetweenNames = ['、', ',', '，', ';', '；', '/', '／', '|', '\n', CellText.AnswerSeparator];

    public override FieldList Fields => OrganisationFields.All;

    public override void Read(RowInput row, RowReading reading)
    {
        if (row.Hidden)
            reading.Warn(null, NoteCodes.HiddenRow);
        CellText.Take(row, OrganisationFields.FullName, reading, Organisation.NameLength);
        if (reading[OrganisationFields.FullName] is null)
            reading.Fail(OrganisationFields.FullName, NoteCodes.RequiredMissing);
        CellText.Take(row, OrganisationFields.ShortName, reading, Organisation.ShortNameLength);
        CellText.Take(row, OrganisationFields.Region, reading, Organisation.RegionLength);
        reading[OrganisationFields.Kind] = WordRules.ReadWord(row, OrganisationFields.Kind, reading, OrganisationFields.Kinds);
        reading[OrganisationFields.CouncilRank] = WordRules.ReadWord(row, OrganisationFields.CouncilRank, reading, OrganisationFields.Ranks);
        TakeAliases(row, reading);
        TakeLiaison(row, reading);
    }

    public override void Compare(IReadOnlyList<PreviewRow> records) => compare(records);

    static void TakeAliases(RowInput row, RowReading reading)
    {
        string[] names = [.. CellText.ReadCell(row, OrganisationFields.Aliases, reading).Text.Split(BetweenNames)
            .Select(CellText.Tidy).Where(name => name is not ("" or "无" or "-" or "—")).Distinct()];
        if (names.Any(name => name.Length > Organisation.NameLength))
            reading.Fail(OrganisationFields.Aliases, NoteCodes.TooLong, Organisation.NameLength);
        else if (names.Length > 0)
            reading[OrganisationFields.Aliases] = new NameList(names);
    }

    void TakeLiaison(RowInput row, RowReading reading)
    {
        var name = CellText.Tidy(CellText.ReadCell(row, OrganisationFields.Liaison, reading).Text);
        if (name is "" or "无" or "-" or "—")
            return;
        if (staff.TryGetValue(TextNormal.Key(name), out var id))
            reading[OrganisationFields.Liaison] = new StaffValue(id, name);
        else
            reading.Warn(OrganisationFields.Liaison, NoteCodes.StaffUnknown, name);
    }
}

/// <summary>Reads a list of staff.</summary>
sealed class StaffRules(Action<IReadOnlyList<PreviewRow>> compare) : TableRules
{
    public override FieldList Fields => StaffFields.All;

    public override void Read(RowInput row, RowReading reading)
    {
        if (row.Hidden)
            reading.Warn(null, NoteCodes.HiddenRow);
        var raw = CellText.Raw(row, StaffFields.Name);
        if (CellText.Read(row, StaffFields.Name, reading, StaffMember.NameLength) is { } name)
            reading.Take(StaffFields.Name, TextNormal.PersonName(name), raw);
        else
            reading.Fail(StaffFields.Name, NoteCodes.RequiredMissing);
        CellText.Take(row, StaffFields.Nickname, reading, StaffMember.NicknameLength);
        CellText.Take(row, StaffFields.Task, reading, StaffMember.TaskLength);
        TakePhone(row, reading);
    }

    // Staff have no remark: a landline may be their number, a second number stands with their task.
    static void TakePhone(RowInput row, RowReading reading)
    {
        var cell = CellText.ReadCell(row, StaffFields.Phone, reading);
        var raw = CellText.Tidy(cell.Text);
        if (raw is "" or "无" or "-" or "—" or "/")
            return;
        var (phone, second, problem) = PhoneRules.Read(cell);
        if (problem == NoteCodes.PhoneIsLandline && PhoneEntry.ReadAny(raw) is { } landline)
            reading.Take(StaffFields.Phone, landline, cell.Text);
        else if (problem is not null)
            reading.Fail(StaffFields.Phone, problem, raw);
        else
            reading.Take(StaffFields.Phone, phone!, cell.Text);
        if (phone is null || second is null)
            return;
        var task = reading.Text(StaffFields.Task) is { } told ? $"{told}；{second}" : second;
        if (task.Length <= StaffMember.TaskLength)
            reading[StaffFields.Task] = task;
        reading.Warn(StaffFields.Phone, task.Length <= StaffMember.TaskLength ? NoteCodes.SecondPhoneToTask : NoteCodes.SecondPhoneLeftOut, second);
    }

    public override void Compare(IReadOnlyList<PreviewRow> records) => compare(records);
}

/// <summary>Names in their order; two lists of the same names are equal.</summary>
public sealed record NameList(IReadOnlyList<string> Names)
{
    public bool Equals(NameList? other) => other is not null && Names.SequenceEqual(other.Names);

    public override int GetHashCode() => Names.Aggregate(0, (hash, name) => HashCode.Combine(hash, name));

    public override string ToString() => string.Join('、', Names);
}

public sealed record StaffValue(int Id, string Name)
{
    public bool Equals(StaffValue? other) => other?.Id == Id;

    public override int GetHashCode() => Id;

    public override string ToString() => Name;
}
