using System.Globalization;
using System.Text;
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
/// What comes back from the units of the sample meeting: a hundred files, most of them good, none of them clean. Sixty-two can be taken
/// as they are, eleven want a look, thirteen say nothing new, fourteen are no reply at all.
/// </summary>
sealed class ReturnedDrop(RunningApp app, int year)
{
    public const int Files = 100, Ready = 62, Look = 11, Unchanged = 13, Problem = 14;

    /// <summary>The file that a person has to look at and then takes.</summary>
    public const string LookName = "几人一格.xlsx";

    // The unit that has asked for late changes; files of which only the unit's name, or only a table, came back.
    const int Keyed = 59, ByShortName = 59, BySubUnit = 60, ByCsv = 61, ByName = 63, Asking = 7;
    static readonly int[] Dirty = [10, 41], Damaged = [20, 21, 22];

    static readonly string[] Modes = ["本地", "高铁", "自驾", "飞机", "其他", "行程待定"];
    static readonly string[] ModesListed = ["Local|*|*|*", "Train|G123{0}|齐齐哈尔南|{1} 14:30", "Car|*|*|*", "Flight|CA161{0}|齐齐哈尔三家子机场|{1} 14:30", "Other|*|*|*", "Undecided|*|*|*"];
    static readonly string[] BedsListed = ["yes", "yes", "yes", "yes", "no", "no", "no", "yes"];
    static readonly string[] Beds = ["是", "√", "需要", "Y", "否", "×", "无", "n:1"];
    static readonly Func<string, string>[] Phones =
        [p => p, p => $"{p[..3]}-{p[3..7]}-{p[7..]}", p => $"+86 {p}", p => p + " ", p => $"n:{p}.0", p => string.Concat(p.Select(digit => (char)(digit - '0' + '０'))), p => $"{p}/15400009999", p => $"'{p}", p => $"{p}（同微信）"];

    sealed record Home(int Id, string Name, string Short, string Key, IReadOnlyList<(string Name, string Phone, string Post)> People);

    readonly List<FilePayload> files = [];
    readonly List<Home> homes = [];
    MeetingView meeting = null!;

    /// <summary>Everybody whom the good files name, in the form of <see cref="DirtyPeople"/>.</summary>
    public List<(int UnitId, string Listed)> Expected { get; } = [];

    public MeetingView Meeting => meeting;

    public async Task<IReadOnlyList<FilePayload>> MakeAsync()
    {
        await ReadUnitsAsync();
        for (var at = 0; at < ByName; at++) Add($"2026-回执-{homes[at].Name}.{(at < ByCsv ? "xlsx" : "csv")}", at < ByCsv ? Good(at) : Csv(at));
        Add($"回执-{homes[63].Name} (1).xlsx", Filled(null, "", Rows(63, "总工")));
        for (var at = 64; at < 68; at++)
            foreach (var post in (string[])["甲稿", "乙稿"]) Add($"{at}-{post}.xlsx", Filled(homes[at].Key, homes[at].Name, Rows(at, post)));
        for (var at = 68; at < 71; at++) Add($"{at}-没填.xlsx", await AsHandedOutAsync(at));
        Add(LookName, Filled(homes[71].Key, homes[71].Name, [.. Rows(71, "总工"), .. DirtyPeople.ToLookAt]));
        Expect(71, "总工", [.. DirtyPeople.LookedAt]);
        Add("别家的.xlsx", Filled(homes[73].Key, homes[72].Name, Rows(72, "总工")));
        Add("三百人.xlsx", Filled(homes[73].Key, homes[73].Name, [.. Enumerable.Range(0, 300).Select(at => $"钱{(char)(0x4E00 + at)}¦技术人员¦1540001{at:0000}¦本地¦否")]));
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
            var people = view.People.Select(person => (person.Answers[ReplyFields.Name], person.Answers.GetValueOrDefault(ReplyFields.Phone) ?? "", person.Answers.GetValueOrDefault(ReplyFields.Post) ?? "")).ToList();
            homes.Add(new(link.UnitId, view.Unit, view.UnitShort, await KeyAsync(services, link.ReplyId), people));
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

    byte[] Good(int at)
    {
        var (home, post) = (homes[at], $"负责人{at}");
        if (Damaged.Contains(at)) return DamagedFile(at);
        var (rows, more) = (Rows(at, post).ToList(), new List<string>());
        if (at % 5 == 0 || home.People.Count == 0)
        {
            rows.Add($"{(char)(0x8D75 + at)}新 人¦{post}¦{Phones[at % Phones.Length]($"1540002{at:0000}")}¦本地¦否");
            more.Add($"{(char)(0x8D75 + at)}新人|{post}|1540002{at:0000}|Local|||||no|*|0");
        }
        if (Dirty.Contains(at))
        {
            rows.AddRange(DirtyPeople.Taken.Select(person => DirtyPeople.On(meeting.FirstDay, person.Cells)));
            more.AddRange(DirtyPeople.Taken.Select(person => DirtyPeople.On(meeting.FirstDay, person.Listed)));
        }
        if (at != Asking) Expect(at, post, more);
        return Filled(at < Keyed ? home.Key : null, at == BySubUnit ? $"{home.Name}研究生院" : at == ByShortName ? home.Short : home.Name, [.. rows, "合计¦2 人", "填表人：李娜"]);
    }

    // Cells that show an error or a number cut short: what was known stays.
    byte[] DamagedFile(int at)
    {
        Expected.AddRange(homes[at].People.Select(person => (homes[at].Id, $"{person.Name}|{person.Post}|{person.Phone}|*|*|*|*|*|no|*|0")));
        return Filled(homes[at].Key, homes[at].Name, [.. homes[at].People.Select(person => $"{person.Name}¦e:#N/A¦{DirtyPeople.LostPhones[at % DirtyPeople.LostPhones.Length]}¦¦否¦1999-01-01¦南方的车¦¦¦¦看情况")]);
    }

    // A table as old programs save it: no key, no sheet of the unit's own; one in GB18030, one in UTF-8.
    byte[] Csv(int at)
    {
        Expected.AddRange(homes[at].People.Select(person => (homes[at].Id, $"{person.Name}|表格|{person.Phone}|*|*|*|*|*|no|*|0")));
        // A table alone cannot say why more come than there are places.
        string[] more = at == ByCsv ? [] : [$"{homes[at].Name},钱䶮,表格,154-0006-0001,本地,否"];
        Expected.AddRange(more.Select(_ => (homes[at].Id, "钱䶮|表格|15400060001|Local|||||no||0")));
        var text = string.Join("\r\n", ["单位,姓名,职务,手机,到达方式,是否住宿", .. homes[at].People.Select(person => $"{homes[at].Name},{person.Name},表格,{person.Phone},,否"), .. more]);
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return at > ByCsv ? Encoding.GetEncoding("GB18030").GetBytes(text) : [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text)];
    }

    void Expect(int at, string post, IEnumerable<string> more)
    {
        var day = meeting.FirstDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        Expected.AddRange(homes[at].People.Select((person, number) => (homes[at].Id, $"{person.Name}|{post}|{person.Phone}|{string.Format(null, ModesListed[(at + number) % Modes.Length], (at + number) % 10, day)}|*|{BedsListed[(at + number) % Beds.Length]}|*|*")));
        Expected.AddRange(more.Select(one => (homes[at].Id, one)));
    }

    string[] Rows(int at, string post) => [.. homes[at].People.Select((person, number) => Row(person, post, at + number))];

    string Row((string Name, string Phone, string Post) person, string post, int dirt)
    {
        var name = person.Name.Length == 2 && dirt % 3 == 0 ? $"{person.Name[0]}{(dirt % 2 == 0 ? " " : "　")}{person.Name[1]}" : person.Name;
        var day = meeting.FirstDay.ToString("M月d日", CultureInfo.InvariantCulture);
        var journey = Modes[dirt % Modes.Length] switch { "高铁" => $"{day}¦g123{dirt % 10}次¦齐南¦下午2点半", "飞机" => $"{day}¦国航161{dirt % 10}¦三家子机场¦14：30", _ => "¦¦¦" };
        return $"{name}¦{(dirt % 4 == 1 ? $" {post}\u00a0" : post)}¦{Phones[dirt % Phones.Length](person.Phone)}¦{Modes[dirt % Modes.Length]}¦{Beds[dirt % Beds.Length]}¦{journey}¦{(dirt % 7 == 0 ? "无" : "")}";
    }

    static byte[] Filled(string? key, string unit, IReadOnlyList<string> rows)
    {
        var file = new TestXlsx().Sheet("回执").Row("年会参会回执").Row(DirtyPeople.Heading.Split('|')).Merge("A1:K1");
        foreach (var row in rows) file.Row(row.Split('¦'));
        file.Sheet("单位").Row("事项", "填写").Row("单位", unit).Row("联系人*", "李 娜").Row("联系人电话", "0452-2791234").Row("清真份数", "两份").Row("超名额原因", "随行技术人员").Row("已转达个人信息告知*", "√");
        if (key is not null) file.Sheet("key", hidden: true).Row(key);
        return file.ToArray();
    }
}
