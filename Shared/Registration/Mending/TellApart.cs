using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Data;
using Shared.Live;

namespace Shared.Registration.Mending;

/// <summary>Keeps two records that are alike as two people; they are not proposed again.</summary>
public sealed class TellApart(IDbContextFactory<EventDb> dbs, AuditTrail audit, LiveUpdates live)
{
    /// <returns>False where the meeting has no two such people.</returns>
    public async Task<bool> RunAsync(int meetingId, int oneId, int otherId, string who, CancellationToken stop = default)
    {
        var (one, other) = (Math.Min(oneId, otherId), Math.Max(oneId, otherId));
        await using var db = await dbs.CreateDbContextAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (one == other || await db.Attendees().Listed(meetingId).CountAsync(a => a.Id == one || a.Id == other, stop) < 2) return false;
        if (!await db.TwoPeople().AnyAsync(t => t.OneId == one && t.OtherId == other, stop))
        {
            db.Add(new TwoPeople { MeetingId = meetingId, OneId = one, OtherId = other, SaidBy = who, SaidAt = audit.Now });
            foreach (var (id, than) in ((int, int)[])[(one, other), (other, one)])
                await audit.AddAsync(db, who, "attendee-told-apart", RegistrationSets.Subject(id), meetingId, await NameAsync(db, than, stop), stop);
        }
        await transaction.CommitAsync(stop);
        live.Tell(RegistrationSets.Roster(meetingId));
        return true;
    }

    static Task<string> NameAsync(EventDb db, int id, CancellationToken stop) => db.Attendees().Where(a => a.Id == id).Select(a => $"#{a.ListNo} {a.Name}").SingleAsync(stop);
}
