using Microsoft.EntityFrameworkCore;
using Shared.CheckIn;
using Shared.Data;
using Shared.Meetings;

namespace Shared.Dashboard;

/// <summary>A unit at a checkpoint with whom to call about it.</summary>
public sealed record UnitRow(UnitCount Unit, UnitState State, string? Liaison, string? LiaisonPhone);

/// <summary>One page of units, and how many member units are in each state.</summary>
public sealed record UnitPage(IReadOnlyList<UnitRow> Rows, int Page, int Pages, int Total, IReadOnlyDictionary<UnitState, int> Counts);

/// <summary>The member units of a meeting, who of them is here; those nobody has come from first.</summary>
public sealed class UnitBoard(IDbContextFactory<EventDb> dbs, CheckpointStatus status)
{
    public const int PageSize = 50;

    /// <summary>Null where the meeting has no such checkpoint.</summary>
    /// <param name="state">Null for all.</param>
    /// <param name="page">From 1; past the end the last page is read.</param>
    public async Task<UnitPage?> ReadAsync(int meetingId, int checkpointId, UnitState? state, int page = 1, CancellationToken stop = default)
    {
        if (await status.ReadAsync(meetingId, checkpointId, stop) is not { } numbers) return null;
        var members = numbers.Units.Where(unit => unit.IsMember).Select(unit => (Unit: unit, State: UnitLight.Of(unit))).ToList();
        var shown = members.Where(m => state is null || m.State == state).OrderBy(m => m.State switch { UnitState.None => 1, UnitState.Some => 2, UnitState.All => 3, _ => 4 }).ToList();
        var pages = Math.Max(1, (shown.Count + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 1, pages);
        var slice = shown.Skip((page - 1) * PageSize).Take(PageSize).ToList();
        var liaisons = await LiaisonsAsync([.. slice.Select(m => m.Unit.Id)], stop);
        return new([.. slice.Select(m => Row(m.Unit, m.State, liaisons.GetValueOrDefault(m.Unit.Id)))],
            page, pages, shown.Count, members.GroupBy(m => m.State).ToDictionary(g => g.Key, g => g.Count()));
    }

    static UnitRow Row(UnitCount unit, UnitState state, Liaison? liaison) => new(unit, state, liaison?.Name, liaison?.Phone);

    async Task<Dictionary<int, Liaison>> LiaisonsAsync(int[] unitIds, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        return await (from unit in db.Units().Where(u => unitIds.Contains(u.Id))
                      join person in db.Staff() on unit.LiaisonId equals person.Id
                      select new { unit.Id, Liaison = new Liaison(person.Nickname ?? person.Name, person.Phone) }).ToDictionaryAsync(x => x.Id, x => x.Liaison, stop);
    }

    sealed record Liaison(string Name, string? Phone);
}
