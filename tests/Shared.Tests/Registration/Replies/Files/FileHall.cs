using Microsoft.EntityFrameworkCore;
using Shared.Data.Sheets;
using Shared.Meetings;
using Shared.Meetings.Importing;
using Shared.Registration;
using Shared.Registration.Replies;
using Shared.Registration.Replies.Files;
using Shared.Tests.Data.Sheets;

namespace Shared.Tests.Registration.Replies.Files;

/// <summary>The university's file goes out and comes back.</summary>
sealed class FileHall : IDisposable
{
    public const string Organiser = "小松";
    const string UnitRows = "单位|{0}\n联系人|李娜\n联系人电话|0452-2791234\n已转达个人信息告知|是";

    public ReplyHall Hall { get; } = new();

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public UnitWorkbook Workbook => new(Hall.Form, Hall.Key);

    public async Task<UnitFile> HandOutAsync(ReplyLink? link = null) => (await Workbook.ReadAsync((link ?? Hall.Link).ReplyId, Stop))!;

    /// <summary>The link of the foundry.</summary>
    public async Task<ReplyLink> InviteFoundryAsync() => (await Hall.Invite.RunAsync(Hall.Rosters.Meeting.Id, [Hall.Rosters.Foundry.Id], sent: true, Organiser, Stop))[0];

    public async Task<IReadOnlyList<FileReply>> ReadAsync(params ReturnedFile[] files) => await new ReturnedReplies(Hall.Rosters.Database, Hall.Key, Hall.Clock).ReadAsync(Hall.View, files, stop: Stop);

    public async Task<FileReply> ReadOneAsync(byte[] file, string name = "回执.xlsx") => (await ReadAsync(new ReturnedFile(name, file)))[0];

    public async Task<FileReply> ReadOneAsync(ReturnedFile file) => (await ReadAsync(file))[0];

    public async Task<IReadOnlyList<TakenFile>> TakeAsync(params FileReply[] files) =>
        await new TakeReplyFiles(Hall.Rosters.Database, new(Hall.Rosters.Database, Hall.Live, Hall.Clock), Hall.Sender, Hall.Audit).RunAsync(Hall.View, files, Organiser, stop: Stop);

    /// <summary>A file as a unit fills it in: the cells apart by "|", or by "¦" where one holds a "|", all that a reply needs of the unit, the key where there is one.</summary>
    public static byte[] Filled(string? key, string unit, string heading, params string[] rows)
    {
        var file = new TestXlsx().Sheet("回执").Row(heading.Split('|'));
        foreach (var row in rows) file.Row(row.Split(row.Contains('¦') ? '¦' : '|'));
        file.Sheet("单位").Row("事项", "填写");
        foreach (var row in string.Format(null, UnitRows, unit).Split('\n')) file.Row(row.Split('|'));
        if (key is not null) file.Sheet("key", hidden: true).Row(key);
        return file.ToArray();
    }

    public const string Must = "姓名*|职务*|手机*|到达方式*|是否住宿*";

    /// <summary>The university's file with these people.</summary>
    public async Task<byte[]> FilledAsync(string heading, params string[] rows) => Filled(await KeyAsync(), "哈尔滨理工大学", heading, rows);

    /// <summary>The hidden text of a file that was handed out.</summary>
    public async Task<string> KeyAsync(ReplyLink? link = null) => Open(await HandOutAsync(link)).ReadHidden("key", Stop)!.Rows[0][0].Text;

    public static SheetFile Open(UnitFile file) => Assert.IsType<SheetFileResult.Opened>(ReceivedFile.Open(file.Name, file.Content)).File;

    public static Sheet Sheet(UnitFile file, string name) => Assert.IsType<SheetResult.Filled>(Open(file).Read(name, stop: Stop)).Sheet;

    public static string Reasons(FileReply file) => string.Join(' ', file.Remarks.Select(remark => remark.Reason));

    public static string Changes(FileReply file) => string.Join('\n', file.Changes.Select(change => $"{change.Name}.{change.Field}: {change.Before} > {change.After}"));

    public static string Codes(FileReply file) => string.Join(' ', file.Notes.Select(note => $"{note.Note.Code}@{note.Column}{note.Row}"));

    public List<ReplyFile> Kept()
    {
        using var db = Hall.Rosters.Database.CreateDbContext();
        return [.. db.Set<ReplyFile>().AsNoTracking().OrderBy(f => f.Id)];
    }

    public void Dispose() => Hall.Dispose();
}
