using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shared.Data;
using Shared.Meetings;
using Shared.Registration;

namespace Shared.Seating.Grouping;

/// <summary>Two units that an organiser wants at one table of a hall, or never at one.</summary>
public sealed class TablePair
{
    public int Id { get; set; }
    public int HallId { get; set; }

    /// <summary>The smaller id of the two.</summary>
    public int FirstUnitId { get; set; }
    public int SecondUnitId { get; set; }
    public bool Apart { get; set; }
}

/// <summary>Somebody who is to host a table (主陪): one to a table, while there are tables enough.</summary>
public sealed class TableHost
{
    public int HallId { get; set; }
    public int AttendeeId { get; set; }
}

/// <summary>A table that a kitchen of its own serves; who eats from it sits there and nobody else (domain rule: 清真 at separate tables). For catering alone.</summary>
public sealed class TableKitchen
{
    public int ZoneId { get; set; }

    /// <summary>The number of the table.</summary>
    public int Row { get; set; }
    public DietKind Kind { get; set; }
}

/// <param name="First">As people call the unit.</param>
public sealed record AskedPair(int FirstUnitId, string First, int SecondUnitId, string Second, bool Apart);

/// <summary>What an organiser asked of the tables of a hall, and of whom more can be asked.</summary>
/// <param name="Hosts">Those chosen to host a table.</param>
/// <param name="Contradictions">What of it no plan can grant all.</param>
/// <param name="People">Everybody who comes, with name and unit.</param>
public sealed record TableAsked(IReadOnlyList<AskedPair> Pairs, IReadOnlySet<int> Hosts, IReadOnlyList<AskedContradiction> Contradictions, IReadOnlyList<(int Id, string Name)> Units, IReadOnlyList<(int Id, string Name)> People)
{
    public static readonly TableAsked Nothing = new([], new HashSet<int>(), [], [], []);
}

/// <param name="Hosts">Of those who come; where nobody is chosen, the units that preside over the alliance host.</param>
/// <param name="Kitchens">By table: the kitchen that serves it.</param>
/// <param name="Eaters">Those whom a kitchen of its own serves, where a table is marked for it.</param>
sealed record TableAsks(IReadOnlyList<AskedPair> Pairs, IReadOnlySet<int> Hosts, IReadOnlyDictionary<(int Zone, int Row), string> Kitchens, IReadOnlyDictionary<int, string> Eaters)
{
    public static async Task<TableAsks> ReadAsync(EventDb db, int hallId, IReadOnlyCollection<int> people, CancellationToken stop)
    {
        var zones = db.Zones();
        var kitchens = await db.TableKitchens().AsNoTracking().Where(k => zones.Any(z => z.Id == k.ZoneId && z.HallId == hallId)).ToListAsync(stop);
        var served = kitchens.Select(k => k.Kind).ToHashSet();
        var hosts = await db.TableHosts().Where(h => h.HallId == hallId).Select(h => h.AttendeeId).ToListAsync(stop);
        // What nobody agreed to be told of is not read either: catering seats them by hand.
        var eaters = await db.Diets().AsNoTracking().Where(Diet.Theirs).Where(d => served.Contains(d.Kind) && people.Contains(d.AttendeeId)).Select(d => new { d.AttendeeId, d.Kind }).ToListAsync(stop);
        return new(await PairsAsync(db, hallId, stop), hosts.Where(people.Contains).ToHashSet(), kitchens.ToDictionary(k => (k.ZoneId, k.Row), k => $"{k.Kind}"), eaters.ToDictionary(e => e.AttendeeId, e => $"{e.Kind}"));
    }

    public static Task<List<AskedPair>> PairsAsync(EventDb db, int hallId, CancellationToken stop) =>
        (from pair in db.TablePairs()
         join first in db.Units() on pair.FirstUnitId equals first.Id join second in db.Units() on pair.SecondUnitId equals second.Id
         where pair.HallId == hallId
         orderby pair.Apart, pair.Id
         select new AskedPair(pair.FirstUnitId, first.Organisation!.ShortName ?? first.Organisation.FullName, pair.SecondUnitId, second.Organisation!.ShortName ?? second.Organisation.FullName, pair.Apart)).ToListAsync(stop);
}

sealed class TablePairMapping : IEntityTypeConfiguration<TablePair>
{
    public void Configure(EntityTypeBuilder<TablePair> pair)
    {
        pair.HasIndex(p => new { p.HallId, p.FirstUnitId, p.SecondUnitId }).IsUnique();
        pair.HasOne<Hall>().WithMany().HasForeignKey(p => p.HallId).OnDelete(DeleteBehavior.Cascade);
        pair.HasOne<Unit>().WithMany().HasForeignKey(p => p.FirstUnitId).OnDelete(DeleteBehavior.Cascade);
        pair.HasOne<Unit>().WithMany().HasForeignKey(p => p.SecondUnitId).OnDelete(DeleteBehavior.Cascade);
    }
}

sealed class TableHostMapping : IEntityTypeConfiguration<TableHost>
{
    public void Configure(EntityTypeBuilder<TableHost> host)
    {
        host.HasKey(h => new { h.HallId, h.AttendeeId });
        host.HasOne<Hall>().WithMany().HasForeignKey(h => h.HallId).OnDelete(DeleteBehavior.Cascade);
        host.HasOne<Attendee>().WithMany().HasForeignKey(h => h.AttendeeId).OnDelete(DeleteBehavior.Cascade);
    }
}

sealed class TableKitchenMapping : IEntityTypeConfiguration<TableKitchen>
{
    public void Configure(EntityTypeBuilder<TableKitchen> kitchen)
    {
        kitchen.HasKey(k => new { k.ZoneId, k.Row });
        kitchen.HasOne<Zone>().WithMany().HasForeignKey(k => k.ZoneId).OnDelete(DeleteBehavior.Cascade);
    }
}
