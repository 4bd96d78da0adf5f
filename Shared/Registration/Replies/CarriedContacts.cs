using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Data;
using Shared.Meetings;
using Shared.Meetings.CarryingOver;

namespace Shared.Registration.Replies;

/// <summary>Who answered for each organisation in the earlier meeting's reply; the new reply's form proposes them and the unit corrects them.</summary>
sealed class CarriedContacts(TimeProvider clock) : ICarriedOver
{
    public string Word => "contacts";
    public int Order => 40;

    public Task<int> CountAsync(EventDb db, Meeting from, CancellationToken stop) => Known(db, from).CountAsync(stop);

    public async Task<CarriedCount> CopyAsync(EventDb db, Meeting from, Meeting to, CancellationToken stop)
    {
        var known = await Known(db, from).AsNoTracking().Select(r => new { r.Unit!.OrganisationId, r.ContactName, r.ContactPhone }).ToDictionaryAsync(r => r.OrganisationId, stop);
        var replies = await db.Replies().Where(r => r.MeetingId == to.Id).ToDictionaryAsync(r => r.UnitId, stop);
        var copied = 0;
        foreach (var unit in await db.Units().AsNoTracking().Where(u => u.MeetingId == to.Id && known.Keys.Contains(u.OrganisationId)).ToListAsync(stop))
        {
            if (!replies.TryGetValue(unit.Id, out var reply)) db.Add(reply = new() { MeetingId = to.Id, UnitId = unit.Id, Nonce = LinkKey.NewNonce(), MadeAt = clock.GetUtcNow().UtcDateTime });
            if (reply.ContactName is not null) continue;
            (reply.ContactName, reply.ContactPhone) = (known[unit.OrganisationId].ContactName, known[unit.OrganisationId].ContactPhone);
            copied++;
        }
        await db.SaveChangesAsync(stop);
        return copied;
    }

    static IQueryable<Reply> Known(EventDb db, Meeting from) => db.Replies().Where(r => r.MeetingId == from.Id && r.ContactName != null);
}
