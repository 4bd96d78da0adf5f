using System.Globalization;
using Bench.Crowds;
using Shared.Tests.Data.Sheets;

namespace Bench.Importing;

/// <summary>A list of attendees as organisers really get it, of any length: every way of writing badly comes again and again, most cells are clean.</summary>
sealed class DirtyRoster(int seed, DateOnly meeting)
{
    const int CleanOfTwenty = 19, MostRows = 20_000;

    static readonly string[] Headings =
    [
        "序号", "单位（必填）", "姓名（必填）", "性别", "职务", "手机号：", "参会身份", "随行人数", "是否住宿", "到达方式", "到达日期", "班次", "到达站", "到达时间", "是否接站",
        "返程日期", "返程时间", "返程班次", "返程车站", "饮食要求", "备注",
    ];
    static readonly string[] Units = ["演示第{0:00}铸造有限公司", "演示{0:00}", "演示第{0:00}铸造有限公司材料分厂"];
    static readonly string[] Modes = ["火车", "高铁", "飞机", "自驾", "本地"];
    static readonly string[] Services = ["G1234次", "g1234", "Ｇ１２３４", "高铁G1234/1237", "D6902/D6903", "CA 1611", "国航1611", "待定"];
    static readonly string[] Terminals = ["齐齐哈尔", "齐南", "三家子机场", "", "同上"];
    static readonly string[] Times = ["14：30", "下午2点半", "n:0.6041666667", "晚8点", "待定"];
    static readonly string[] Answers = ["√", "×", "Y", "需要", "无", "看情况"];
    static readonly string[] Diets = ["无", "无", "无", "清真", "素食", "花生过敏"];

    readonly Random dice = new(seed);
    readonly CrowdNames names = new(seed);

    /// <summary>Several files of that many rows with other people in each.</summary>
    public static IReadOnlyList<string> Files(string folder, int rows, int count)
    {
        var meeting = DateOnly.FromDateTime(DateTime.UtcNow);
        return [.. Enumerable.Range(1, count).Select(seed =>
        {
            var path = Path.Combine(folder, $"roster-{rows}-{seed}.xlsx");
            File.WriteAllBytes(path, new DirtyRoster(seed, meeting).Make(rows));
            return path;
        })];
    }

    /// <summary>The bytes of an xlsx with a title, two lines of headings above the rows and remarks below them.</summary>
    public byte[] Make(int rows)
    {
        var file = new TestXlsx().Sheet("参会名单").Row($"{meeting.Year}年年会参会人员汇总表").Merge("A1:U1").Row(Headings);
        for (var row = 1; row <= rows; row++) file.Row(Row(row));
        return file.Row("合计", $"{rows}人").Row("备注：如有变动请及时与会务组联系。").ToArray();
    }

    string[] Row(int row)
    {
        var unit = string.Format(CultureInfo.InvariantCulture, Rarely(Units[0], Units), 1 + row % Crowd.Units);
        var local = Rarely("火车", Modes);
        return
        [
            $"n:{row}", unit, Name(), dice.Next(4) == 0 ? "女" : "男", Rarely("技术人员", ["总工程师", "-", "厂长、书记"]), Phone(row), Rarely("代表", ["列席", "嘉宾", "专家", "记者"]),
            Rarely("", ["1", "两人", "无"]), Rarely("是", Answers), local, Date(-1), Rarely("G1234", Services), Rarely("齐齐哈尔南", Terminals), Rarely("14:30", Times), Rarely("是", Answers),
            Date(2), Rarely("10:05", Times), Rarely("G1235", Services), Rarely("齐齐哈尔南", Terminals), Pick(Diets), Rarely("", ["暂无", "=1+1", "与同事同行", "@会务组"]),
        ];
    }

    string Name()
    {
        var name = names.Next();
        return Rarely(name, [name.Insert(1, " "), name.Insert(1, "　"), name.Insert(1, "\u00a0"), name + " ", name + "（女）", name[..^1] + "？", $"{name}、{names.Next()}", name + "等3人"]);
    }

    string Phone(int row)
    {
        var phone = $"154{(seed * MostRows + row) % 100_000_000:00000000}";
        return Rarely(phone,
        [
            $"{phone[..3]}-{phone[3..7]}-{phone[7..]}", $"+86 {phone}", phone + " ", $"n:{phone}", $"n:{phone}.0", phone[..10], "1.54E+10", $"{phone}/0452-2791234",
            string.Concat(phone.Select(digit => (char)(digit - '0' + '０'))), "15400000000",
        ]);
    }

    string Date(int days)
    {
        var day = meeting.AddDays(days);
        var serial = day.DayNumber - new DateOnly(1899, 12, 30).DayNumber;
        return Rarely($"{day.Month}月{day.Day}日", [$"{day.Month}.{day.Day}", $"{day.Month}/{day.Day}", $"{day.Day}日", $"n:{serial}", $"d:{serial}", $"{day:yyyy-MM-dd}", "同上", "待定"]);
    }

    string Rarely(string clean, string[] dirty) => dice.Next(20) < CleanOfTwenty ? clean : Pick(dirty);

    string Pick(string[] from) => from[dice.Next(from.Length)];
}
