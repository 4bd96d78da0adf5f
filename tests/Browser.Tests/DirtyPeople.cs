using System.Globalization;
using Shared.Registration;

namespace Browser.Tests;

/// <summary>
/// Rows as clerks type them and what has to be in the list, both written by hand, pattern by pattern. A row's cells stand apart by "¦":
/// name, post, phone, how, bed, day, service, station, hour, remark, ride. In braces stands the first day of the meeting in one of its forms.
/// </summary>
static class DirtyPeople
{
    public const string Heading = "姓名*|职务*|手机*|到达方式*|是否住宿*|到达日期|到达班次|到达站|到达时间|备注|是否接站";

    /// <summary>Each in a file that can be taken as it is.</summary>
    public static readonly (string Cells, string Listed)[] Taken =
    [
        ("周 一¦工程师¦１５４０００４０００１¦火车¦√¦d:{serial}.6041667¦G1234次¦齐齐哈尔南站¦¦无¦有", "周一|工程师|15400040001|Train|G1234|齐齐哈尔南|{day} 14:30|yes|yes||0"),
        ("吴　二¦同上¦154-0004-0002¦飞机¦需要¦{M.d}¦CA 1611¦三家子机场¦14：30¦暂无¦-", "吴二|工程师|15400040002|Flight|CA1611|齐齐哈尔三家子机场|{day} 14:30|no|yes||0"),
        ("郑\u00a0三¦总工¦+86 154 0004 0003¦高铁¦Y¦{d}日¦Ｇ１２３４¦齐南¦1430¦待定¦×", "郑三|总工|15400040003|Train|G1234|齐齐哈尔南|{day} 14:30|no|yes||0"),
        ("王四¦总工¦n:15400040004.0¦动车¦n:1¦{M/d}¦高铁G1234/1237¦高铁站¦下午2点半¦¦无", "王四|总工|15400040004|Train|G1234/G1237||{day} 14:30|no|yes||0"),
        ("冯五¦总工¦15400040005 ¦火车¦是¦n:{serial}¦D6902/D6903¦¦14:30¦¦看情况", "冯五|总工|15400040005|Train|D6902/D6903||{day} 14:30||yes||0"),
        ("陈六¦总工¦'15400040006¦飞机¦否¦{M月d日}14:30¦ca1611¦机场¦¦'靠窗¦否", "陈六|总工|15400040006|Flight|CA1611|齐齐哈尔三家子机场|{day} 14:30|no|no|靠窗|0"),
        ("褚七¦f:B1|主任¦15400040007（同微信）¦飞机¦×¦{M月d日}¦国航1611¦三家子机场¦8:05¦=cmd|' /C calc'!A0¦是", "褚七|主任|15400040007|Flight|CA1611|齐齐哈尔三家子机场|{day} 08:05|yes|no||0"),
        ("卫八¦总工¦15400040008/15400009999¦本地¦无¦¦¦¦¦e:#N/A¦", "卫八|总工|15400040008|Local|||||no|15400009999|0"),
        ("蒋九¦总工¦15400040012¦火车¦是¦{M.d} 14：30¦g1234¦齐齐哈尔¦¦¦是", "蒋九|总工|15400040012|Train|G1234|齐齐哈尔|{day} 14:30|yes|yes||0"),
        ("䶮𠮷¦总工¦15400040009¦自驾¦是¦¦¦¦¦¦", "䶮𠮷|总工|15400040009|Car|||||yes||0"),
        ("阿依古丽·买买提¦总工¦15400040010¦行程待定¦否¦待定¦暂无¦待定¦待定¦¦", "阿依古丽·买买提|总工|15400040010|Undecided|||||no||0"),
        ("张三等3人¦总工¦15400040011¦其他¦否¦¦¦¦¦¦", "张三|总工|15400040011|Other|||||no||2"),
        ("王口¦总工¦15400040013¦本地¦否¦¦¦¦¦¦", "王口|总工|15400040013|Local|||||no||0"),
    ];

    /// <summary>Together in one file that a person has to look at: several in one cell, a lost character, one written twice.</summary>
    public static readonly string[] ToLookAt = ["张三、李四¦总工¦15400050001、15400050002¦本地¦否¦¦¦¦¦¦", "张?¦总工¦15400050003¦本地¦否¦¦¦¦¦¦", "章一¦总工¦15400050004¦本地¦否¦¦¦¦¦¦", "章 一¦总工¦154 0005 0004¦本地¦否¦¦¦¦¦¦"];

    public static readonly string[] LookedAt = ["张三|总工|15400050001|Local|||||no||0", "李四|总工|15400050002|Local|||||no||0", "章一|总工|15400050004|Local|||||no||0"];

    /// <summary>Numbers that nobody can ring: the one that is known stays.</summary>
    public static readonly string[] LostPhones = ["1.54E+10", "1540000123", "154000012345"];

    public static string On(DateOnly day, string text) => text
        .Replace("{serial}", (day.DayNumber - new DateOnly(1899, 12, 30).DayNumber).ToString(CultureInfo.InvariantCulture)).Replace("{day}", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
        .Replace("{M.d}", $"{day.Month}.{day.Day}").Replace("{M/d}", $"{day.Month}/{day.Day}").Replace("{M月d日}", $"{day.Month}月{day.Day}日").Replace("{d}", $"{day.Day}");

    /// <summary>A person of the list in the form of <see cref="Taken"/>.</summary>
    public static string Listed(Attendee a, Func<DateTime, DateTime> local)
    {
        var way = a.Journeys.Find(j => j.Direction == JourneyDirection.Arrival);
        string?[] parts =
        [
            a.Name, a.Post, a.Phone, $"{way?.Mode}", way?.ServiceAlias is { } alias ? $"{way.ServiceNo}/{alias}" : way?.ServiceNo, way?.Terminal,
            way?.At is { } at ? local(at).ToString(way.DayOnly ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : null, YesNo(way?.NeedsRide), YesNo(a.Stay?.Needed), a.Remark, $"{a.Companions}",
        ];
        return string.Join('|', parts);
    }

    /// <summary>Whether a person is the one expected; a star stands for whatever was there before.</summary>
    public static bool Fits(string expected, string listed) => expected.Split('|').Zip(listed.Split('|')).All(pair => pair.First == "*" || pair.First == pair.Second);

    static string YesNo(bool? value) => value switch { true => "yes", false => "no", null => "" };
}
