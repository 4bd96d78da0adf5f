using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Shared.Data.Sheets;

namespace Shared.Tests.Data.Sheets;

public sealed class OutSheetTests
{
    static readonly OutSheet Sample = new("名单", [new("姓名"), new("手机"), new("人数"), new("到达")],
    [
        ["王刚", "15400001234", 2, new DateTime(2023, 8, 1, 14, 30, 0)],
        ["=1+1", "+852 1234", null, new DateOnly(2023, 8, 2)],
    ]);

    static byte[] Xlsx(OutSheet sheet)
    {
        using var stream = new MemoryStream();
        XlsxFile.Write(stream, sheet);
        return stream.ToArray();
    }

    static byte[] Csv(OutSheet sheet, bool gb18030 = false)
    {
        using var stream = new MemoryStream();
        CsvFile.Write(stream, sheet, gb18030);
        return stream.ToArray();
    }

    [Theory]
    [InlineData("=cmd|' /C calc'!A0"), InlineData("+1"), InlineData("-1"), InlineData("@SUM(A1)"), InlineData("\t=1"), InlineData("\r=1")]
    [InlineData("＝1"), InlineData("＋1"), InlineData("－1"), InlineData("＠1"), InlineData(" =1")]
    public void Text_that_a_spreadsheet_might_compute_is_neutralised(string text) => Assert.Equal("'" + text, SafeText.Neutralise(text));

    [Theory]
    [InlineData("王刚"), InlineData(""), InlineData("15400001234"), InlineData("a=b"), InlineData("'=1")]
    public void Other_text_stays_as_it_is(string text) => Assert.Equal(text, SafeText.Neutralise(text));

    [Fact]
    public void An_xlsx_keeps_phones_as_text_and_times_as_times()
    {
        var file = Assert.IsType<SheetFileResult.Opened>(SheetFile.Open("x", Xlsx(Sample), Encoding.UTF8.GetString)).File;
        var rows = Assert.IsType<SheetResult.Filled>(file.Read("名单", stop: TestContext.Current.CancellationToken)).Sheet.Rows;
        Assert.Equal(["王刚", "15400001234", "2", "2023-08-01 14:30"], rows[1].Cells.Select(cell => cell.Text));
        Assert.Equal([CellKind.Text, CellKind.Text, CellKind.Number, CellKind.Date], rows[1].Cells.Select(cell => cell.Kind));
        Assert.Equal(["'=1+1", "'+852 1234", "", "2023-08-02"], rows[2].Cells.Select(cell => cell.Text));
    }

    [Fact]
    public void An_xlsx_is_sound_by_the_rules_of_its_format()
    {
        var sheet = Sample with { Columns = [new("姓名", Hint: "全名"), new("手机"), new("类别", Choices: ["代表", "嘉宾"]), new("到达")] };
        using var document = SpreadsheetDocument.Open(new MemoryStream(Xlsx(sheet)), false);
        Assert.Empty(new OpenXmlValidator().Validate(document, TestContext.Current.CancellationToken).Select(error => error.Description));
    }

    [Fact]
    public void A_csv_has_a_mark_and_quotes_where_needed()
    {
        var bytes = Csv(new("x", [new("姓名"), new("备注")], [["王刚", "一,\"二\""], ["=1", null]]));
        Assert.True(bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble));
        Assert.Equal("姓名,备注\r\n王刚,\"一,\"\"二\"\"\"\r\n'=1,\r\n", Encoding.UTF8.GetString(bytes.AsSpan(3)));
    }

    [Fact]
    public void A_csv_for_old_programs_is_gb18030() =>
        Assert.Equal("姓名\r\n䶮\r\n", CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetString(Csv(new("x", [new("姓名")], [["䶮"]]), gb18030: true)));
}
