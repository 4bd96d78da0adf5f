using Microsoft.EntityFrameworkCore;
using Shared.Data;
using Shared.Meetings;
using Shared.Registration;
using Shared.Registration.Replies;

namespace Shared.CheckIn;

/// <summary>How far somebody is on the way to the meeting.</summary>
public enum OnTheWay { NotReplied = 1, Replied, Travelling, Arrived, OnLeave }

/// <param name="Phone">In full: whoever shows it says so in the audit trail.</param>
/// <param name="ArrivedAt">At report-in, UTC.</param>
public sealed record MyPerson(int Id, string Name, string? Post, string? Phone, OnTheWay State, DateTime? ArrivedAt, StageRoles Roles, TravelNote? Arrival, string? LastNote);

/// <param name="Contact">Who answers for the unit, with the number in full.</param>
public sealed record MyUnit(int Id, string Name, string? Contact, string? ContactPhone, bool Replied, IReadOnlyList<MyPerson> People)
{
    public int Arrived => People.Count(person => person.State == OnTheWay.Arrived);
}

/// <summary>The units of one liaison, with everybody who is to come, in the order of the list.</summary>
public sealed class MyUnits(IDbContextFactory<EventDb> dbs, TimeProvider clock)
{
    /// <summary>Null where the account is nobody's of this meeting's staff.</summary>
    public async Task<IReadOnlyList<MyUnit>?> ReadAsync(MeetingView meeting, string userId, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        if (await db.Staff().Where(s => s.MeetingId == meeting.Id && s.UserId == userId && !s.Left).Select(s => (int?)s.Id).SingleOrDefaultAsync(stop) is not { } liaison) return null;
        var units = await db.Units().AsNoTracking().Include(u => u.Organisation).Where(u => u.MeetingId == meeting.Id && u.LiaisonId == liaison).OrderBy(u => u.ListNo).ThenBy(u => u.Id).ToListAsync(stop);
        var ids = units.ConvertAll(u => u.Id);
        var replies = await db.Replies().AsNoTracking().Where(r => ids.Contains(r.UnitId)).ToDictionaryAsync(r => r.UnitId, stop);
        var people = await db.Attendees().AsNoTracking().Listed(meeting.Id).Include(a => a.Journeys)
            .Where(a => ids.Contains(a.UnitId) && (a.State == AttendeeState.Confirmed || a.State == AttendeeState.OnLeave)).OrderByDescending(a => a.IsHead).ThenBy(a => a.ListNo).ThenBy(a => a.Id).ToListAsync(stop);
        var arrived = await ArrivedAsync(db, meeting.Id, ids, stop);
        var notes = await NotesAsync(db, meeting.Id, people.ConvertAll(a => a.Id), stop);
        return [.. units.Select(unit => Of(unit, replies.GetValueOrDefault(unit.Id), [.. people.Where(a => a.UnitId == unit.Id)
            .Select(a => Of(a, arrived.TryGetValue(a.Id, out var at) ? at : null, notes.GetValueOrDefault(a.Id), replies.GetValueOrDefault(unit.Id), meeting))]))];
    }

    static async Task<Dictionary<int, DateTime>> ArrivedAsync(EventDb db, int meetingId, List<int> units, CancellationToken stop)
    {
        var (checkpoints, people) = (db.Checkpoints(), db.Attendees());
        return await db.Presences().Where(p => checkpoints.Any(c => c.Id == p.CheckpointId && c.MeetingId == meetingId && c.Kind == CheckpointKind.ReportIn) && people.Any(a => a.Id == p.AttendeeId && units.Contains(a.UnitId)))
            .GroupBy(p => p.AttendeeId).Select(g => new { g.Key, At = g.Min(p => p.FirstAt) }).ToDictionaryAsync(g => g.Key, g => g.At, stop);
    }

    static async Task<Dictionary<int, string>> NotesAsync(EventDb db, int meetingId, List<int> people, CancellationToken stop) =>
        (await db.Set<AttendeeNote>().Where(n => n.MeetingId == meetingId && people.Contains(n.AttendeeId)).OrderBy(n => n.Id).Select(n => new { n.AttendeeId, n.Text }).ToListAsync(stop))
        .GroupBy(n => n.AttendeeId).ToDictionary(g => g.Key, g => g.Last().Text);

    static MyUnit Of(Unit unit, Reply? reply, List<MyPerson> people) =>
        new(unit.Id, unit.Organisation!.ShortName ?? unit.Organisation.FullName, reply?.ContactName, reply?.ContactPhone, reply?.RepliedAt is not null, people);

    MyPerson Of(Attendee a, DateTime? arrivedAt, string? note, Reply? reply, MeetingView meeting)
    {
        var journey = a.Journeys.FirstOrDefault(j => j.Direction == JourneyDirection.Arrival);
        var state = arrivedAt is not null ? OnTheWay.Arrived : a.State == AttendeeState.OnLeave ? OnTheWay.OnLeave
            : journey?.At is { } at && meeting.Day(at) <= meeting.Day(clock.GetUtcNow().UtcDateTime) ? OnTheWay.Travelling
            : reply?.RepliedAt is not null ? OnTheWay.Replied : OnTheWay.NotReplied;
        return new(a.Id, a.Name, a.Post, a.Phone ?? a.ContactPhone, state, arrivedAt, a.Roles,
            TravelNote.Of(journey), note);
    }
}
