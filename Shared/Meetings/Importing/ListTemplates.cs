using Shared.Data.Sheets;

namespace Shared.Meetings.Importing;

/// <summary>Empty lists to hand out: headings that the importer knows, drop-downs where only some words will do.</summary>
public static class ListTemplates
{
    static readonly string[] Kinds = ["政", "产", "学", "研", "会", "其他"];
    static readonly string[] Ranks = ["理事长", "副理事长", "常务理事", "理事", "成员"];

    public static void WriteOrganisations(Stream stream) => XlsxFile.Write(stream, new OutSheet("单位",
    [
        Column(OrganisationFields.ListNo, 6), Column(OrganisationFields.FullName, 36), Column(OrganisationFields.ShortName, 16), Column(OrganisationFields.Aliases, 24),
        Column(OrganisationFields.Kind, 8, Kinds), Column(OrganisationFields.Region, 14), Column(OrganisationFields.CouncilRank, 14, Ranks), Column(OrganisationFields.Liaison, 12),
    ], []));

    public static void WriteStaff(Stream stream) => XlsxFile.Write(stream, new OutSheet("工作人员",
        [Column(StaffFields.ListNo, 6), Column(StaffFields.Name, 14), Column(StaffFields.Nickname, 14), Column(StaffFields.Phone, 16), Column(StaffFields.Task, 30)], []));

    static OutColumn Column(Field field, double width, params string[] choices) => new(field.Headings[0], width, choices.Length > 0 ? choices : null);
}
