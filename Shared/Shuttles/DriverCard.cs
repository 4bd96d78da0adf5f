using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Data;
using Shared.Live;
using Shared.Meetings;

namespace Shared.Shuttles;

/// <summary>Whom a driver calls.</summary>
public sealed record DispatcherNote(string Name, string Phone);

/// <summary>What a driver's page shows: the meeting, the vehicle and whom to call; of passengers nothing.</summary>
/// <param name="Seats">With the driver's.</param>
/// <param name="People">With their luggage.</param>
public sealed record DriverCardView(MeetingView Meeting, string Model, string? PlateNo, int Seats, int People, string? Driver, IReadOnlyList<DispatcherNote> Dispatchers);

/// <summary>The page of a vehicle's driver, for whoever holds its link.</summary>
public sealed class DriverCard(IDbContextFactory<EventDb> dbs, LinkKey key, TimeProvider clock)
{
    /// <summary>Null where there is no such link, it was ended or is past its day, its vehicle is no longer used, or the token is not its present one.</summary>
    public async Task<DriverCardView?> ReadAsync(int linkId, string? token, CancellationToken stop = default)
    {
        if (token?.Length != LinkKey.TokenLength) return null;
        await using var db = await dbs.CreateDbContextAsync(stop);
        var found = await (from link in db.DriverLinks().AsNoTracking()
                           where link.Id == linkId && link.EndedAt == null
                           join vehicle in db.Vehicles().AsNoTracking().Where(v => !v.Retired) on link.VehicleId equals vehicle.Id
                           join meeting in db.Meetings().AsNoTracking() on link.MeetingId equals meeting.Id
                           select new { link.Nonce, Vehicle = vehicle, Meeting = meeting }).SingleOrDefaultAsync(stop);
        if (found is null || !key.Admits(DriverLink.Purpose, found.Nonce, token)) return null;
        var (view, car) = (MeetingCalendar.View(found.Meeting), found.Vehicle);
        if (view.Day(clock.GetUtcNow().UtcDateTime) > DriverLink.LastDay(view)) return null;
        return new(view, car.Model, car.PlateNo, car.Seats, car.Capacity ?? Vehicle.WithLuggage(car.Seats), car.Driver, await DispatchersAsync(db, view.Id, stop));
    }

    static async Task<IReadOnlyList<DispatcherNote>> DispatchersAsync(EventDb db, int meetingId, CancellationToken stop)
    {
        var (claims, accounts, here, everywhere) = (db.UserClaims, db.Accounts(), new Grant(Roles.Dispatcher, meetingId).ToString(), new Grant(Roles.Dispatcher).ToString());
        return await db.Staff().Where(s => s.MeetingId == meetingId && !s.Left && s.Phone != null)
            .Where(s => claims.Any(c => c.UserId == s.UserId && c.ClaimType == Grant.ClaimType && (c.ClaimValue == here || c.ClaimValue == everywhere)) && !accounts.Any(a => a.UserId == s.UserId && a.DisabledAt != null))
            .OrderBy(s => s.Id).Select(s => new DispatcherNote(s.Nickname ?? s.Name, s.Phone!)).ToListAsync(stop);
    }
}

/// <summary>Opens a driver's page by its link and remembers when that first happened.</summary>
public sealed class OpenDriverLink(IDbContextFactory<EventDb> dbs, DriverCard card, LiveUpdates live, TimeProvider clock)
{
    /// <summary>False where the link does not work.</summary>
    public async Task<bool> RunAsync(int linkId, string? token, CancellationToken stop = default)
    {
        if (await card.ReadAsync(linkId, token, stop) is not { } driver) return false;
        await using var db = await dbs.CreateDbContextAsync(stop);
        var first = db.DriverLinks().Where(l => l.Id == linkId && l.OpenedAt == null);
        if (!await first.AnyAsync(stop)) return true;
        var now = clock.GetUtcNow().UtcDateTime;
        if (await first.ExecuteUpdateAsync(set => set.SetProperty(l => l.OpenedAt, now), stop) > 0) live.Tell(ShuttlesSets.Fleets(driver.Meeting.Id));
        return true;
    }
}

/// <param name="Address">Path and fragment; null once the link is ended.</param>
public sealed record DriverLinkView(string? Address, DateTime MadeAt, DateTime? OpenedAt, DateTime? EndedAt);

/// <summary>A driver's link as it is handed on.</summary>
public sealed class DriverLinkCard(IDbContextFactory<EventDb> dbs, LinkKey key)
{
    /// <summary>Null where the vehicle has none yet or is not of this meeting.</summary>
    public async Task<DriverLinkView?> ReadAsync(int meetingId, int vehicleId, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        return await db.DriverLinks().AsNoTracking().SingleOrDefaultAsync(l => l.VehicleId == vehicleId && l.MeetingId == meetingId, stop) is not { } link ? null
            : new(link.EndedAt is null ? new MadeDriverLink(vehicleId, link.Id, key.Token(DriverLink.Purpose, link.Nonce)).Address : null, link.MadeAt, link.OpenedAt, link.EndedAt);
    }
}
