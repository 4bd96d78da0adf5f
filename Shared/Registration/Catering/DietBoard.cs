using Microsoft.EntityFrameworkCore;
using Shared.Data;
using Shared.Registration.Replies;

namespace Shared.Registration.Catering;

/// <summary>One person's diet. It is told with a name only where the person agreed to that.</summary>
public sealed record DietRow(int Id, string Name, int UnitId, string Unit, DietKind Kind, string? Note, ConsentSource? Source, DateTime EnteredAt);

/// <summary>How many of a unit are entered with a diet and have not agreed that it is told with their names.</summary>
public sealed record UnnamedDiets(int UnitId, string Unit, DietKind Kind, int People);

/// <summary>Portions that a unit's reply names, without saying for whom.</summary>
public sealed record UnitPortions(int UnitId, string Unit, int Halal, int Vegetarian);

/// <param name="Portions">Of the units' replies; null for what the form does not ask.</param>
public sealed record DietSum(DietKind Kind, int Named, int Unnamed, int? Portions);

/// <param name="Sums">Of the whole meeting, whatever is filtered.</param>
public sealed record DietBoardView(IReadOnlyList<DietRow> Named, IReadOnlyList<UnnamedDiets> Unnamed, IReadOnlyList<UnitPortions> Portions, IReadOnlyList<DietSum> Sums)
{
    public int Rows => Named.Count + Unnamed.Count + Portions.Count;
}

/// <summary>What is null filters nothing.</summary>
public sealed record DietFilter(DietKind? Kind = null, int? UnitId = null);

/// <summary>What the kitchen must know of those who come. For catering alone; whoever shows it says so in the audit trail.</summary>
public sealed class DietBoard(IDbContextFactory<EventDb> dbs)
{
    public async Task<DietBoardView> ReadAsync(int meetingId, DietFilter filter, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var rows = await db.AtOneMomentAsync(() => RowsAsync(db, meetingId, stop), stop);
        var portions = await PortionsAsync(db, meetingId, stop);
        var sums = Enum.GetValues<DietKind>().Where(kind => kind != DietKind.None).Select(kind => new DietSum(kind, rows.Count(r => r.Agreed && r.Row.Kind == kind), rows.Count(r => !r.Agreed && r.Row.Kind == kind), kind switch
        {
            DietKind.Halal => portions.Sum(p => p.Halal), DietKind.Vegetarian => portions.Sum(p => p.Vegetarian), _ => null,
        })).ToList();
        var shown = rows.Where(r => (filter.Kind is null || r.Row.Kind == filter.Kind) && (filter.UnitId is null || r.Row.UnitId == filter.UnitId)).ToList();
        return new([.. shown.Where(r => r.Agreed).Select(r => r.Row)],
            [.. shown.Where(r => !r.Agreed).GroupBy(r => (r.Row.UnitId, r.Row.Unit, r.Row.Kind)).Select(g => new UnnamedDiets(g.Key.UnitId, g.Key.Unit, g.Key.Kind, g.Count()))],
            [.. portions.Where(p => (filter.UnitId is null || p.UnitId == filter.UnitId) && filter.Kind switch { null => true, DietKind.Halal => p.Halal > 0, DietKind.Vegetarian => p.Vegetarian > 0, _ => false })], sums);
    }

    /// <summary>A person's diet as it may be told to catering; null where none is entered, the person has not agreed, or is not of this meeting.</summary>
    public async Task<DietRow?> ReadAsync(int meetingId, int attendeeId, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        return (await RowsAsync(db, meetingId, stop)).Find(r => r.Row.Id == attendeeId && r.Agreed).Row;
    }

    static async Task<List<(DietRow Row, bool Agreed)>> RowsAsync(EventDb db, int meetingId, CancellationToken stop) =>
        (await (from a in db.Attendees().Known(meetingId).Where(a => a.State == AttendeeState.Confirmed || a.State == AttendeeState.OnLeave)
                join d in db.Diets() on a.Id equals d.AttendeeId
                where d.Kind != DietKind.None
                orderby a.Unit!.ListNo, a.UnitId, a.ListNo, a.Id
                select new { Row = new DietRow(a.Id, a.Name, a.UnitId, a.Unit!.Organisation!.ShortName ?? a.Unit.Organisation.FullName, d.Kind, d.Note, d.Source, d.EnteredAt), Agreed = d.Consent == ConsentState.Yes || d.Source == ConsentSource.OwnPage })
            .ToListAsync(stop)).ConvertAll(one => (one.Row, one.Agreed));

    static async Task<List<UnitPortions>> PortionsAsync(EventDb db, int meetingId, CancellationToken stop) =>
        (await db.Replies().Where(r => r.MeetingId == meetingId && r.RepliedAt != null && r.DeclinedAt == null).OrderBy(r => r.Unit!.ListNo).ThenBy(r => r.UnitId)
            .Select(r => new UnitPortions(r.UnitId, r.Unit!.Organisation!.ShortName ?? r.Unit.Organisation.FullName, r.HalalPortions ?? 0, r.VegetarianPortions ?? 0)).ToListAsync(stop))
        .FindAll(portions => portions.Halal + portions.Vegetarian > 0);
}
