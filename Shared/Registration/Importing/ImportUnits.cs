using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Shared.Chinese;
using Shared.Data;
using Shared.Meetings;

namespace Shared.Registration.Importing;

/// <summary>Finds the units of an import's people, making those that are missing; what was made can be taken back.</summary>
static class ImportUnits
{
    sealed record Made(List<int> Units, List<int> Organisations);

    /// <summary>Inside the caller's transaction.</summary>
    /// <returns>Unit id by what the file calls it, and what had to be made, as JSON.</returns>
    public static async Task<(Dictionary<UnitValue, int> Units, string? Made)> MakeAsync(EventDb db, int meetingId, IReadOnlyCollection<UnitValue> named, CancellationToken stop)
    {
        var organisations = await OrganisationsAsync(db, named, stop);
        var units = await db.Units().Where(u => u.MeetingId == meetingId).ToDictionaryAsync(u => u.OrganisationId, stop);
        var last = units.Count == 0 ? 0 : units.Values.Max(u => u.ListNo);
        foreach (var (id, _) in organisations.Values.DistinctBy(known => known.Id).Where(known => !units.ContainsKey(known.Id)))
            db.Add(units[id] = new Unit { MeetingId = meetingId, OrganisationId = id, ListNo = ++last });
        var made = new Made([], [.. organisations.Values.Where(known => known.IsNew).Select(known => known.Id).Distinct()]);
        var added = db.ChangeTracker.Entries<Unit>().Where(entry => entry.State == EntityState.Added).Select(entry => entry.Entity).ToList();
        await db.SaveChangesAsync(stop);
        made.Units.AddRange(added.Select(unit => unit.Id));
        return (named.Distinct().ToDictionary(value => value, value => units[organisations[value].Id].Id), added.Count == 0 ? null : JsonSerializer.Serialize(made));
    }

    /// <summary>Takes back what an import made, unless somebody has used it since.</summary>
    public static async Task RemoveAsync(EventDb db, string? madeJson, CancellationToken stop)
    {
        if (madeJson is null || JsonSerializer.Deserialize<Made>(madeJson) is not { } made)
            return;
        await db.Units().Where(u => made.Units.Contains(u.Id) && u.CouncilRank == null && !db.Set<Attendee>().Any(a => a.UnitId == u.Id)).ExecuteDeleteAsync(stop);
        await db.Organisations().Where(o => made.Organisations.Contains(o.Id) && !db.Set<Unit>().Any(u => u.OrganisationId == o.Id)).ExecuteDeleteAsync(stop);
    }

    // Two ways of writing one new name are one body; somebody may have entered it since the file was read.
    static async Task<Dictionary<UnitValue, (int Id, bool IsNew)>> OrganisationsAsync(EventDb db, IReadOnlyCollection<UnitValue> named, CancellationToken stop)
    {
        var names = named.Where(value => value.Id is null).Select(value => value.Name).Distinct().ToList();
        var there = names.Count == 0 ? [] : (await db.Organisations().ToListAsync(stop)).DistinctBy(o => TextNormal.Key(o.FullName)).ToDictionary(o => TextNormal.Key(o.FullName));
        var fresh = new Dictionary<string, Organisation>();
        foreach (var name in names)
            if (TextNormal.Key(name) is var key && !there.ContainsKey(key) && !fresh.ContainsKey(key))
                db.Add(fresh[key] = new Organisation { FullName = name, Kind = OrganisationKind.Other });
        await db.SaveChangesAsync(stop);
        return named.Distinct().ToDictionary(value => value, value =>
            value.Id is { } id ? (id, false)
            : fresh.TryGetValue(TextNormal.Key(value.Name), out var made) ? (made.Id, true)
            : (there[TextNormal.Key(value.Name)].Id, false));
    }
}
