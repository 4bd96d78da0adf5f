using Microsoft.Extensions.Time.Testing;
using Shared.Access;
using Shared.CheckIn;
using Shared.Meetings;
using Shared.Registration;
using Shared.Tests.Registration;

namespace Shared.Tests.CheckIn;

/// <summary>A meeting on its first morning: a liaison, people with badges, a report-in and stations, as tests of check-in need them.</summary>
sealed class Hall : IDisposable
{
    public static readonly DateTime Morning = new(2026, 11, 23, 0, 30, 0, DateTimeKind.Utc);

    public Rosters Roster { get; } = new();
    public TestDatabase Database => Roster.Database;
    public int MeetingId => Roster.Meeting.Id;
    public FakeTimeProvider Clock { get; } = new(Morning);
    public BadgeKey Key { get; }
    public StaffMember Liaison { get; }
    public Checkpoint ReportIn { get; }

    public Hall()
    {
        Key = new BadgeKey(Database.Data);
        Liaison = new StaffMember { MeetingId = MeetingId, Name = "宋小松", Nickname = "小松" };
        Database.Add(Liaison);
        ReportIn = AddCheckpoint("报到", checkpoint => checkpoint.Kind = CheckpointKind.ReportIn);
    }

    public AuditTrail Audit => new(Database, Clock);

    public Checkpoint AddCheckpoint(string name, Action<Checkpoint>? change = null)
    {
        var checkpoint = new Checkpoint { MeetingId = MeetingId, Name = name, Kind = CheckpointKind.Session, OpensAt = Morning.AddHours(-1), ClosesAt = Morning.AddHours(8) };
        change?.Invoke(checkpoint);
        Database.Add(checkpoint);
        return checkpoint;
    }

    public void Dispose() => Roster.Dispose();
}
