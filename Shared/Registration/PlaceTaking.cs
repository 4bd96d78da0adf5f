using Shared.Access;
using Shared.Data;

namespace Shared.Registration;

/// <summary>Writes a 替会 by the rule of <see cref="TakenPlace"/> inside the caller's transaction: the badge is revoked, invitations pass over, both histories tell it.</summary>
public sealed class PlaceTaking(ICheckInTies ties, AuditTrail audit)
{
    public AuditTrail Audit => audit;

    /// <summary>Whether the person is here; whoever comes instead is then a person of their own.</summary>
    public Task<bool> HasArrivedAsync(EventDb db, int attendeeId, CancellationToken stop) => ties.HasArrivedAsync(db, attendeeId, stop);

    /// <param name="substitute">As <see cref="TakenPlace.Take"/> made it; stored here.</param>
    internal async Task StoreAsync(EventDb db, Attendee original, Attendee substitute, string who, CancellationToken stop)
    {
        AttendeeIndex.SetKeys(substitute);
        db.Add(substitute);
        await db.SaveChangesAsync(stop);
        await AttendeeIndex.RenewAsync(db, substitute, stop);
        await ties.RevokeBadgeAsync(db, original.Id, $"替会 {substitute.Name}", stop);
        await ties.PassInvitationsAsync(db, original.Id, substitute.Id, stop);
        await audit.AddAsync(db, who, "attendee-replaced", RegistrationSets.Subject(original.Id), original.MeetingId, substitute.Name, stop);
        await audit.AddAsync(db, who, "attendee-substitutes", RegistrationSets.Subject(substitute.Id), original.MeetingId, original.Name, stop);
    }

    /// <summary>To be called once the transaction is committed.</summary>
    public void Tell(int meetingId) => ties.Tell(meetingId);
}
