using System.Security.Cryptography;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Shared.Access;
using Shared.CheckIn;
using Shared.CheckIn.Writing;
using Shared.Data;
using Shared.Live;
using Shared.Meetings;
using Shared.Registration;
using Shared.Tests.Registration;

namespace Shared.Tests.CheckIn;

/// <summary>A meeting on its first morning: a liaison, people with badges, a report-in, stations and the writer, as tests of check-in need them.</summary>
sealed class Hall : IDisposable
{
    public static readonly DateTime Morning = new(2026, 11, 23, 0, 30, 0, DateTimeKind.Utc);

    public Rosters Roster { get; } = new();
    public TestDatabase Database => Roster.Database;
    public int MeetingId => Roster.Meeting.Id;
    public FakeTimeProvider Clock { get; } = new(Morning);
    public LiveUpdates Updates { get; } = new();
    public BadgeKey Key { get; }
    public StaffMember Liaison { get; }
    public Checkpoint ReportIn { get; }
    public CheckInWriter Writer { get; }

    public Hall()
    {
        Key = new BadgeKey(Database.Data);
        Writer = new CheckInWriter(Database.Data, Updates, Clock, NullLogger<CheckInWriter>.Instance) { Patience = TimeSpan.FromMilliseconds(300) };
        Liaison = new StaffMember { MeetingId = MeetingId, Name = "宋小松", Nickname = "小松" };
        Database.Add(Liaison);
        ReportIn = AddCheckpoint("报到", checkpoint => checkpoint.Kind = CheckpointKind.ReportIn);
    }

    public AuditTrail Audit => new(Database, Clock);
    public ScanBadge ScanBadge => new(Writer, Key, new ReadShownAtScan([], NullLogger<ReadShownAtScan>.Instance), NullLogger<ScanBadge>.Instance);
    public UndoScan UndoScan => new(Writer);
    public CheckInByHand ByHand => new(Writer, Key);

    public Checkpoint AddCheckpoint(string name, Action<Checkpoint>? change = null)
    {
        var checkpoint = new Checkpoint { MeetingId = MeetingId, Name = name, Kind = CheckpointKind.Session, OpensAt = Morning.AddHours(-1), ClosesAt = Morning.AddHours(8) };
        change?.Invoke(checkpoint);
        Database.Add(checkpoint);
        return checkpoint;
    }

    /// <summary>A station with a token, worked by the liaison unless it is a kiosk.</summary>
    public CallerAsk AddStation(string name, StationKind kind = StationKind.Desk, Action<Station>? change = null)
    {
        var token = StationToken.Hash(StationToken.New());
        var station = new Station { MeetingId = MeetingId, Name = name, Kind = kind, OperatorId = kind == StationKind.Kiosk ? null : Liaison.Id, TokenHash = token, EnrolledAt = Morning.AddHours(-2) };
        change?.Invoke(station);
        Database.Add(station);
        return CallerAsk.Station(token);
    }

    /// <summary>A badge's code; without a person it is a spare.</summary>
    public string AddBadge(Attendee? attendee = null, Action<Badge>? change = null)
    {
        var secret = RandomNumberGenerator.GetBytes(Badge.IdBytes);
        var code = Key.Code(secret);
        using var db = Database.CreateDbContext();
        var badge = new Badge { MeetingId = MeetingId, AttendeeId = attendee?.Id, Secret = secret, CodeHash = BadgeKey.Hash(code), Number = $"A{db.Badges().Count() + 1:000}", IssuedAt = Morning };
        change?.Invoke(badge);
        Database.Add(badge);
        return code;
    }

    public ScanAsk Ask(string code, Checkpoint? at = null) => new() { Code = code, CheckpointId = (at ?? ReportIn).Id, Nonce = Guid.NewGuid() };

    public ScanAsk Ask(Attendee person, Checkpoint? at = null) => new() { AttendeeId = person.Id, CheckpointId = (at ?? ReportIn).Id, Nonce = Guid.NewGuid() };

    /// <summary>A scan that must be decided, not refused.</summary>
    public async Task<ScanResult> ScanAsync(CallerAsk station, ScanAsk ask)
    {
        var answer = await ScanBadge.RunAsync(station, ask, TestContext.Current.CancellationToken);
        return answer.Value ?? throw new InvalidOperationException($"{answer.Refusal}");
    }

    public T Read<T>(Func<EventDb, T> read)
    {
        using var db = Database.CreateDbContext();
        return read(db);
    }

    public void Dispose()
    {
        Writer.Dispose();
        Roster.Dispose();
    }
}
