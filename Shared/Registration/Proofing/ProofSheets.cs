using Microsoft.EntityFrameworkCore;
using Shared.Chinese;
using Shared.Data;
using Shared.Meetings;

namespace Shared.Registration.Proofing;

/// <summary>校对单: all units that have people, those with leaders first, then as in the published list.</summary>
public sealed class ProofSheets(IDbContextFactory<EventDb> dbs)
{
    /// <summary>The word under which a print of the sheets is recorded.</summary>
    public const string PrintKind = "proof";

    public async Task<IReadOnlyList<ProofUnit>> ReadAsync(int meetingId, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        return await db.AtOneMomentAsync(async () => await ReadAsync(db, meetingId, null, stop), stop);
    }

    /// <param name="unitIds">Null for all.</param>
    internal static async Task<List<ProofUnit>> ReadAsync(EventDb db, int meetingId, IReadOnlyCollection<int>? unitIds, CancellationToken stop)
    {
        var units = await db.Units().Where(u => u.MeetingId == meetingId && (unitIds == null || unitIds.Contains(u.Id)))
            .Select(u => new { u.Id, u.Organisation!.FullName, u.ListNo }).ToListAsync(stop);
        var people = await db.Attendees().Known(meetingId).Where(a => (a.State == AttendeeState.Confirmed || a.State == AttendeeState.OnLeave) && (unitIds == null || unitIds.Contains(a.UnitId)))
            .Select(a => new { a.UnitId, Person = new ProofPerson(a.Id, a.ListNo, a.Name, a.Post, a.Category) }).ToListAsync(stop);
        var readings = (await db.ProofReadings().AsNoTracking().Where(r => r.MeetingId == meetingId && (unitIds == null || unitIds.Contains(r.UnitId))).ToListAsync(stop)).ToLookup(r => r.UnitId);
        var byUnit = people.ToLookup(one => one.UnitId, one => one.Person);
        return [.. units.Where(unit => byUnit.Contains(unit.Id)).Select(unit => new ProofUnit(unit.Id, unit.FullName, unit.ListNo, InOrder(byUnit[unit.Id])).With(readings[unit.Id]))
            .OrderByDescending(unit => unit.People.Any(person => person.Category == AttendeeCategory.Leader)).ThenBy(unit => unit.ListNo).ThenBy(unit => unit.UnitId)];
    }

    static List<ProofPerson> InOrder(IEnumerable<ProofPerson> people)
    {
        var all = people.OrderBy(person => person.Category switch { AttendeeCategory.Leader => 0, AttendeeCategory.ViceChair => 1, _ => 2 }).ThenBy(person => person.ListNo).ThenBy(person => person.Id).ToList();
        var twice = all.GroupBy(person => person.Name).Where(same => same.Count() > 1).Select(same => same.Key).ToHashSet();
        return [.. all.Select(person => person with { NameDoubts = NameDoubts.OfName(person.Name) | (twice.Contains(person.Name) ? NameDoubt.Namesake : 0) })];
    }
}
