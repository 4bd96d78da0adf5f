using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.CheckIn;
using Shared.CheckIn.SettingUp;
using Shared.Live;
using Shared.Meetings;
using Shared.Meetings.CarryingOver;
using Shared.Registration;
using Shared.Tests.Registration;

namespace Shared.Tests.CheckIn.SettingUp;

public sealed class CarryOverTests : IDisposable
{
    static readonly ICarriedOver[] Kinds = [new CarriedTexts(), new CarriedLiaisons(), new CarriedUnits(), new CarriedStaff(), new CarriedCheckpoints()];
    readonly Rosters last = new(2025);
    readonly Meeting now = new() { Year = 2026, Name = "2026年年会", FirstDay = new(2026, 11, 10), LastDay = new(2026, 11, 11) };

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    TestDatabase Database => last.Database;

    public CarryOverTests()
    {
        Database.Add(now, new StaffMember { MeetingId = last.Meeting.Id, Name = "宋小松", Nickname = "小松", Phone = "15400000001" }, new StaffMember { MeetingId = last.Meeting.Id, Name = "旧人", Left = true });
        last.Add("张三");
        var left = last.AddUnit("退出的单位");
        using var db = Database.CreateDbContext();
        db.Units().Single(u => u.Id == left.Id).LeftOn = new(2025, 12, 31);
        var foundry = db.Units().Single(u => u.Id == last.Foundry.Id);
        (foundry.CouncilRank, foundry.ListNo, foundry.LiaisonId) = (CouncilRank.ViceChair, 1, db.Staff().Single(s => !s.Left).Id);
        db.Units().Single(u => u.Id == last.University.Id).ListNo = 2;
        var before = db.Meetings().Single(m => m.Year == 2025);
        (before.Name, before.NameEn, before.LegalBody, before.PrivacyNotice) = ("2025年年会", "Annual Meeting 2025", "秘书处", "2025年年会由秘书处负责");
        db.SaveChanges();
    }

    public void Dispose() => last.Dispose();

    CarryOver Carry(params ICarriedOver[] kinds) => new(Database, kinds, new AuditTrail(Database, TimeProvider.System), new LiveUpdates());

    async Task<string> RunAsync(params string[] words)
    {
        var done = Assert.IsType<CarryOverResult.Carried>(await Carry(Kinds).RunAsync((last.Meeting.Id, now.Id), words, "小松", Stop));
        return string.Join(' ', done.Copied.Select(pair => $"{pair.Key}:{pair.Value}"));
    }

    [Fact]
    public async Task Units_with_rank_staff_liaisons_and_texts_come_along_and_people_do_not()
    {
        Assert.Equal("staff:1 units:2 liaisons:1 texts:3", await RunAsync("texts", "liaisons", "units", "staff"));
        using var db = Database.CreateDbContext();
        var units = db.Units().Include(u => u.Organisation).Where(u => u.MeetingId == now.Id).OrderBy(u => u.ListNo).ToList();
        Assert.Equal([("重型铸造有限责任公司", CouncilRank.ViceChair), ("哈尔滨理工大学", CouncilRank.Member)], units.Select(u => (u.Organisation!.FullName, u.CouncilRank!.Value)));
        Assert.Equal("小松", db.Staff().Single(s => s.MeetingId == now.Id && s.Id == units[0].LiaisonId).Nickname);
        Assert.Null(units[1].LiaisonId);
        var meeting = db.Meetings().Single(m => m.Id == now.Id);
        Assert.Equal(("Annual Meeting 2026", "秘书处", "2026年年会由秘书处负责"), (meeting.NameEn, meeting.LegalBody, meeting.PrivacyNotice));
        Assert.Empty(db.Attendees().Where(a => a.MeetingId == now.Id));
        Assert.Equal("carried-over", db.AuditEntries().Single().What);
    }

    [Fact]
    public async Task Done_twice_it_adds_nothing_and_what_was_changed_since_stays()
    {
        await RunAsync("texts", "liaisons", "units", "staff");
        using (var db = Database.CreateDbContext())
        {
            db.Units().Single(u => u.MeetingId == now.Id && u.LiaisonId != null).CouncilRank = CouncilRank.Director;
            db.Meetings().Single(m => m.Id == now.Id).LegalBody = "新秘书处";
            db.SaveChanges();
        }
        Assert.Equal("staff:0 units:0 liaisons:0 texts:0", await RunAsync("texts", "liaisons", "units", "staff"));
        using var after = Database.CreateDbContext();
        Assert.Equal((2, 1), (after.Units().Count(u => u.MeetingId == now.Id), after.Staff().Count(s => s.MeetingId == now.Id)));
        Assert.Equal(CouncilRank.Director, after.Units().Single(u => u.MeetingId == now.Id && u.LiaisonId != null).CouncilRank);
        Assert.Equal("新秘书处", after.Meetings().Single(m => m.Id == now.Id).LegalBody);
    }

    [Fact]
    public async Task Checkpoints_keep_their_distance_from_the_first_day_their_hours_and_what_they_imply()
    {
        var lobby = new Checkpoint { MeetingId = last.Meeting.Id, Name = "报到", Kind = CheckpointKind.ReportIn, OpensAt = new(2025, 11, 22, 1, 0, 0), ClosesAt = new(2025, 11, 24, 10, 0, 0), Items = [new() { Name = "资料袋" }] };
        Database.Add(lobby, new Checkpoint { MeetingId = last.Meeting.Id, Name = "旧", Retired = true });
        Database.Add(new Checkpoint
        {
            MeetingId = last.Meeting.Id, Name = "11月23日上午签到", Kind = CheckpointKind.Session, OpensAt = new(2025, 11, 23, 0, 0, 0), ClosesAt = new(2025, 11, 23, 4, 0, 0),
            Implies = [new() { ImpliedId = lobby.Id }],
        });
        Assert.Equal("checkpoints:2", await RunAsync("checkpoints"));
        Assert.Equal("checkpoints:0", await RunAsync("checkpoints"));
        using var db = Database.CreateDbContext();
        var made = db.Checkpoints().Include(c => c.Items).Include(c => c.Implies).Where(c => c.MeetingId == now.Id).OrderBy(c => c.Id).ToList();
        Assert.Equal([("报到", new DateTime(2026, 11, 9, 1, 0, 0)), ("11月10日上午签到", new DateTime(2026, 11, 10, 0, 0, 0))], made.Select(c => (c.Name, c.OpensAt)));
        Assert.Equal(("资料袋", made[0].Id), (Assert.Single(made[0].Items).Name, Assert.Single(made[1].Implies).ImpliedId));
    }

    [Fact]
    public async Task Where_one_kind_fails_nothing_was_taken_over()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => Carry([.. Kinds, new Failing()]).RunAsync((last.Meeting.Id, now.Id), ["units", "failing"], "小松", Stop));
        using var db = Database.CreateDbContext();
        Assert.Empty(db.Units().Where(u => u.MeetingId == now.Id));
    }

    [Fact]
    public async Task Only_an_earlier_meeting_is_offered_and_taken_from()
    {
        Assert.IsType<CarryOverResult.NoSuchMeeting>(await Carry(Kinds).RunAsync((now.Id, last.Meeting.Id), ["units"], "小松", Stop));
        var offer = new CarryOffer(Database, Kinds);
        Assert.Null(await offer.ReadAsync(2025, Stop));
        var found = (await offer.ReadAsync(2026, Stop))!;
        Assert.Equal((2025, "staff:1 units:2 liaisons:1 texts:3"), (found.FromYear, string.Join(' ', found.Items.Select(item => $"{item.Word}:{item.Count}"))));
    }

    [Fact]
    public async Task The_people_of_a_unit_in_the_last_year_are_named_for_its_form_alone()
    {
        last.Add("李四", last.University);
        last.Add("王五", change: a => a.State = AttendeeState.Cancelled);
        await RunAsync("units");
        using var db = Database.CreateDbContext();
        var unit = db.Units().Single(u => u.MeetingId == now.Id && u.OrganisationId == last.Foundry.OrganisationId);
        var people = new FormerPeople(Database);
        Assert.Equal(["张三"], (await people.ReadAsync(now.Id, unit.Id, Stop)).Select(person => person.Name));
        Assert.Empty(await people.ReadAsync(last.Meeting.Id, unit.Id, Stop));
        Assert.Empty(await people.ReadAsync(last.Meeting.Id, last.Foundry.Id, Stop));
    }

    sealed class Failing : ICarriedOver
    {
        public string Word => "failing";
        public int Order => 99;

        public Task<int> CountAsync(Shared.Data.EventDb db, Meeting from, CancellationToken stop) => Task.FromResult(1);

        public Task<int> CopyAsync(Shared.Data.EventDb db, Meeting from, Meeting to, CancellationToken stop) => throw new InvalidOperationException();
    }
}
