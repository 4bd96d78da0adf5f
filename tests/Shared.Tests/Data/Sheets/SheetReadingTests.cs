using System.Text;
using Shared.Data.Sheets;

namespace Shared.Tests.Data.Sheets;

public sealed class SheetReadingTests
{
    static Sheet Read(byte[] bytes)
    {
        var file = Assert.IsType<SheetFileResult.Opened>(SheetFile.Open("名单.csv", bytes, Encoding.UTF8.GetString)).File;
        return Assert.IsType<SheetResult.Filled>(file.Read(file.VisibleSheets[0], stop: TestContext.Current.CancellationToken)).Sheet;
    }

    static SheetCell[] Cells(params string[] cells) => Read(new TestXlsx().Sheet("名单").Row(cells).ToArray()).Rows[0].Cells;

    [Fact]
    public void Cells_keep_what_they_are()
    {
        var cells = Cells("王刚", "n:15400001234", "d:45139.604166666664", "e:#N/A", "f:A1&\"x\"|王刚x", "i:李娜", "n:1.54E+10", "n:0.1");
        Assert.Equal(
            [CellKind.Text, CellKind.Number, CellKind.Date, CellKind.Error, CellKind.Text, CellKind.Text, CellKind.Number, CellKind.Number],
            cells.Select(cell => cell.Kind));
        Assert.Equal(["王刚", "15400001234", "2023-08-01 14:30", "#N/A", "王刚x", "李娜", "15400000000", "0.1"], cells.Select(cell => cell.Text));
    }

    [Fact]
    public void A_formula_without_a_stored_value_is_an_error()
    {
        var cell = Cells("f:cmd('calc')")[0];
        Assert.Equal((CellKind.Error, "=cmd('calc')"), (cell.Kind, cell.Text));
    }

    [Fact]
    public void A_workbook_that_counts_from_1904_gives_the_same_days_and_hours() =>
        Assert.Equal(["2023-08-01 14:30", "14:30"], Read(new TestXlsx().Since1904().Sheet("名单").Row("d:43677.604166666664", "d:0.604166666667").ToArray()).Rows[0].Cells.Select(cell => cell.Text));

    [Fact]
    public void Rows_keep_their_numbers_over_gaps_and_know_whether_they_are_hidden()
    {
        var sheet = Read(new TestXlsx().Sheet("名单").Row("一").RowAt(7, "七").HideLastRow().Row("八").ToArray());
        Assert.Equal([(1, false), (7, true), (8, false)], sheet.Rows.Select(row => (row.Number, row.Hidden)));
    }

    [Fact]
    public void Merged_ranges_are_told()
    {
        var sheet = Read(new TestXlsx().Sheet("名单").Row("单位", "姓名").Row("甲", "王刚").Row("", "李娜").Merge("A2:A3").ToArray());
        Assert.Equal([new MergedRange(2, 3, 0, 0)], sheet.Merges);
    }

    [Fact]
    public void A_name_of_a_rare_character_comes_through_as_it_is() =>
        Assert.Equal(["䶮", "𠮷田", "阿依古丽·买买提"], Cells("䶮", "i:𠮷田", "阿依古丽·买买提").Select(cell => cell.Text));

    [Theory]
    [InlineData("yyyy-mm-dd", true), InlineData("[$-804]yyyy\"年\"m\"月\"", true), InlineData("h:mm", true), InlineData("[h]:mm", true)]
    [InlineData("General", false), InlineData("0.00", false), InlineData("[Red]#,##0", false), InlineData("@", false), InlineData("0\"days\"", false)]
    public void A_format_tells_whether_a_number_is_a_date(string format, bool date) => Assert.Equal(date, DateStyles.ShowsDate(format));

    [Fact]
    public void Twenty_thousand_and_fifty_rows_are_read_and_no_more()
    {
        var most = SheetFile.MaxRows + SheetFile.RowsAroundTheTable;
        Assert.Equal(most, Read(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("王刚\n", most)))).Rows.Count);
        var file = Assert.IsType<SheetFileResult.Opened>(SheetFile.Open("x", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("王刚\n", most + 1))), Encoding.UTF8.GetString)).File;
        Assert.Equal(FileRefusal.TooManyRows, Assert.IsType<SheetResult.Refused>(file.Read("x", stop: TestContext.Current.CancellationToken)).Why);
    }

    [Theory]
    [InlineData("姓名,单位\r\n\"王,刚\",甲\r\n"), InlineData("姓名\t单位\n王,刚\t甲\n"), InlineData("姓名;单位\n王,刚;甲")]
    public void A_csv_is_read_whatever_stands_between_its_fields(string text)
    {
        var rows = Read(Encoding.UTF8.GetBytes(text)).Rows;
        Assert.Equal([(1, "姓名"), (2, "王,刚")], rows.Select(row => (row.Number, row[0].Text)));
    }

    [Fact]
    public void Csv_rows_are_numbered_by_record_with_empty_ones_and_quoted_line_ends()
    {
        var rows = Read("姓名,备注\n\n王刚,\"一\n二\"\n李娜,三\n"u8.ToArray()).Rows;
        Assert.Equal([(1, "备注"), (3, "一\n二"), (4, "三")], rows.Select(row => (row.Number, row[1].Text)));
    }
}
