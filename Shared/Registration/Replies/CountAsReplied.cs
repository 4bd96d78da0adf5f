using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Data;
using Shared.Live;

namespace Shared.Registration.Replies;

/// <summary>Counts a unit as having replied whose people came by a survey, a list or a call and not by its form: it is chased no more and may confirm its names.</summary>
public sealed class CountAsReplied(IDbContextFactory<EventDb> dbs, AuditTrail audit, LiveUpdates live, MakeAttendeeLinks links)
{
    /// <returns>False where the unit has nobody in the list, or has said that it does not come.</returns>
    public async Task<bool> RunAsync(int meetingId, int unitId, string who, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var people = await db.Attendees().Known(meetingId).Where(a => a.UnitId == unitId && (a.State == AttendeeState.Confirmed || a.State == AttendeeState.OnLeave)).Select(a => a.Id).ToListAsync(stop);
        var reply = await db.Replies().SingleOrDefaultAsync(r => r.UnitId == unitId && r.MeetingId == meetingId, stop);
        if (people.Count == 0 || reply is { DeclinedAt: not null }) return false;
        if (reply is { RepliedAt: not null }) return true;
        if (reply is null) db.Add(reply = new() { MeetingId = meetingId, UnitId = unitId, Nonce = LinkKey.NewNonce(), MadeAt = audit.Now });
        reply.RepliedAt = audit.Now;
        reply.Version++;
        await db.SaveChangesAsync(stop);
        await audit.AddAsync(db, who, "reply-counted", ReplySets.Subject(reply.Id), meetingId, $"{people.Count}", stop);
        await transaction.CommitAsync(stop);
        live.Tell(ReplySets.Replies(meetingId));
        await links.RunAsync(meetingId, people, who, stop);
        return true;
    }
}
