using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Shared.CheckIn;
using Shared.CheckIn.Badges;
using Shared.Demo;
using Shared.Live;
using Shared.Meetings;
using Shared.Registration;

namespace Shared.Tests.Demo;

/// <summary>The sample meeting made once on a Monday morning in Qiqihar, with all its rows.</summary>
public sealed class SampleHall : IAsyncLifetime
{
    public TestDatabase Database { get; } = new();
    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 23, 1, 0, 0, TimeSpan.Zero));
    public BadgeKey Key { get; }
    public int MeetingId { get; private set; }
    public Meeting Meeting { get; private set; } = null!;
    public List<Unit> Units { get; private set; } = [];
    public List<Attendee> Attendees { get; private set; } = [];
    public List<StaffMember> Staff { get; private set; } = [];
    public List<Checkpoint> Checkpoints { get; private set; } = [];

    public SampleHall() => Key = new BadgeKey(Database.Data);

    public MakeSampleMeeting Make() => new(Database, new BadgeMint(Key, Clock, new LiveUpdates()), Clock);

    public async ValueTask InitializeAsync()
    {
        MeetingId = await Make().RunAsync();
        await ReadAsync();
    }

    public async Task ReadAsync()
    {
        await using var db = Database.CreateDbContext();
        Meeting = await db.Meetings().SingleAsync();
        Units = await db.Units().Include(u => u.Organisation!.Aliases).OrderBy(u => u.ListNo).ToListAsync();
        Attendees = await db.Attendees().Include(a => a.Journeys).Include(a => a.Consents).OrderBy(a => a.ListNo).ToListAsync();
        Staff = await db.Staff().OrderBy(s => s.Id).ToListAsync();
        Checkpoints = await db.Checkpoints().Include(c => c.Implies).Include(c => c.Items).OrderBy(c => c.Id).ToListAsync();
    }

    public Unit UnitOf(Attendee attendee) => Units.Single(u => u.Id == attendee.UnitId);

    public ValueTask DisposeAsync()
    {
        Database.Dispose();
        return ValueTask.CompletedTask;
    }
}
