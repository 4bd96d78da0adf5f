using System.Security.Cryptography;
using System.Text;
using Shared.CheckIn;
using Shared.CheckIn.Badges;
using Shared.Registration;

namespace Shared.Tests.CheckIn.Badges;

public sealed class IssueBadgesTests : IDisposable
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    readonly BadgeDesk desk = new();

    int Meeting => desk.View.Id;

    public void Dispose() => desk.Dispose();

    [Fact]
    public async Task Numbers_follow_the_list_under_the_letter_of_the_kind()
    {
        desk.Printed.Register("丙", 3, AttendeeCategory.Delegate);
        desk.Printed.Register("甲", 1, AttendeeCategory.Leader);
        desk.Printed.Register("乙", 2, AttendeeCategory.ViceChair);
        desk.Printed.Register("丁", 4, AttendeeCategory.Observer);
        desk.Printed.Register("戊", 5, AttendeeCategory.Media);
        desk.Printed.Register("己", 6, AttendeeCategory.Guest);
        Assert.Equal(6, await desk.Issue.RunAsync(Meeting, stop: Stop));
        Assert.Equal(["A001", "B001", "B002", "C001", "M001", "A002"], desk.All().Select(b => b.Number));
    }

    [Fact]
    public async Task Who_has_a_badge_keeps_it()
    {
        desk.Printed.Register("甲", 1);
        await desk.Issue.RunAsync(Meeting, stop: Stop);
        desk.Printed.Register("乙", 2);
        Assert.Equal(1, await desk.Issue.RunAsync(Meeting, stop: Stop));
        Assert.Equal(["B001", "B002"], desk.All().Select(b => b.Number));
    }

    [Fact]
    public async Task Who_does_not_come_gets_none()
    {
        desk.Printed.Register("甲", 1, change: a => a.State = AttendeeState.Cancelled);
        desk.Printed.Register("乙", 2, change: a => a.State = AttendeeState.Replaced);
        var import = new RosterImport { MeetingId = Meeting, FileName = "a.xlsx", FileHash = [1], ImportedBy = "小松", State = ImportState.Writing };
        desk.Printed.Database.Add(import);
        desk.Printed.Register("丙", 3, change: a => a.ImportId = import.Id);
        Assert.Equal(0, await desk.Issue.RunAsync(Meeting, stop: Stop));
    }

    [Fact]
    public async Task Two_organisers_at_once_give_everyone_one_badge_and_every_badge_its_own_number()
    {
        for (var i = 1; i <= 120; i++) desk.Printed.Register($"甲{i}", i);
        var issued = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => desk.Issue.RunAsync(Meeting, stop: Stop))));
        Assert.Equal(120, issued.Sum());
        Assert.Equal(120, desk.All().Select(b => b.Number).Distinct().Count());
        Assert.Equal(120, desk.All().Select(b => b.AttendeeId).Distinct().Count());
    }

    [Fact]
    public async Task Only_the_hash_of_the_code_is_stored()
    {
        desk.Printed.Register("甲", 1);
        await desk.Issue.RunAsync(Meeting, stop: Stop);
        var badge = desk.All().Single();
        var code = desk.Key.Code(badge.Secret);
        Assert.Equal(SHA256.HashData(Encoding.ASCII.GetBytes(code)), badge.CodeHash);
        Microsoft.Data.Sqlite.SqliteConnection.ClearPool(new(global::Shared.Data.SqliteSettings.ConnectionString(desk.Printed.Database.Data)));
        foreach (var file in Directory.EnumerateFiles(desk.Printed.Database.Data.Path, "event.db*"))
            Assert.Equal(-1, File.ReadAllBytes(file).AsSpan().IndexOf(Encoding.ASCII.GetBytes(code)));
    }

    [Fact]
    public async Task Spares_are_numbered_on_and_bear_no_name()
    {
        await desk.Spares.RunAsync(Meeting, 2, "小松", Stop);
        await desk.Spares.RunAsync(Meeting, 1, "小松", Stop);
        Assert.Equal([("S001", null), ("S002", null), ("S003", null)], desk.All().Select(b => (b.Number, b.AttendeeId)));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => desk.Spares.RunAsync(Meeting, IssueSpares.MostAtOnce + 1, "小松", Stop));
    }

    [Fact]
    public async Task A_reissue_revokes_the_old_badge_and_says_why()
    {
        var lost = desk.Printed.Register("甲", 1);
        await desk.Issue.RunAsync(Meeting, stop: Stop);
        var result = await desk.Reissue.RunAsync(Meeting, lost.Id, " 遗失 ", "小松", Stop);
        Assert.Equal(("B002", "B001"), result is ReissueBadgeResult.Reissued r ? (r.Number, r.OldNumber) : default);
        var old = desk.All()[0];
        Assert.Equal((PrintedMeeting.Morning, "遗失"), (old.RevokedAt, old.RevokedReason));
        Assert.Equal(lost.Id, Assert.Single(desk.All(), b => b.RevokedAt is null).AttendeeId);
        using var db = desk.Printed.Database.CreateDbContext();
        Assert.Equal(("badge-reissued", "小松"), db.Set<global::Shared.Access.AuditEntry>().Select(e => new ValueTuple<string, string>(e.What, e.Who)).Single());
    }

    [Fact]
    public async Task A_reissue_needs_a_reason_and_a_person_who_comes()
    {
        var gone = desk.Printed.Register("甲", 1, change: a => a.State = AttendeeState.Cancelled);
        Assert.IsType<ReissueBadgeResult.ReasonMissing>(await desk.Reissue.RunAsync(Meeting, gone.Id, " ", "小松", Stop));
        Assert.IsType<ReissueBadgeResult.NotComing>(await desk.Reissue.RunAsync(Meeting, gone.Id, "遗失", "小松", Stop));
        Assert.IsType<ReissueBadgeResult.NotComing>(await desk.Reissue.RunAsync(Meeting + 1, gone.Id, "遗失", "小松", Stop));
        Assert.Empty(desk.All());
    }
}
