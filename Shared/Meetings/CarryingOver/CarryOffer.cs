using Microsoft.EntityFrameworkCore;
using Shared.Data;

namespace Shared.Meetings.CarryingOver;

public sealed record CarryItem(string Word, int Count);

/// <param name="Items">Only kinds of which there is something.</param>
public sealed record CarryOfferView(int FromId, int FromYear, string Name, string? NameEn, string? Venue, IReadOnlyList<CarryItem> Items);

/// <summary>What could be taken over from the last meeting before a year.</summary>
public sealed class CarryOffer(IDbContextFactory<EventDb> dbs, IEnumerable<ICarriedOver> kinds)
{
    /// <summary>Null where there is no earlier meeting.</summary>
    public async Task<CarryOfferView?> ReadAsync(int year, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var from = await db.Meetings().AsNoTracking().Where(m => m.Year < year && !m.IsSample).OrderByDescending(m => m.Year).FirstOrDefaultAsync(stop);
        if (from is null) return null;
        var items = new List<CarryItem>();
        foreach (var kind in kinds.OrderBy(kind => kind.Order))
            if (await kind.CountAsync(db, from, stop) is > 0 and var count) items.Add(new(kind.Word, count));
        return new(from.Id, from.Year, from.Name, from.NameEn, from.Venue, items);
    }
}
