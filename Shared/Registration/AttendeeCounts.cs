using Microsoft.EntityFrameworkCore;
using Shared.Data;

namespace Shared.Registration;

/// <summary>How many people each choice of a filter would show while all the other filters stay as they are.</summary>
public sealed class AttendeeCounts
{
    sealed record Group(AttendeeCategory Category, AttendeeState State, AttendeeSource Source, bool Phone, bool Arrival, bool AskAgain, bool Notice, bool Consents)
    {
        public int People { get; init; }

        public bool Lacks(OpenPoint point) => point switch { OpenPoint.Phone => Phone, OpenPoint.Arrival => Arrival, OpenPoint.AskAgain => AskAgain, OpenPoint.Notice => Notice, _ => Consents };
    }

    readonly List<Group> groups;
    readonly AttendeeFilter filter;

    AttendeeCounts(List<Group> groups, AttendeeFilter filter) => (this.groups, this.filter) = (groups, filter);

    /// <summary>Everyone of the meeting, unfiltered; zero means that nobody is registered yet.</summary>
    public int Everyone { get; private init; }
    public IReadOnlyList<UnitChoice> Units { get; private init; } = [];

    public int Of(AttendeeCategory category) => Sum(filter with { Category = category });
    public int Of(AttendeeState state) => Sum(filter with { State = state });
    public int Of(AttendeeSource source) => Sum(filter with { Source = source });
    public int Of(OpenPoint point) => Sum(filter with { Open = point });

    internal static async Task<AttendeeCounts> ReadAsync(EventDb db, int meetingId, AttendeeFilter filter, CancellationToken stop)
    {
        var found = await filter.FoundAsync(db, meetingId, stop);
        var inUnit = filter.UnitId is null ? found : found.Where(a => a.UnitId == filter.UnitId);
        return new(await GroupsAsync(inUnit, filter.Today, stop), filter)
        {
            Everyone = await db.Attendees().Listed(meetingId).CountAsync(stop),
            Units = await found.GroupBy(a => a.UnitId).Select(g => new { UnitId = g.Key, People = g.Count() })
                .Join(db.Set<Meetings.Unit>(), g => g.UnitId, u => u.Id, (g, u) => new { g, u.ListNo, Name = u.Organisation!.ShortName ?? u.Organisation.FullName })
                .OrderBy(x => x.ListNo).Select(x => new UnitChoice(x.g.UnitId, x.Name, x.g.People)).ToListAsync(stop),
        };
    }

    static async Task<List<Group>> GroupsAsync(IQueryable<Attendee> people, DateOnly today, CancellationToken stop)
    {
        var (phone, arrival, again, notice, consents) = (Lacking(OpenPoint.Phone), Lacking(OpenPoint.Arrival), Lacking(OpenPoint.AskAgain), Lacking(OpenPoint.Notice), Lacking(OpenPoint.Consents));
        var counted = await people
            .Select(a => new { a.Category, a.State, a.Source, Phone = phone.Contains(a.Id), Arrival = arrival.Contains(a.Id), AskAgain = again.Contains(a.Id), Notice = notice.Contains(a.Id), Consents = consents.Contains(a.Id) })
            .GroupBy(a => a).Select(g => new { g.Key, People = g.Count() }).ToListAsync(stop);
        return [.. counted.Select(c => new Group(c.Key.Category, c.Key.State, c.Key.Source, c.Key.Phone, c.Key.Arrival, c.Key.AskAgain, c.Key.Notice, c.Key.Consents) { People = c.People })];

        IQueryable<int> Lacking(OpenPoint point) => people.Where(OpenPoints.Lacking(point, today)).Select(a => a.Id);
    }

    int Sum(AttendeeFilter wanted) => groups.Where(g =>
        (wanted.Category is null || g.Category == wanted.Category) && (wanted.State is null || g.State == wanted.State)
        && (wanted.Source is null || g.Source == wanted.Source) && (wanted.Open is not { } point || g.Lacks(point))).Sum(g => g.People);
}

/// <summary>A unit and how many of its people the search found.</summary>
public sealed record UnitChoice(int UnitId, string Name, int People);
