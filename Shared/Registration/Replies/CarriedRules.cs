using Microsoft.EntityFrameworkCore;
using Shared.Data;
using Shared.Meetings;
using Shared.Meetings.CarryingOver;

namespace Shared.Registration.Replies;

/// <summary>How the earlier meeting's units replied: ways, places by rank, what else the invitation says and whom they ask, where no rules were set yet. The deadline stays behind, for it is always another.</summary>
sealed class CarriedRules : ICarriedOver
{
    public string Word => "rules";
    public int Order => 45;

    public Task<int> CountAsync(EventDb db, Meeting from, CancellationToken stop) => db.Set<ReplyRules>().CountAsync(r => r.MeetingId == from.Id, stop);

    public async Task<CarriedCount> CopyAsync(EventDb db, Meeting from, Meeting to, CancellationToken stop)
    {
        var rules = db.Set<ReplyRules>();
        if (await rules.AnyAsync(r => r.MeetingId == to.Id, stop) || await rules.AsNoTracking().SingleOrDefaultAsync(r => r.MeetingId == from.Id, stop) is not { } old) return 0;
        (old.MeetingId, old.Deadline) = (to.Id, null);
        old.Extra = old.Extra is null ? null : CarriedWords.Year(old.Extra, from.Year, to.Year);
        db.Add(old);
        await db.SaveChangesAsync(stop);
        return 1;
    }
}
