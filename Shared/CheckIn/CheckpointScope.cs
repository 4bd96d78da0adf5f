using Microsoft.EntityFrameworkCore;
using Shared.CheckIn.Writing;
using Shared.Data;
using Shared.Meetings;
using Shared.Registration;

namespace Shared.CheckIn;

/// <summary>One checkpoint on one day, with all that decides who is expected there.</summary>
public sealed class CheckpointScope
{
    CheckpointScope(Checkpoint checkpoint, Meeting meeting, int day, Dictionary<int, Inheritance> heirs) =>
        (Checkpoint, Meeting, Day, Heirs) = (checkpoint, meeting, day, heirs);

    public Checkpoint Checkpoint { get; }
    public Meeting Meeting { get; }

    /// <summary>The venue's day as days since 1970-01-01 where entry is once per day, else 0.</summary>
    public int Day { get; }

    /// <summary>When the place was first filled, where the one who holds it now has not come yet but the person replaced had.</summary>
    public DateTime? ArrivedBefore(int holderId) => Heirs.GetValueOrDefault(holderId)?.FirstAt;

    /// <summary>By substitute.</summary>
    internal Dictionary<int, Inheritance> Heirs { get; }

    /// <summary>Null where the meeting has no such checkpoint. Where entry is once per day, <paramref name="now"/> chooses the day, within the opening days.</summary>
    public static async Task<CheckpointScope?> ReadAsync(EventDb db, int meetingId, int checkpointId, DateTime now, CancellationToken stop = default)
    {
        var checkpoint = await db.Checkpoints().AsNoTracking().SingleOrDefaultAsync(c => c.Id == checkpointId && c.MeetingId == meetingId, stop);
        if (checkpoint is null) return null;
        var meeting = await db.Meetings().AsNoTracking().SingleAsync(m => m.Id == meetingId, stop);
        var day = checkpoint.Entry == EntryRule.OncePerDay ? DayWithin(checkpoint, meeting, now) : 0;
        return new(checkpoint, meeting, day, await HeirsAsync(db, checkpoint, day, stop));
    }

    /// <summary>The day under which a presence of this moment is kept, as a scan decides it.</summary>
    public static async Task<int> TodayAsync(EventDb db, int checkpointId, DateTime now, CancellationToken stop = default)
    {
        var meetings = db.Meetings();
        var zone = await db.Checkpoints().Where(c => c.Id == checkpointId && c.Entry == EntryRule.OncePerDay)
            .Select(c => meetings.Where(m => m.Id == c.MeetingId).Select(m => m.TimeZone).First()).SingleOrDefaultAsync(stop);
        return zone is null ? 0 : ScanRules.Day(TimeZoneInfo.FindSystemTimeZoneById(zone), now);
    }

    /// <summary>Every place of the meeting with what it counts as here. Composes: filter, sort, count and page in SQL.</summary>
    /// <param name="among">Of listed people; null for all.</param>
    public IQueryable<Place> Places(EventDb db, IQueryable<Attendee>? among = null)
    {
        var (checkpointId, day, frozenAt) = (Checkpoint.Id, Day, Meeting.FrozenAt);
        var heirs = Heirs.Keys.ToArray();
        var unplanned = HeirsWhere(heir => !heir.Planned);
        var arrivedBefore = HeirsWhere(heir => heir.FirstAt is not null);
        var onList = HeirsWhere(heir => heir.OnList);
        var (everyone, byList) = (Checkpoint.Admits == Admission.All, Checkpoint.Admits == Admission.List);
        AttendeeCategory[] categories = Checkpoint.Admits == Admission.Categories ? Checkpoint.Categories : [];
        var guests = db.Set<CheckpointGuest>().Where(g => g.CheckpointId == checkpointId);
        var presences = db.Presences().Where(p => p.CheckpointId == checkpointId && p.Day == day);
        return from a in among ?? db.Attendees().Listed(Meeting.Id)
               where a.State != AttendeeState.Replaced
               join found in presences on a.Id equals found.AttendeeId into all
               from p in all.DefaultIfEmpty()
               let arrived = p != null || arrivedBefore.Contains(a.Id)
               let entitled = everyone || categories.Contains(a.Category) || (byList && (onList.Contains(a.Id) || guests.Any(g => g.AttendeeId == a.Id)))
               let planned = entitled && (heirs.Contains(a.Id) ? !unplanned.Contains(a.Id) : a.Source != AttendeeSource.WalkIn)
               select new Place
               {
                   Holder = a,
                   Presence = p,
                   Standing = !planned ? (arrived ? Standing.Unplanned : Standing.NotCounted)
                       : arrived ? Standing.Arrived
                       : a.State == AttendeeState.OnLeave || (a.State == AttendeeState.Cancelled && a.StateChangedAt >= frozenAt) ? Standing.OnLeave
                       : a.State == AttendeeState.Confirmed ? Standing.Absent : Standing.NotCounted,
               };
    }

    static int DayWithin(Checkpoint checkpoint, Meeting meeting, DateTime now)
    {
        var at = now < checkpoint.OpensAt ? checkpoint.OpensAt : now > checkpoint.ClosesAt ? checkpoint.ClosesAt : now;
        return ScanRules.Day(TimeZoneInfo.FindSystemTimeZoneById(meeting.TimeZone), DateTime.SpecifyKind(at, DateTimeKind.Utc));
    }

    static async Task<Dictionary<int, Inheritance>> HeirsAsync(EventDb db, Checkpoint checkpoint, int day, CancellationToken stop)
    {
        var attendees = db.Attendees();
        var guests = db.Set<CheckpointGuest>().Where(g => g.CheckpointId == checkpoint.Id);
        var presences = db.Presences().Where(p => p.CheckpointId == checkpoint.Id && p.Day == day);
        var steps = await (from heir in attendees.Listed(checkpoint.MeetingId)
                           join old in attendees on heir.SubstitutesForId equals old.Id
                           where heir.SubstitutesForId > 0 && old.State == AttendeeState.Replaced
                           select new Step(heir.Id, old.Id, old.Source == AttendeeSource.WalkIn,
                               presences.Where(p => p.AttendeeId == old.Id).Select(p => (DateTime?)p.FirstAt).FirstOrDefault(),
                               guests.Any(g => g.AttendeeId == old.Id))).ToDictionaryAsync(step => step.Heir, stop);
        return steps.Keys.ToDictionary(heir => heir, heir => Inherit(steps, heir));
    }

    // A substitute may be replaced in turn: the first of the chain says whether the place was planned.
    static Inheritance Inherit(Dictionary<int, Step> steps, int heir)
    {
        var found = new Inheritance(null, true, false);
        while (steps.TryGetValue(heir, out var step))
        {
            var first = step.FirstAt is { } at && !(found.FirstAt < at) ? at : found.FirstAt;
            found = new(first, !step.WalkIn, found.OnList || step.OnList);
            heir = step.Old;
        }
        return found;
    }

    sealed record Step(int Heir, int Old, bool WalkIn, DateTime? FirstAt, bool OnList);

    int[] HeirsWhere(Func<Inheritance, bool> holds) => [.. Heirs.Where(heir => holds(heir.Value)).Select(heir => heir.Key)];
}
