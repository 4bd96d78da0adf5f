using Microsoft.EntityFrameworkCore;
using Shared.Data;
using Shared.Registration;
using Shared.Seating.Placing;

namespace Shared.Seating.Grouping;

/// <param name="Hall">Hall and zone as people call them.</param>
/// <param name="Chairs">That may be given to anybody.</param>
/// <param name="Seated">Who sits there now.</param>
/// <param name="Strangers">Of these, who does not eat from the table's kitchen, as far as it may be told.</param>
public sealed record KitchenTable(int ZoneId, int Table, string Hall, int Chairs, DietKind? Kitchen, int Seated, int Strangers);

/// <param name="Eaters">People who agreed to be told of and eat from each kitchen.</param>
public sealed record KitchenTablesView(IReadOnlyList<KitchenTable> Tables, IReadOnlyDictionary<DietKind, int> Eaters)
{
    public int Chairs(DietKind kitchen) => Tables.Where(t => t.Kitchen == kitchen).Sum(t => t.Chairs);
}

/// <summary>Which kitchen serves which table; for catering alone.</summary>
public sealed class KitchenTables(IDbContextFactory<EventDb> dbs)
{
    public async Task<KitchenTablesView> ReadAsync(int meetingId, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        return await db.AtOneMomentAsync(() => ReadAsync(db, meetingId, stop), stop);
    }

    static async Task<KitchenTablesView> ReadAsync(EventDb db, int meetingId, CancellationToken stop)
    {
        var people = await db.Attendees().AsNoTracking().Listed(meetingId).Where(a => a.State == AttendeeState.Confirmed).Select(a => a.Id).ToHashSetAsync(stop);
        var eats = await db.Diets().AsNoTracking().Where(Diet.Theirs).Where(d => MarkKitchen.Kitchens.Contains(d.Kind) && people.Contains(d.AttendeeId)).ToDictionaryAsync(d => d.AttendeeId, d => d.Kind, stop);
        var zones = db.Zones();
        var kitchens = await db.TableKitchens().AsNoTracking().Where(k => zones.Any(z => z.Id == k.ZoneId && z.Hall!.MeetingId == meetingId)).ToDictionaryAsync(k => (k.ZoneId, k.Row), k => k.Kind, stop);
        var chairs = await db.Seats().AsNoTracking().Where(s => s.Zone!.Hall!.MeetingId == meetingId && s.Zone.Kind == ZoneKind.Tables && s.State == SeatState.Ordinary)
            .OrderBy(s => s.Zone!.HallId).ThenBy(s => s.Zone!.Position).ThenBy(s => s.Row).Select(s => new { s.Id, s.ZoneId, s.Row, s.Zone!.HallId, Hall = s.Zone.Hall!.Name + " · " + s.Zone.Name }).ToListAsync(stop);
        var sits = new Dictionary<int, int>();
        foreach (var plan in await db.SeatPlans().AsNoTracking().Where(p => p.IsCurrent && p.Hall!.MeetingId == meetingId).Select(p => p.Id).ToListAsync(stop))
            foreach (var (seat, placed) in await PlacedSeats.ReadAsync(db, plan, people, stop)) sits[seat] = placed.AttendeeId;
        return new(
            [.. chairs.GroupBy(c => (c.ZoneId, c.Row)).Select(t =>
            {
                var kitchen = kitchens.TryGetValue(t.Key, out var kind) ? kind : (DietKind?)null;
                var seated = t.Where(c => sits.ContainsKey(c.Id)).Select(c => sits[c.Id]).ToList();
                return new KitchenTable(t.Key.ZoneId, t.Key.Row, t.First().Hall, t.Count(), kitchen, seated.Count, kitchen is null ? 0 : seated.Count(person => eats.GetValueOrDefault(person) != kitchen));
            })],
            eats.Values.GroupBy(kind => kind).ToDictionary(kind => kind.Key, kind => kind.Count()));
    }
}
