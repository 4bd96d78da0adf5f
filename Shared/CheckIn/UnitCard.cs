using Microsoft.EntityFrameworkCore;
using Shared.CheckIn.Paper;
using Shared.CheckIn.Reading;
using Shared.Data;
using Shared.Registration;

namespace Shared.CheckIn;

/// <summary>One person of a unit at the desk. Who only had things collected (代领) has not arrived.</summary>
public sealed record UnitPerson(int Id, string Name, string? Post, AttendeeCategory Category)
{
    public string? BadgeNo { get; init; }
    public required DeskState State { get; init; }
    public DateTime? ArrivedAt { get; init; }
    public IReadOnlyList<ShownHandout> Handouts { get; init; } = [];

    /// <summary>The colleague who collected what was handed over.</summary>
    public string? CollectedBy => Handouts.LastOrDefault(given => given.CollectedBy is not null)?.CollectedBy;

    [System.Text.Json.Serialization.JsonIgnore]
    public SheetLine? Line { get; init; }

    /// <summary>Page and line of the paper sheet, in the caller's language.</summary>
    public string? Sheet { get; init; }
}

public sealed record UnitPeople(int Id, string Name, string? Liaison, IReadOnlyList<UnitPerson> Attendees);

/// <summary>A unit's people with what each has, for a colleague who reports in for all.</summary>
public sealed class UnitCard(IDbContextFactory<EventDb> dbs, ReadLanes lanes, SheetLines sheets, TimeProvider clock)
{
    /// <summary>Null where the meeting has no such unit.</summary>
    public async Task<UnitPeople?> ReadAsync(int meetingId, int unitId, int checkpointId, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var staff = db.Set<Meetings.StaffMember>();
        var unit = await db.Set<Meetings.Unit>().Where(u => u.Id == unitId && u.MeetingId == meetingId)
            .Select(u => new { Name = u.Organisation!.ShortName ?? u.Organisation.FullName, Liaison = staff.Where(s => s.Id == u.LiaisonId).Select(s => s.Nickname ?? s.Name).FirstOrDefault() }).SingleOrDefaultAsync(stop);
        if (unit is null) return null;
        var day = await CheckpointScope.TodayAsync(db, checkpointId, clock.GetUtcNow().UtcDateTime, stop);
        var (presences, badges) = (db.Presences(), db.Badges());
        var people = await db.Attendees().Listed(meetingId).Where(a => a.UnitId == unitId && a.State != AttendeeState.Replaced).OrderBy(a => a.ListNo).ThenBy(a => a.Id)
            .Select(a => new { a.Id, a.Name, a.Post, a.Category, a.State,
                BadgeNo = badges.Where(b => b.AttendeeId == a.Id && b.RevokedAt == null).Select(b => b.Number).FirstOrDefault(),
                At = presences.Where(p => p.CheckpointId == checkpointId && p.AttendeeId == a.Id && p.Day == day).Max(p => (DateTime?)p.FirstAt) }).ToListAsync(stop);
        var rows = new List<UnitPerson>(people.Count);
        foreach (var person in people)
            rows.Add(new(person.Id, person.Name, person.Post, person.Category)
            {
                BadgeNo = person.BadgeNo, ArrivedAt = person.At, State = State(person.State, person.At), Handouts = lanes.Read(lane => HandoutState.Of(lane, checkpointId, person.Id)),
                Line = await sheets.ReadAsync(meetingId, checkpointId, person.Id, stop),
            });
        return new(unitId, unit.Name, unit.Liaison, rows);
    }

    static DeskState State(AttendeeState state, DateTime? arrivedAt) => arrivedAt is not null ? DeskState.Arrived : state switch
    {
        AttendeeState.OnLeave => DeskState.OnLeave,
        AttendeeState.Cancelled => DeskState.Cancelled,
        _ => DeskState.NotArrived,
    };
}
