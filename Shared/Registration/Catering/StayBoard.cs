using Microsoft.EntityFrameworkCore;
using Shared.Data;

namespace Shared.Registration.Catering;

/// <summary>Who sleeps where. <paramref name="Lodging"/> is the room that was given, <paramref name="Stay"/> what the reply asks for.</summary>
public sealed record StayRow(int Id, string Name, int UnitId, string Unit, StayNote? Stay, string? Lodging);

/// <param name="Night">The evening it begins with.</param>
/// <param name="People">Who asked for a bed in it.</param>
public sealed record NightSum(DateOnly Night, int People, int InSingles, int InTwins);

public sealed record StayBoardView(IReadOnlyList<StayRow> Rows, IReadOnlyList<NightSum> Nights);

/// <summary>Rooms and nights of those who come, as far as replies and lists say.</summary>
public sealed class StayBoard(IDbContextFactory<EventDb> dbs)
{
    // A slip in a year must not draw thousands of nights.
    const int MostNights = 60;

    /// <param name="unitId">Null for all units.</param>
    public async Task<StayBoardView> ReadAsync(int meetingId, int? unitId = null, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var rows = await db.Attendees().AsNoTracking().Known(meetingId).Where(a => (a.State == AttendeeState.Confirmed || a.State == AttendeeState.OnLeave) && (a.Lodging != null || a.Stay != null))
            .Where(a => unitId == null || a.UnitId == unitId).OrderBy(a => a.Unit!.ListNo).ThenBy(a => a.UnitId).ThenBy(a => a.ListNo).ThenBy(a => a.Id)
            .Select(a => new StayRow(a.Id, a.Name, a.UnitId, a.Unit!.Organisation!.ShortName ?? a.Unit.Organisation.FullName,
                a.Stay == null ? null : new StayNote(a.Stay.Needed, a.Stay.Room, a.Stay.Roommate, a.Stay.From, a.Stay.To, a.Stay.Meals), a.Lodging)).ToListAsync(stop);
        rows = rows.FindAll(row => row.Lodging is not null || row.Stay is { Needed: not false } and not { Needed: null, From: null });
        return new(rows, [.. rows.SelectMany(Nights).GroupBy(one => one.Night).OrderBy(g => g.Key)
            .Select(g => new NightSum(g.Key, g.Count(), g.Count(one => one.Room == RoomKind.Single), g.Count(one => one.Room == RoomKind.Twin)))]);
    }

    static IEnumerable<(DateOnly Night, RoomKind? Room)> Nights(StayRow row) => row.Stay is { Needed: not false, From: { } from, To: { } to } stay && to > from
        ? Enumerable.Range(0, Math.Min(to.DayNumber - from.DayNumber, MostNights)).Select(night => (from.AddDays(night), stay.Room)) : [];
}
