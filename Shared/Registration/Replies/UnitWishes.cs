using Microsoft.EntityFrameworkCore;
using Shared.Data;

namespace Shared.Registration.Replies;

/// <summary>What one unit's reply says beside its people. Portions are numbers, never names.</summary>
/// <param name="Unit">As people call it.</param>
public sealed record UnitWish(int UnitId, string Unit, int Halal, int Vegetarian, string? Need, string? Achievement, string? WantsToMeet)
{
    public bool Eats => Halal + Vegetarian > 0;
    public bool Matches => Need is not null || Achievement is not null || WantsToMeet is not null;
}

/// <summary>需求, 成果 and portions of all units that come, as they were sent, in the order of the published list.</summary>
public sealed class UnitWishes(IDbContextFactory<EventDb> dbs)
{
    public async Task<IReadOnlyList<UnitWish>> ReadAsync(int meetingId, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var wishes = await db.Replies().Where(r => r.MeetingId == meetingId && r.RepliedAt != null && r.DeclinedAt == null).OrderBy(r => r.Unit!.ListNo).ThenBy(r => r.UnitId)
            .Select(r => new UnitWish(r.UnitId, r.Unit!.Organisation!.ShortName ?? r.Unit.Organisation.FullName, r.HalalPortions ?? 0, r.VegetarianPortions ?? 0, r.Need, r.Achievement, r.WantsToMeet)).ToListAsync(stop);
        return [.. wishes.Where(wish => wish.Eats || wish.Matches)];
    }
}
