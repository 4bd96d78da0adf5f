using System.Globalization;
using Shared.Data.Sheets;
using Shared.Meetings.Importing;
using Shared.Registration.Importing;
using Shared.Tests.Data.Sheets;

namespace Shared.Tests.Registration.Importing;

/// <summary>Makes previews of small lists.</summary>
static class RosterSheet
{
    public static readonly MeetingDays Days = new(new(2023, 8, 22), new(2023, 8, 24));

    public static readonly UnitDirectory Units = new(
    [
        new(1, "哈尔滨理工大学", "哈理工", []),
        new(2, "沈阳铸造研究所有限公司", "沈铸所", ["沈阳铸造所"]),
        new(3, "齐重数控装备股份有限公司", "齐重数控", []),
        new(4, "演示第01铸造有限公司", "演示01", []),
        new(5, "东北大学", null, []),
        new(6, "东北大学设计研究院", null, []),
    ]);

    public static RosterContext Context(params KnownPerson[] people) => new(Units, Days, people);

    public static Sheet Read(byte[] file, string? sheet = null)
    {
        var opened = Assert.IsType<SheetFileResult.Opened>(ReceivedFile.Open("名单", file)).File;
        return Assert.IsType<SheetResult.Filled>(opened.Read(sheet ?? opened.VisibleSheets[0], stop: TestContext.Current.CancellationToken)).Sheet;
    }

    public static RosterPreview Preview(byte[] file, RosterContext? context = null, IReadOnlyDictionary<string, string>? remembered = null)
    {
        var (preview, refusal) = RosterPreview.Make(Read(file), context ?? Context(), remembered, stop: TestContext.Current.CancellationToken);
        Assert.Null(refusal);
        return preview!;
    }

    /// <summary>One list with the heading in row 1; cells are separated by "|".</summary>
    public static RosterPreview Preview(string heading, params string[] rows) => Preview(Context(), heading, rows);

    public static RosterPreview Preview(RosterContext context, string heading, params string[] rows)
    {
        var xlsx = new TestXlsx().Sheet("名单").Row(heading.Split('|'));
        foreach (var row in rows)
            xlsx.Row(row.Split('|'));
        return Preview(xlsx.ToArray(), context);
    }

    /// <summary>A good row with one cell more.</summary>
    public static (RosterPreview Preview, PreviewRow Row) One(string heading, string cell)
    {
        var xlsx = new TestXlsx().Sheet("名单").Row("姓名", "单位", heading).Row("王刚", "哈尔滨理工大学", cell);
        var preview = Preview(xlsx.ToArray());
        return (preview, preview.Table.Records[0]);
    }

    /// <summary>Status, value in words and codes of the notes of one cell.</summary>
    public static (RowStatus Status, string Value, string Codes) Read(string heading, string cell, Field field)
    {
        var (preview, row) = One(heading, cell);
        return (row.Status, InWords(preview.ValueOf(row, field)), Codes(row));
    }

    public static string Codes(PreviewRow row) => string.Join(' ', row.Notes.Select(note => note.Code));

    public static string InWords(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
