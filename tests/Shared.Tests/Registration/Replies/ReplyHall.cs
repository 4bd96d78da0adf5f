using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Shared.Access;
using Shared.CheckIn;
using Shared.CheckIn.Badges;
using Shared.Live;
using Shared.Meetings;
using Shared.Registration;
using Shared.Registration.Replies;

namespace Shared.Tests.Registration.Replies;

/// <summary>A meeting of two units, of which the university has a reply link; the deadline lies ten days ahead.</summary>
sealed class ReplyHall : IDisposable
{
    public const string Clerk = "办公室";
    public static readonly DateTime Deadline = new(2026, 11, 20, 10, 0, 0, DateTimeKind.Utc);

    public Rosters Rosters { get; } = new();
    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(Deadline.AddDays(-10)));
    public LinkKey Key { get; }
    public ReplyLink Link { get; }

    public ReplyHall()
    {
        Key = new(Rosters.Database.Data);
        Rosters.Database.Add(new ReplyRules { MeetingId = Rosters.Meeting.Id, Deadline = Deadline });
        Link = Invite.RunAsync(Rosters.Meeting.Id, [Rosters.University.Id], sent: true, "小松").GetAwaiter().GetResult()[0];
    }

    public AuditTrail Audit => new(Rosters.Database, Clock);
    public InviteUnits Invite => new(Rosters.Database, Key, Audit, Live);
    public LiveUpdates Live { get; } = new();
    public MakeAttendeeLinks Links => new(Rosters.Database, Key, Audit, Live);
    public PlaceTaking Places => new(new CheckInTies(new BadgeMint(new BadgeKey(Rosters.Database.Data), Clock, Live)), Audit);
    public SendReply Sender => new(Rosters.Database, Places, Live, Links);
    public DecideChanges Decider => new(Rosters.Database, Places, Live, Links);
    public ReplyForm Form => new(Rosters.Database, new(Rosters.Database), Clock);

    public async Task<ReplyEditResult> TypeAsync(string person, string field, string text, string before = "", string editor = Clerk) =>
        (await new TypeReply(Rosters.Database, Live, Clock).RunAsync(Link.ReplyId, editor, [new(person, field, before, text)], TestContext.Current.CancellationToken))![0];

    /// <summary>Types what a person must answer, and what the unit must.</summary>
    public async Task FillAsync(string person, string name, params (string Field, string Text)[] more)
    {
        (string, string, string)[] all =
        [
            (person, ReplyFields.Name, name), (person, ReplyFields.Post, "科研管理人员"), (person, ReplyFields.Phone, "15400001234"), (person, ReplyFields.Arrival.Mode, "local"), (person, ReplyFields.Lodging, ReplyFields.No),
            ("", ReplyFields.ContactName, "李娜"), ("", ReplyFields.ContactPhone, "15400009999"), ("", ReplyFields.Informed, ReplyFields.Yes), .. more.Select(one => (person, one.Field, one.Text)),
        ];
        foreach (var (who, field, text) in all)
            Assert.IsType<ReplyEditResult.Kept>(await TypeAsync(who, field, text, Shown(await ViewAsync(), who, field)));
    }

    static string Shown(ReplyView view, string person, string field) =>
        (person.Length == 0 ? view.Answers : view.People.FirstOrDefault(one => one.Key == person)?.Answers)?.GetValueOrDefault(field) ?? "";

    public Task<SendReplyResult> SendAsync(string? by = null) => Sender.RunAsync(Link.ReplyId, Clerk, by, TestContext.Current.CancellationToken);

    public async Task<ReplyView> ViewAsync() => (await Form.ReadAsync(Link.ReplyId, TestContext.Current.CancellationToken))!;

    public async Task<ReplyRow> RowAsync() => (await BoardAsync()).Rows.Single(row => row.UnitId == Rosters.University.Id);

    public Task<ReplyBoard> BoardAsync() => new ReplyTracking(Rosters.Database, Clock).ReadAsync(View, TestContext.Current.CancellationToken);

    public async Task<IReadOnlyList<ChangeGroup>> RequestsAsync() => await new ChangeRequests(Rosters.Database).ReadAsync(View, TestContext.Current.CancellationToken);

    public Task<int> DecideAsync(bool accept, params int[] ids) => Decider.RunAsync(Rosters.Meeting.Id, ids, accept, accept ? null : "房间已满", "小松", TestContext.Current.CancellationToken);

    public List<Attendee> People()
    {
        using var db = Rosters.Database.CreateDbContext();
        return [.. db.Attendees().Include(a => a.Journeys).Include(a => a.Stay).Include(a => a.Consents).Where(a => a.UnitId == Rosters.University.Id).OrderBy(a => a.Id)];
    }

    public MeetingView View => new(Rosters.Meeting.Id, Rosters.Meeting.Year, Rosters.Meeting.Name, null, Rosters.Meeting.FirstDay, Rosters.Meeting.LastDay, null, TimeZoneInfo.FindSystemTimeZoneById(Rosters.Meeting.TimeZone), false);

    /// <summary>Lets the university have come to the meeting of the year before with these people.</summary>
    public void AddLastYear(params string[] names)
    {
        var before = new Meeting { Year = Rosters.Meeting.Year - 1, Name = "去年", FirstDay = Rosters.Meeting.FirstDay.AddYears(-1), LastDay = Rosters.Meeting.LastDay.AddYears(-1) };
        Rosters.Database.Add(before);
        var unit = new Unit { MeetingId = before.Id, OrganisationId = Rosters.University.OrganisationId, ListNo = 1 };
        Rosters.Database.Add(unit);
        Rosters.Database.Add([.. names.Select((name, i) => new Attendee { MeetingId = before.Id, UnitId = unit.Id, Name = name, ListNo = i + 1 })]);
    }

    public void SetRank(CouncilRank rank)
    {
        using var db = Rosters.Database.CreateDbContext();
        db.Units().Where(u => u.Id == Rosters.University.Id).ExecuteUpdate(set => set.SetProperty(u => u.CouncilRank, rank));
    }

    public void PassDeadline() => Clock.SetUtcNow(new(Deadline.AddMinutes(1)));

    public void Dispose() => Rosters.Dispose();
}
