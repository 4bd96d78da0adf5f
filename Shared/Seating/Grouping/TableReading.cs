using Microsoft.EntityFrameworkCore;
using Shared.Data;
using Shared.Meetings;
using Shared.Registration;
using Shared.Registration.Replies;
using Shared.Seating.Placing;
using Shared.Seating.Tables;

namespace Shared.Seating.Grouping;

/// <param name="Ordinary">Chairs given without asking anybody, clockwise.</param>
sealed record ReadTable(string Id, string Name, IReadOnlyList<int> Ordinary, string? Kitchen);

sealed record ReadPerson(int Id, string Name, int UnitId, string Unit, CouncilRank? Rank);

/// <summary>Tables, people, replies and wishes of one hall, as they stand.</summary>
sealed record TableReading(IReadOnlyList<ReadTable> Tables, IReadOnlyList<ReadPerson> People, IReadOnlyList<PlacedSeat> Placed, IReadOnlyList<UnitSays> Says, TableAsks Asks)
{
    public static async Task<TableReading> ReadAsync(EventDb db, int meetingId, SeatPlan plan, CancellationToken stop)
    {
        var people = await db.Attendees().AsNoTracking().Listed(meetingId).Where(a => a.State == AttendeeState.Confirmed).OrderBy(a => a.Unit!.ListNo).ThenBy(a => a.UnitId).ThenByDescending(a => a.IsHead).ThenBy(a => a.ListNo)
            .Select(a => new ReadPerson(a.Id, a.Name, a.UnitId, a.Unit!.Organisation!.ShortName ?? a.Unit.Organisation.FullName, a.Unit.CouncilRank)).ToListAsync(stop);
        var asks = await TableAsks.ReadAsync(db, plan.HallId, people.ConvertAll(p => p.Id), stop);
        var placed = await PlacedSeats.ReadAsync(db, plan.Id, people.Select(p => p.Id).ToHashSet(), stop);
        var chairs = await db.Seats().AsNoTracking().Where(s => s.Zone!.HallId == plan.HallId && s.Zone.Kind == ZoneKind.Tables && s.Zone.Use != ZoneUse.Free && s.State == SeatState.Ordinary)
            .OrderBy(s => s.Zone!.Position).ThenBy(s => s.Row).ThenBy(s => s.Column).Select(s => new { s.Id, s.ZoneId, s.Zone!.Name, s.Row }).ToListAsync(stop);
        var tables = chairs.GroupBy(c => (c.ZoneId, c.Name, c.Row)).Select(t => new ReadTable($"{t.Key.ZoneId}.{t.Key.Row}", $"{t.Key.Name} {t.Key.Row}", [.. t.Select(c => c.Id)], asks.Kitchens.GetValueOrDefault((t.Key.ZoneId, t.Key.Row)))).ToList();
        return new(tables, people, [.. placed.Values], await SaysAsync(db, meetingId, stop), asks);
    }

    // Whoever has not replied may be named by others all the same.
    static async Task<List<UnitSays>> SaysAsync(EventDb db, int meetingId, CancellationToken stop)
    {
        var replies = db.Replies().Where(r => r.RepliedAt != null && r.DeclinedAt == null);
        var units = await db.Units().AsNoTracking().Where(u => u.MeetingId == meetingId).OrderBy(u => u.Id)
            .Select(u => new { u.Id, u.Organisation!.FullName, u.Organisation.ShortName, Aliases = u.Organisation.Aliases.Select(a => a.Name).ToList(), Reply = replies.FirstOrDefault(r => r.UnitId == u.Id) }).ToListAsync(stop);
        return units.ConvertAll(u => new UnitSays(u.Id, [u.FullName, u.ShortName, .. u.Aliases], u.Reply?.Need, u.Reply?.Achievement, u.Reply?.WantsToMeet));
    }

    /// <summary>The table at which each person sits now.</summary>
    public IReadOnlyDictionary<int, string> TableNow()
    {
        var tableOf = Tables.SelectMany(t => t.Ordinary.Select(seat => (seat, t.Id))).ToDictionary(p => p.seat, p => p.Id);
        return Placed.Where(p => tableOf.ContainsKey(p.SeatId)).ToDictionary(p => p.AttendeeId, p => tableOf[p.SeatId]);
    }

    public TableQuestionView Question(TableWeights weights)
    {
        var now = TableNow();
        var elsewhere = Placed.Select(p => p.AttendeeId).Where(id => !now.ContainsKey(id)).ToHashSet();
        var locked = Placed.Where(p => p.Locked && now.ContainsKey(p.AttendeeId)).Select(p => p.AttendeeId).ToHashSet();
        var most = Tables.Max(t => t.Ordinary.Count);
        // Who sits in a row of the same hall, or on a chair given by hand, is not asked about.
        var groups = People.Where(p => !elsewhere.Contains(p.Id)).GroupBy(p => p.UnitId).SelectMany(unit => Split(unit, locked, now, most)).ToList();
        var pairs = PairsWorthMore.Of(groups, Says, Asks.Pairs, weights);
        return new(
            new()
            {
                Tables = [.. Tables.Select(t => new RoundTable(t.Id, t.Ordinary.Count, t.Kitchen))],
                Groups = [.. groups.Select(g => new TableGroup(g.Id, g.People.Count, g.Kitchen, g.Hosts))],
                Wishes = [.. pairs.Select(p => new TableWish(p.A, p.B, p.Weight))],
                Apart = Apart(groups),
                Fixed = groups.Where(g => g.Fixed).ToDictionary(g => g.Id, g => g.Now!),
            },
            Tables.ToDictionary(t => t.Id, t => t.Name), groups.ToDictionary(g => g.Id, g => new GroupName(g.Name, g.People)),
            pairs.ToDictionary(p => (p.A, p.B), p => p.Reason), groups.Where(g => g.Now is not null).ToDictionary(g => g.Id, g => g.Now!),
            new(Asks.Pairs, Asks.Hosts, AskedContradictions.Of(Asks.Pairs, groups.GroupBy(g => g.UnitId).ToDictionary(unit => unit.Key, unit => unit.Sum(g => g.People.Count)), most),
                [.. People.Select(p => (p.UnitId, p.Unit)).Distinct()], [.. People.Select(p => (p.Id, $"{p.Name} · {p.Unit}"))]));
    }

    // Every part of the one unit apart from every part of the other.
    List<(string, string)> Apart(IReadOnlyList<SeatedGroup> groups) =>
        [.. from pair in Asks.Pairs where pair.Apart from a in groups where a.UnitId == pair.FirstUnitId from b in groups where b.UnitId == pair.SecondUnitId select (a.Id, b.Id)];

    // A unit stays together; what sits apart already, is locked, hosts a table, eats from another kitchen or is too large for a table is a part of its own.
    IEnumerable<SeatedGroup> Split(IGrouping<int, ReadPerson> unit, HashSet<int> locked, IReadOnlyDictionary<int, string> now, int most)
    {
        var parts = unit.GroupBy(p => (Locked: locked.Contains(p.Id), Table: now.GetValueOrDefault(p.Id), Kitchen: Asks.Eaters.GetValueOrDefault(p.Id), Host: Asks.Hosts.Contains(p.Id) ? p.Id : 0)).SelectMany(part => part.Chunk(most).Select(chunk => (part.Key, People: chunk))).ToList();
        foreach (var (no, (key, people)) in parts.Index())
            yield return new($"{unit.Key}.{no + 1}", unit.Key, parts.Count == 1 ? people[0].Unit : $"{people[0].Unit} ({no + 1})", [.. people.Select(p => p.Id)], key.Table, key.Locked,
                Asks.Hosts.Count > 0 ? key.Host != 0 : no == 0 && people[0].Rank is CouncilRank.Chair or CouncilRank.ViceChair, key.Kitchen, key.Host != 0, people[0].Rank);
    }
}

/// <param name="Now">The table it sits at.</param>
/// <param name="Fixed">Locked there.</param>
/// <param name="Hosts">Chosen to host, or from a unit that presides over the alliance: one such to a table, while there are tables enough.</param>
/// <param name="Chosen">Somebody alone whom the organiser chose to host.</param>
sealed record SeatedGroup(string Id, int UnitId, string Name, IReadOnlyList<int> People, string? Now, bool Fixed, bool Hosts, string? Kitchen, bool Chosen, CouncilRank? Rank);
