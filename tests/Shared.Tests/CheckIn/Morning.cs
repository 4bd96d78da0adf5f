using Microsoft.Extensions.Time.Testing;
using Shared.CheckIn;
using Shared.Meetings;
using Shared.Registration;

namespace Shared.Tests.CheckIn;

/// <summary>A meeting on its first morning: 09:00 at the venue, report-in and the first session open.</summary>
sealed class Morning : IDisposable
{
    public static readonly DateTime Nine = new(2026, 11, 23, 1, 0, 0, DateTimeKind.Utc);
    static int year = Meeting.FirstYear;

    public TestDatabase Database { get; }
    public Meeting Meeting { get; }
    public Checkpoint ReportIn { get; }
    public Checkpoint Session { get; }
    public FakeTimeProvider Clock { get; } = new(Nine);
    readonly bool owned;
    int made;

    public Morning(TestDatabase? shared = null, DateTime? frozenAt = null)
    {
        owned = shared is null;
        Database = shared ?? new TestDatabase();
        var day = new DateOnly(2026, 11, 23);
        Meeting = new Meeting { Year = Interlocked.Increment(ref year), Name = "年会", FirstDay = day, LastDay = day.AddDays(1), FrozenAt = frozenAt, CreatedAt = Nine };
        Database.Add(Meeting);
        ReportIn = Add(new Checkpoint { Name = "报到", Kind = CheckpointKind.ReportIn, MeetingId = Meeting.Id, OpensAt = Nine.AddHours(-12), ClosesAt = Nine.AddHours(30) });
        Session = Add(new Checkpoint { Name = "开幕式", Kind = CheckpointKind.Session, MeetingId = Meeting.Id, OpensAt = Nine.AddHours(-1), ClosesAt = Nine.AddHours(3) });
    }

    public T Add<T>(T row) where T : class
    {
        Database.Add(row);
        return row;
    }

    public Unit AddUnit(CouncilRank? rank = CouncilRank.Member, DateOnly? leftOn = null)
    {
        var number = ++made;
        var body = Add(new Organisation { FullName = $"演示第{Meeting.Year}-{number}铸造有限公司", Kind = OrganisationKind.Enterprise });
        return Add(new Unit { MeetingId = Meeting.Id, OrganisationId = body.Id, CouncilRank = rank, ListNo = number, LeftOn = leftOn });
    }

    public Attendee AddPerson(Unit unit, AttendeeState state = AttendeeState.Confirmed, DateTime? changedAt = null, AttendeeSource source = AttendeeSource.Import,
        Attendee? substitutesFor = null, AttendeeCategory category = AttendeeCategory.Delegate, StageRoles roles = StageRoles.None) => Add(new Attendee
        {
            MeetingId = Meeting.Id, UnitId = unit.Id, Name = $"王{++made}", State = state, StateChangedAt = changedAt, Source = source, ListNo = made,
            SubstitutesForId = substitutesFor?.Id, Category = category, Roles = roles, ConfirmedAt = Nine.AddDays(-30),
        });

    public void Arrive(Attendee person, DateTime? at = null, Checkpoint? where = null, int day = 0, bool inside = true) => Add(new Presence
    {
        CheckpointId = (where ?? ReportIn).Id, AttendeeId = person.Id, Day = day, Inside = inside, FirstAt = at ?? Nine, LastAt = at ?? Nine,
    });

    public async Task<CheckpointNumbers> NumbersAsync(Checkpoint? at = null) =>
        await new CheckpointStatus(Database, Clock).ReadAsync(Meeting.Id, (at ?? ReportIn).Id, TestContext.Current.CancellationToken)
        ?? throw new InvalidOperationException("no such checkpoint");

    public void Dispose()
    {
        if (owned) Database.Dispose();
    }
}
