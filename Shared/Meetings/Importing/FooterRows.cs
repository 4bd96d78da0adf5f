using System.Text.RegularExpressions;
using Shared.Data.Sheets;

namespace Shared.Meetings.Importing;

/// <summary>Totals, signatures, remarks and page feet that stand under or inside a table.</summary>
internal static partial class FooterRows
{
    const int RemarkLength = 30;

    /// <param name="spansTable">One merged cell lies over several columns of the row.</param>
    /// <param name="makesRecord">Whether a column holds what a record cannot be without.</param>
    public static bool Is(SheetRow row, bool spansTable, Func<int, bool> makesRecord)
    {
        var (filled, at, first) = (0, 0, "");
        for (var column = 0; column < row.Cells.Length; column++)
            if (CellText.Tidy(row[column].Text) is { Length: > 0 } text && ++filled == 1)
                (at, first) = (column, text);
        if (first.Length == 0)
            return false;
        var key = CellText.Key(first);
        return Totals().IsMatch(key) || Feet().IsMatch(key)
            || (filled == 1 && (spansTable || !makesRecord(at) || Notes().IsMatch(key) || (first.Length > RemarkLength && Sentence().IsMatch(key))));
    }

    [GeneratedRegex(@"^(本页|本表|本单位|参会)?(人数|人员)?(合计|总计|小计|共计|总人数|总数)([:(\d共人]|$)")]
    private static partial Regex Totals();

    [GeneratedRegex(@"^请|盖章|公章|签字|签章|报送|[:。!]$")]
    private static partial Regex Notes();

    [GeneratedRegex("[,;。!:]")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"^(备注|说明|填表说明|填写说明|注|注意|注意事项|填表人|填报人|填报单位|填表日期|制表|制表人|制表单位|审核|审核人|领导签字|签字|盖章|单位盖章|负责人|经办人|联系人|联系电话|日期|打印时间|打印日期|导出时间|示例|样例|例)\d*[:。]|^第\d+页|^共\d+[页人]|^page\d+|^-\d+-$|^(以下空白|以下无正文|示例|样例|例)$")]
    private static partial Regex Feet();
}
