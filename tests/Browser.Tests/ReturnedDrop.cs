using System.Globalization;
using EventApp.Tests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Shared.Data.Sheets;
using Shared.Meetings;
using Shared.Meetings.Importing;
using Shared.Registration.Replies;
using Shared.Registration.Replies.Files;
using Shared.Tests.Data.Sheets;

namespace Browser.Tests;

/// <summary>
/// What comes back from the units of the sample meeting: a hundred files, most of them good, none of them clean. Sixty-three can be taken
/// as they are, ten want a look, thirteen say nothing new, fourteen are no reply at all.
/// </summary>
sealed class ReturnedDrop(RunningApp app, int year)
{
    public const int Files = 100, Ready = 63, Look = 10, Unchanged = 13, Problem = 14;

    const int Keyed = 60, ByName = 63;
    const string Heading = "姓名*|职务*|手机*|到达方式*|是否住宿*|到达日期|到达班次|到达站|到达时间|备注";

    static readonly string[] Modes = ["本地", "高铁", "自驾", "飞机", "其他", "行程待定"];
    static readonly string[] Beds = ["是", "√", "需要", "Y", "否", "×", "无", "n:1"];
    static readonly Func<string, string>[] Phones =
        [p => p, p => $"{p[..3]}-{p[3..7]}-{p[7..]}", p => $"+86 {p}", p => p + " ", p => $"n:{p}.0", p => string.Concat(p.Select(digit => (char)(digit - '0' + '０'))), p => $"{p}/15400009999", p => $"'{p}", p => $"{p}（同微信）"];

    sealed record Home(int Id, string Name, string Key, IReadOnlyList<(string Name, string Phone)> People);

    readonly List<FilePayload> files = [];
    readonly List<Home> homes = [];
    MeetingView meeting = null!;

    /// <summary>Name and post of everybody whom the good files name, and the number of those who are new.</summary>
    public List<(int UnitId, string Name, string Post, string? Phone)> Expected { get; } = [];

    public async Task<IReadOnlyList<FilePayload>> MakeAsync()
    {
        await ReadUnitsAsync();
        for (var at = 0; at < ByName; at++) Add($"2026-回执-{homes[at].Name}.xlsx", Good(at, withKey: at < Keyed));
        Add($"回执-{homes[63].Name} (1).xlsx", Filled(null, "", Rows(63, "总工")));
        for (var at = 64; at < 68; at++)
            foreach (var post in (string[])["甲稿", "乙稿"]) Add($"{at}-{post}.xlsx", Filled(homes[at].Key, homes[at].Name, Rows(at, post)));
        for (var at = 68; at < 71; at++) Add($"{at}-没填.xlsx", await AsHandedOutAsync(at));
        Add("缺字.xlsx", Filled(homes[71].Key, homes[71].Name, [.. Rows(71, "总工"), "张?|总工|15400008888|本地|否"]));
        Add("别家的.xlsx", Filled(homes[73].Key, homes[72].Name, Rows(72, "总工")));
        Add("三百人.xlsx", Filled(homes[73].Key, homes[73].Name, [.. Enumerable.Range(0, 300).Select(at => $"钱{(char)(0x4E00 + at)}|技术人员|1540001{at:0000}|本地|否")]));
        foreach (var copy in files.Take(10).ToList()) Add(copy.Name.Replace(".xlsx", "-副本.xlsx", StringComparison.Ordinal), copy.Buffer);
        AddStrange();
        return files;
    }

    // Nothing of these is a reply of this meeting.
    void AddStrange()
    {
        var forged = homes[0].Key.Split(' ');
        Add("去年.xlsx", Filled($"{forged[0]} {meeting.Year - 1} {forged[2]} {forged[3]}", homes[0].Name, Rows(0, "总工")));
        Add("假标记.xlsx", Filled($"{forged[0]} {meeting.Year} {forged[2]} {new string('A', forged[3].Length)}", homes[0].Name, Rows(0, "总工")));
        Add("问卷星.xlsx", new TestXlsx().Sheet("答卷").Row("1、您的姓名", "2、单位").Row("王刚", homes[0].Name).Row("李娜", homes[1].Name).ToArray());
        Add("表格.xlsx", Filled(null, "火星铸造", Rows(0, "总工")));
        Add("空.xlsx", []);
        Add("扫描件.xlsx", "%PDF-1.7 回执"u8.ToArray());
        Add("网页.xlsx", "<html><table><tr><td>姓名</td></tr></table></html>"u8.ToArray());
        Add("坏.xlsx", [.. "PK\u0003\u0004"u8, .. new byte[200]]);
        Add("旧.xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[64]]);
        Add("炸弹.xlsx", new TestXlsx().Sheet("回执").Row("姓名").ToArray(("xl/media/a.bin", new byte[SheetFile.MaxInflatedBytes + 1])));
        Add("太大.xlsx", new byte[SheetFile.MaxBytes + 1]);
        Add("说明.xlsx", new TestXlsx().Sheet("说明").Row("请各单位于会前回执").ToArray());
    }

    void Add(string name, byte[] content) => files.Add(new() { Name = name, MimeType = "application/octet-stream", Buffer = content });

    async Task ReadUnitsAsync()
    {
        await using var scope = app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        meeting = (await services.GetRequiredService<MeetingCalendar>().ReadAsync(year))!;
        var rows = (await services.GetRequiredService<ReplyTracking>().ReadAsync(meeting)).Rows;
        foreach (var link in (await services.GetRequiredService<InviteUnits>().RunAsync(meeting.Id, [.. rows.Select(row => row.UnitId)], sent: true, "小松")).OrderBy(link => link.ReplyId))
        {
            var view = (await services.GetRequiredService<ReplyForm>().ReadAsync(link.ReplyId))!;
            var people = view.People.Select(person => (person.Answers[ReplyFields.Name], person.Answers.GetValueOrDefault(ReplyFields.Phone) ?? "")).ToList();
            homes.Add(new(link.UnitId, view.Unit, await KeyAsync(services, link.ReplyId), people));
        }
    }

    static async Task<string> KeyAsync(IServiceProvider services, int replyId)
    {
        var file = (await services.GetRequiredService<UnitWorkbook>().ReadAsync(replyId))!;
        return ((SheetFileResult.Opened)ReceivedFile.Open(file.Name, file.Content)).File.ReadHidden("key")!.Rows[0][0].Text;
    }

    async Task<byte[]> AsHandedOutAsync(int at)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<UnitWorkbook>().ReadAsync(int.Parse(homes[at].Key.Split(' ')[2], CultureInfo.InvariantCulture)))!.Content;
    }

    byte[] Good(int at, bool withKey)
    {
        var (home, post) = (homes[at], $"负责人{at}");
        var rows = Rows(at, post).ToList();
        Expected.AddRange(home.People.Select(person => (home.Id, person.Name, post, (string?)null)));
        if (at % 5 == 0 || home.People.Count == 0)
        {
            rows.Add($"{(char)(0x8D75 + at)}新 人|{post}|{Phones[at % Phones.Length]($"1540002{at:0000}")}|本地|否");
            Expected.Add((home.Id, $"{(char)(0x8D75 + at)}新人", post, $"1540002{at:0000}"));
        }
        return Filled(withKey ? home.Key : null, home.Name, [.. rows, "合计|2 人", "填表人：李娜"]);
    }

    string[] Rows(int at, string post) => [.. homes[at].People.Select((person, number) => Row(person, post, at + number))];

    string Row((string Name, string Phone) person, string post, int dirt)
    {
        var name = person.Name.Length == 2 && dirt % 3 == 0 ? $"{person.Name[0]}{(dirt % 2 == 0 ? " " : "　")}{person.Name[1]}" : person.Name;
        var phone = Phones[dirt % Phones.Length](person.Phone.Length == 11 ? person.Phone : $"1540003{dirt:0000}");
        var day = meeting.FirstDay.ToString("M月d日", CultureInfo.InvariantCulture);
        var journey = Modes[dirt % Modes.Length] switch { "高铁" => $"{day}|g123{dirt % 10}次|齐南|下午2点半", "飞机" => $"{day}|国航161{dirt % 10}|三家子机场|14：30", _ => "|||" };
        return $"{name}|{(dirt % 4 == 1 ? $" {post}\u00a0" : post)}|{phone}|{Modes[dirt % Modes.Length]}|{Beds[dirt % Beds.Length]}|{journey}|{(dirt % 7 == 0 ? "无" : "")}";
    }

    static byte[] Filled(string? key, string unit, IReadOnlyList<string> rows)
    {
        var file = new TestXlsx().Sheet("回执").Row("年会参会回执").Row(Heading.Split('|')).Merge("A1:J1");
        foreach (var row in rows) file.Row(row.Split('|'));
        file.Sheet("单位").Row("事项", "填写").Row("单位", unit).Row("联系人*", "李 娜").Row("联系人电话", "0452-2791234").Row("清真份数", "两份").Row("超名额原因", "随行技术人员").Row("已转达个人信息告知*", "√");
        if (key is not null) file.Sheet("key", hidden: true).Row(key);
        return file.ToArray();
    }
}
