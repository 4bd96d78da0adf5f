using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.CheckIn.Reading;
using Shared.Data;
using Shared.Live;
using Shared.Meetings;
using Shared.Registration;
using Shared.Seating;
using Shared.Seating.Filling;
using Shared.Seating.Placing;
using Shared.Seating.Versions;
using Shared.Tests.Registration;

namespace Shared.Tests.Seating;

/// <summary>A meeting with a hall, as tests of seats need it.</summary>
sealed class Halls : IDisposable
{
    public const string Who = "小松";

    public Rosters Rosters { get; } = new();
    public int Hall { get; }
    public int MeetingId => Rosters.Meeting.Id;
    public ReadLanes Lanes { get; }

    AuditTrail Audit => new(Rosters.Database, TimeProvider.System);

    public LiveUpdates Live { get; } = new();

    public Halls()
    {
        Lanes = new(Rosters.Database.Data);
        Hall = new SaveHall(Rosters.Database, Audit, Live).RunAsync(MeetingId, new() { Name = "主会场" }, Who).GetAwaiter().GetResult().Id;
    }

    public static ZoneEntry Rows(int rows, int perRow, string? aisles = null, int front = 0) => new() { Name = "池座", Rows = rows, PerRow = perRow, Aisles = aisles, FrontRows = front };

    public Task<SaveZoneResult> SaveZoneAsync(ZoneEntry entry, int? hall = null, int? meeting = null) => new SaveZone(Rosters.Database, Audit, Live).RunAsync(meeting ?? MeetingId, hall ?? Hall, entry, Who);

    public async Task<int> AddZoneAsync(ZoneEntry entry)
    {
        var saved = await SaveZoneAsync(entry);
        Assert.Empty(saved.Problems);
        return saved.Id;
    }

    public async Task<string> WrongAsync(ZoneEntry entry) => string.Join(' ', (await SaveZoneAsync(entry)).Problems.Select(p => $"{p.Field}:{p.Problem}"));

    public int Seat(int row, int number, string zone = "池座") => Read(db => db.Set<Seat>().Single(s => s.Zone!.HallId == Hall && s.Zone.Name == zone && s.Row == row && s.Number == number).Id);

    public T Read<T>(Func<EventDb, T> read)
    {
        using var db = Rosters.Database.CreateDbContext();
        return read(db);
    }

    public Attendee Add(string name, Unit? unit = null, Action<Attendee>? change = null) => Rosters.Add(name, unit, change);

    public void Change(Attendee person, Action<Attendee> change)
    {
        using var db = Rosters.Database.CreateDbContext();
        change(db.Set<Attendee>().Single(a => a.Id == person.Id));
        db.SaveChanges();
    }

    public Attendee Replace(Attendee original, string by)
    {
        Change(original, a => a.State = AttendeeState.Replaced);
        return Add(by, null, a => (a.SubstitutesForId, a.UnitId, a.ListNo) = (original.Id, original.UnitId, original.ListNo));
    }

    public Task<SeatResult> PutAsync(Attendee person, int row, int number, string who = Who) => new SeatPerson(Rosters.Database, Audit, Live).RunAsync(MeetingId, Hall, Seat(row, number), person.Id, who);

    public Task<SeatResult> SwapAsync(Attendee one, Attendee two, string who = Who) => new SwapSeats(Rosters.Database, Audit, Live).RunAsync(MeetingId, Hall, one.Id, two.Id, who);

    public Task<SeatResult> UnseatAsync(Attendee person) => new UnseatPerson(Rosters.Database, Audit, Live).RunAsync(MeetingId, Hall, person.Id, Who);

    public Task<SeatResult> LockAsync(Attendee person, bool locked = true) => new LockSeat(Rosters.Database, Audit, Live).RunAsync(MeetingId, Hall, person.Id, locked, Who);

    public Task<SeatResult> UndoAsync(string who = Who) => new UndoSeating(Rosters.Database, Audit, Live).RunAsync(MeetingId, Hall, who);

    public Task<SeatResult> RedoAsync(string who = Who) => new RedoSeating(Rosters.Database, Audit, Live).RunAsync(MeetingId, Hall, who);

    /// <param name="seen">The plan that was agreed to; the one in force where none is given.</param>
    public async Task<FillResult> FillAsync(FillWish wish, long? seen = null) => await new FillAudience(Rosters.Database, Audit, Live).RunAsync(MeetingId, Hall, wish, seen ?? (await MapAsync()).Stamp, Who);

    public async Task<SeatMapView> MapAsync(string who = Who) => (await new SeatMap(Rosters.Database).ReadAsync(MeetingId, Hall, who))!;

    /// <summary>Each row as the audience reads it; an empty seat is a dot.</summary>
    public async Task<string[]> PlanAsync() => [.. (await MapAsync()).Seats.GroupBy(s => s.Row).Select(row => string.Join(' ', row.Select(s => s.Person?.Name ?? "·")))];

    public IReadOnlyList<SeatPlace> Places(Attendee person) => new SeatsOf(Lanes).Read(MeetingId, person.Id);

    public Task<FieldProblem?> KeepAsync(string? name) => new SaveSeatVersion(Rosters.Database, Audit, Live).RunAsync(MeetingId, Hall, name, Who);

    public async Task<SeatResult> RestoreAsync(int version, long? seen = null) => await new RestoreSeatVersion(Rosters.Database, Audit, Live).RunAsync(MeetingId, version, seen ?? (await MapAsync()).Stamp, Who);

    public void Dispose()
    {
        Lanes.Dispose();
        Rosters.Dispose();
    }
}
