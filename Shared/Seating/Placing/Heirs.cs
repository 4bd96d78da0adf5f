using Microsoft.EntityFrameworkCore;
using Shared.Data;
using Shared.Registration;

namespace Shared.Seating.Placing;

/// <summary>Who comes in the end for those who were replaced: a substitute may be substituted in turn.</summary>
static class Heirs
{
    const int Longest = 9;

    /// <summary>By the person replaced; who has nobody in the end is left out.</summary>
    public static async Task<Dictionary<int, int>> ReadAsync(EventDb db, IReadOnlyCollection<int> replaced, CancellationToken stop)
    {
        var (heirs, open) = (new Dictionary<int, int>(), replaced.ToDictionary(id => id, id => id));
        for (var round = 0; open.Count > 0 && round < Longest; round++)
        {
            var ends = open.Values.ToList();
            var next = await db.Attendees().Where(a => a.SubstitutesForId != null && ends.Contains(a.SubstitutesForId.Value)).Select(a => new { a.Id, For = a.SubstitutesForId!.Value, a.State }).ToDictionaryAsync(a => a.For, stop);
            foreach (var (first, last) in open.ToList())
            {
                open.Remove(first);
                if (!next.TryGetValue(last, out var one)) continue;
                if (one.State == AttendeeState.Confirmed) heirs[first] = one.Id;
                else if (one.State == AttendeeState.Replaced) open[first] = one.Id;
            }
        }
        return heirs;
    }
}
