using Microsoft.EntityFrameworkCore;
using Shared.Data;

namespace Shared.Registration;

/// <summary>Which people a list shows. What is null filters nothing.</summary>
public sealed record AttendeeFilter
{
    public string? Typed { get; init; }
    public AttendeeCategory? Category { get; init; }
    public AttendeeState? State { get; init; }
    public AttendeeSource? Source { get; init; }
    public OpenPoint? Open { get; init; }

    /// <summary>Leaves out the cancelled and the replaced.</summary>
    public bool Coming { get; init; }
    public int? UnitId { get; init; }

    /// <summary>The venue's day, by which <see cref="OpenPoint.AskAgain"/> is reckoned; without one every undecided journey counts.</summary>
    public DateOnly Today { get; init; } = DateOnly.MaxValue;
    public NameOrder Order { get; init; } = NameOrder.List;

    /// <summary>The meeting's people as filtered, ordered.</summary>
    public async Task<IQueryable<Attendee>> ApplyAsync(EventDb db, int meetingId, CancellationToken stop = default)
    {
        var people = await FoundAsync(db, meetingId, stop);
        if (Category is not null) people = people.Where(a => a.Category == Category);
        if (State is not null) people = people.Where(a => a.State == State);
        if (Source is not null) people = people.Where(a => a.Source == Source);
        if (Open is { } point) people = people.Where(OpenPoints.Lacking(point, Today));
        if (UnitId is not null) people = people.Where(a => a.UnitId == UnitId);
        return people.In(Order);
    }

    /// <summary>Those who come, where only they are asked for, and whom the typed text means, whatever the other filters say.</summary>
    internal Task<IQueryable<Attendee>> FoundAsync(EventDb db, int meetingId, CancellationToken stop)
    {
        var people = db.Attendees().AsNoTracking().Listed(meetingId);
        return RosterSearch.NarrowAsync(db, Coming ? people.Where(a => a.State == AttendeeState.Confirmed || a.State == AttendeeState.OnLeave) : people, meetingId, Typed, stop);
    }
}
