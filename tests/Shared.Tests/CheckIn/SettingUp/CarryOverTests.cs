using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.CheckIn;
using Shared.CheckIn.SettingUp;
using Shared.Live;
using Shared.Meetings;
using Shared.Meetings.CarryingOver;
using Shared.Registration;
using Shared.Registration.Replies;
using Shared.Tests.Registration;

namespace Shared.Tests.CheckIn.SettingUp;

public sealed class CarryOverTests : IDisposable
{
    static readonly ICarriedOver[] Kinds = [new CarriedTexts(), new CarriedLiaisons(), new CarriedUnits(), new CarriedStaff(), new CarriedCheckpoints(), new CarriedContacts(TimeProvider.System), new CarriedRules(), new CarriedIntents(TimeProvider.System)];
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
        (before.Name, before.NameEn, before.LegalBody, before.PrivacyNotice) = ("2025年年会", "Annual Meeting 2025", "秘书处", "2025年年会由秘书处负责，联系：15420250001");
        db.SaveChanges();
    }

    public void Dispose() => last.Dispose();

    CarryOver Carry(params ICarriedOver[] kinds) => new(Database, kinds, new AuditTrail(Database, TimeProvider.System), new LiveUpdates());

    async Task<string> RunAsync(params string[] words)
    {
        var done = Assert.IsType<CarryOverResult.Carried>(await Carry(Kinds).RunAsync((last.Meeting.Id, now.Id), words, "小松", Stop));
        return string.Join(' ', done.Copied.Select(pair => $"{pair.Key}:{pair.Value}").Concat(done.LeftOut.Select(pair => $"{pair.Key} left:{pair.Value}")));
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
        Assert.Equal(("Annual Meeting 2026", "秘书处", "2026年年会由秘书处负责，联系：15420250001"), (meeting.NameEn, meeting.LegalBody, meeting.PrivacyNotice));
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

    Checkpoint Session(string name, string? english, int day) => new()
    {
        MeetingId = last.Meeting.Id, Name = name, NameEn = english, Kind = CheckpointKind.Session, OpensAt = new(2025, 11, day, 0, 0, 0), ClosesAt = new(2025, 11, day, 4, 0, 0),
    };

    [Fact]
    public async Task A_shorter_meeting_leaves_out_what_lies_behind_it_and_closes_with_its_own_last_day()
    {
        using (var db = Database.CreateDbContext())
        {
            db.Meetings().Single(m => m.Id == now.Id).LastDay = new(2026, 11, 10);
            db.SaveChanges();
        }
        var lobby = new Checkpoint { MeetingId = last.Meeting.Id, Name = "报到", Kind = CheckpointKind.ReportIn, OpensAt = new(2025, 11, 22, 1, 0, 0), ClosesAt = new(2025, 11, 24, 10, 0, 0) };
        Database.Add(lobby, Session("11月23日上午", "Session 11/23 morning", 23), Session("第二天", "24 November", 24));
        Assert.Equal("checkpoints:2 checkpoints left:1", await RunAsync("checkpoints"));
        using var after = Database.CreateDbContext();
        Assert.Equal([("报到", null, new DateTime(2026, 11, 10, 10, 0, 0)), ("11月10日上午", "Session 11/10 morning", new DateTime(2026, 11, 10, 4, 0, 0))],
            after.Checkpoints().Where(c => c.MeetingId == now.Id).OrderBy(c => c.Id).ToList().Select(c => (c.Name, c.NameEn, c.ClosesAt)));
    }

    [Fact]
    public async Task A_checkpoint_that_was_there_already_is_implied_as_before()
    {
        var (lobby, here) = (new Checkpoint { MeetingId = last.Meeting.Id, Name = "报到", OpensAt = new(2025, 11, 22, 1, 0, 0), ClosesAt = new(2025, 11, 24, 10, 0, 0) }, new Checkpoint { MeetingId = now.Id, Name = "报到" });
        Database.Add(lobby, here);
        var session = Session("12 November", null, 23);
        session.Implies = [new() { ImpliedId = lobby.Id }];
        Database.Add(session);
        Assert.Equal("checkpoints:1", await RunAsync("checkpoints"));
        using var db = Database.CreateDbContext();
        Assert.Equal(here.Id, db.Checkpoints().Include(c => c.Implies).Single(c => c.MeetingId == now.Id && c.Name == "12 November").Implies.Single().ImpliedId);
    }

    [Fact]
    public async Task Rules_for_replies_come_along_but_for_their_deadline()
    {
        Database.Add(new ReplyRules { MeetingId = last.Meeting.Id, Deadline = new(2025, 11, 1), Ways = ReplyWays.Link, ContactName = "小松", ContactPhone = "15420250001", Extra = "2025年起不收纸质回执", ViceChairPlaces = 5 });
        Assert.Equal("rules:1", await RunAsync("rules"));
        Assert.Equal("rules:0", await RunAsync("rules"));
        using var db = Database.CreateDbContext();
        var rules = db.Set<ReplyRules>().Single(r => r.MeetingId == now.Id);
        Assert.Equal((null, ReplyWays.Link, "小松", "15420250001", "2026年起不收纸质回执", 5), (rules.Deadline, rules.Ways, rules.ContactName, rules.ContactPhone, rules.Extra, rules.ViceChairPlaces));
    }

    [Fact]
    public async Task Contacts_come_along_with_their_units_and_overwrite_nobody()
    {
        Reply Of(Unit unit, string contact) => new() { MeetingId = unit.MeetingId, UnitId = unit.Id, Nonce = [1], MadeAt = new(2025, 1, 1), ContactName = contact, ContactPhone = "15400000009", RepliedAt = new(2025, 1, 2) };
        Database.Add(Of(last.Foundry, "权姐"), Of(last.University, "大树"));
        await RunAsync("units");
        using (var db = Database.CreateDbContext())
        {
            var here = db.Units().Single(u => u.MeetingId == now.Id && u.OrganisationId == last.University.OrganisationId);
            db.Add(Of(here, "新人"));
            db.SaveChanges();
        }
        Assert.Equal("contacts:1", await RunAsync("contacts"));
        Assert.Equal("contacts:0", await RunAsync("contacts"));
        using var after = Database.CreateDbContext();
        var replies = after.Replies().Where(r => r.MeetingId == now.Id).OrderBy(r => r.ContactName).ToList();
        Assert.Equal(["新人", "权姐"], replies.Select(r => r.ContactName).Order(StringComparer.Ordinal));
        var carried = replies.Single(r => r.ContactName == "权姐");
        Assert.Equal((null, null, "15400000009", false), (carried.RepliedAt, carried.SentAt, carried.ContactPhone, carried.Nonce.SequenceEqual(new byte[] { 1 })));
    }

    [Fact]
    public async Task Intents_stand_in_the_new_form_unsent_for_the_unit_to_confirm()
    {
        Database.Add(new Reply { MeetingId = last.Meeting.Id, UnitId = last.Foundry.Id, Nonce = [1], MadeAt = new(2025, 1, 1), RepliedAt = new(2025, 1, 2), Need = "铸件缺陷在线检测", WantsToMeet = "材料学院", HalalPortions = 2 });
        await RunAsync("units");
        Assert.Equal("intents:1", await RunAsync("intents"));
        Assert.Equal("intents:0", await RunAsync("intents"));
        using var db = Database.CreateDbContext();
        var reply = db.Replies().Single(r => r.MeetingId == now.Id);
        var view = (await new ReplyForm(Database, new(Database), TimeProvider.System).ReadAsync(reply.Id, Stop))!;
        Assert.Equal(("铸件缺陷在线检测", "材料学院", false), (view.Answers[ReplyFields.Need], view.Answers[ReplyFields.WantsToMeet], view.Answers.ContainsKey(ReplyFields.Halal)));
        Assert.Equal([ReplyFields.Need, ReplyFields.WantsToMeet], view.Pending.Order());
        Assert.Null(reply.Need);
        var meeting = (await new MeetingCalendar(Database).ReadAsync(2026, Stop))!;
        Assert.Equal((ReplyState.NotSent, 0), (await new ReplyTracking(Database, TimeProvider.System).ReadAsync(meeting, Stop)).Rows.Where(row => row.ReplyId == reply.Id).Select(row => (row.State, row.Unsent)).Single());
    }

    [Fact]
    public async Task Nothing_is_taken_from_the_sample_nor_named_from_it()
    {
        await RunAsync("units");
        using (var db = Database.CreateDbContext())
        {
            db.Meetings().Single(m => m.Id == last.Meeting.Id).IsSample = true;
            db.SaveChanges();
        }
        Assert.IsType<CarryOverResult.NoSuchMeeting>(await Carry(Kinds).RunAsync((last.Meeting.Id, now.Id), ["staff"], "小松", Stop));
        using var after = Database.CreateDbContext();
        var unit = after.Units().Single(u => u.MeetingId == now.Id && u.OrganisationId == last.Foundry.OrganisationId);
        Assert.Empty(await new FormerPeople(Database).ReadAsync(now.Id, unit.Id, Stop));
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

        public Task<CarriedCount> CopyAsync(Shared.Data.EventDb db, Meeting from, Meeting to, CancellationToken stop) => throw new InvalidOperationException();
    }
}
