using Microsoft.EntityFrameworkCore;
using Shared.CheckIn.Badges;
using Shared.Data;
using Shared.Registration;

namespace Shared.CheckIn;

/// <summary>Badges and invitations of people whose registration changes.</summary>
sealed class CheckInTies(BadgeMint mint) : ICheckInTies
{
    public Task<bool> HasArrivedAsync(EventDb db, int attendeeId, CancellationToken stop = default) => db.Presences().AnyAsync(p => p.AttendeeId == attendeeId, stop);

    public async Task<IReadOnlySet<int>> WithBadgeAsync(EventDb db, IReadOnlyCollection<int> attendeeIds, CancellationToken stop = default) =>
        (await Valid(db).Where(b => attendeeIds.Contains(b.AttendeeId!.Value)).Select(b => b.AttendeeId!.Value).ToListAsync(stop)).ToHashSet();

    public Task RevokeBadgeAsync(EventDb db, int attendeeId, string reason, CancellationToken stop = default) =>
        Valid(db).Where(b => b.AttendeeId == attendeeId).ExecuteUpdateAsync(set => set.SetProperty(b => b.RevokedAt, mint.Now).SetProperty(b => b.RevokedReason, reason), stop);

    public async Task PassInvitationsAsync(EventDb db, int fromId, int toId, CancellationToken stop = default)
    {
        var guests = db.Set<CheckpointGuest>();
        var missing = await guests.Where(g => g.AttendeeId == fromId && !guests.Any(own => own.CheckpointId == g.CheckpointId && own.AttendeeId == toId)).Select(g => g.CheckpointId).ToListAsync(stop);
        db.AddRange(missing.Select(checkpoint => new CheckpointGuest { CheckpointId = checkpoint, AttendeeId = toId }));
        await db.SaveChangesAsync(stop);
    }

    public void Tell(int meetingId) => mint.Tell(meetingId);

    static IQueryable<Badge> Valid(EventDb db) => db.Badges().Where(b => b.RevokedAt == null && b.AttendeeId != null);
}
