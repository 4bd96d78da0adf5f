using Microsoft.Extensions.Time.Testing;
using Shared.Access;
using Shared.CheckIn;
using Shared.Meetings;
using Shared.Registration;

namespace Shared.Tests.CheckIn;

/// <summary>A small meeting on a real file for the tests of badges and paper: one unit, its people, one checkpoint.</summary>
public sealed class PrintedMeeting : IDisposable
{
    public static readonly DateTime Morning = new(2026, 11, 23, 0, 30, 0, DateTimeKind.Utc);

    public TestDatabase Database { get; } = new();
    public FakeTimeProvider Clock { get; } = new(Morning);
    public AuditTrail Audit { get; }
    public RecordPrintout Record { get; }
    public Meeting Meeting { get; }
    public Unit Unit { get; }
    public Checkpoint ReportIn { get; }

    public PrintedMeeting()
    {
        Audit = new AuditTrail(Database, Clock);
        Record = new RecordPrintout(Database, Audit, Clock);
        Meeting = new Meeting { Year = 2026, Name = "演示联盟2026年年会", FirstDay = new(2026, 11, 23), LastDay = new(2026, 11, 24), CreatedAt = Morning };
        Database.Add(Meeting);
        Unit = NewUnit("演示第01铸造有限公司", CouncilRank.Member);
        ReportIn = new Checkpoint { MeetingId = Meeting.Id, Name = "报到", Kind = CheckpointKind.ReportIn, OpensAt = Morning, ClosesAt = Morning.AddHours(10) };
        Database.Add(ReportIn);
    }

    public Unit NewUnit(string name, CouncilRank? rank = null, int? liaisonId = null)
    {
        var organisation = new Organisation { FullName = name, Kind = OrganisationKind.Enterprise };
        Database.Add(organisation);
        var unit = new Unit { MeetingId = Meeting.Id, OrganisationId = organisation.Id, CouncilRank = rank, LiaisonId = liaisonId };
        Database.Add(unit);
        return unit;
    }

    public Attendee Register(string name, int listNo, AttendeeCategory category = AttendeeCategory.Delegate, Action<Attendee>? change = null)
    {
        var attendee = new Attendee { MeetingId = Meeting.Id, UnitId = Unit.Id, Name = name, ListNo = listNo, Category = category, ConfirmedAt = Morning };
        change?.Invoke(attendee);
        Database.Add(attendee);
        return attendee;
    }

    /// <summary>Puts the person in at the checkpoint, with the scan that recorded it.</summary>
    public void Arrive(Attendee attendee, DateTime? at = null, Checkpoint? checkpoint = null)
    {
        var where = (checkpoint ?? ReportIn).Id;
        var when = at ?? Morning.AddMinutes(11);
        var scan = new Scan
        {
            MeetingId = Meeting.Id, CheckpointId = where, AttendeeId = attendee.Id, Outcome = ScanOutcome.Welcome, Direction = ScanDirection.In,
            Source = ScanSource.List, EnteredBy = "小松", RecordedAt = when, OccurredAt = when,
        };
        Database.Add(scan);
        Database.Add(new Presence { CheckpointId = where, AttendeeId = attendee.Id, Inside = true, FirstScanId = scan.Id, FirstAt = when, LastAt = when });
    }

    public void Dispose() => Database.Dispose();
}
