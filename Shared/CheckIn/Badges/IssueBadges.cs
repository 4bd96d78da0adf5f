using Microsoft.EntityFrameworkCore;
using Shared.Data;
using Shared.Registration;

namespace Shared.CheckIn.Badges;

/// <summary>Gives a badge to everyone who comes and has none. May be repeated: who has one keeps it.</summary>
public sealed class IssueBadges(IDbContextFactory<EventDb> dbs, BadgeMint mint)
{
    // Short transactions: a scan at the desk must not wait for a whole roster.
    const int Piece = 50;

    /// <summary>Returns how many were issued. Null means everyone of the meeting; numbers follow the list's order.</summary>
    public async Task<int> RunAsync(int meetingId, IReadOnlyCollection<int>? attendeeIds = null, CancellationToken stop = default)
    {
        var issued = 0;
        foreach (var piece in (await WithoutBadgeAsync(meetingId, attendeeIds, stop)).Chunk(Piece))
            issued += await IssueAsync(meetingId, piece, stop);
        if (issued > 0) mint.Tell(meetingId);
        return issued;
    }

    async Task<List<int>> WithoutBadgeAsync(int meetingId, IReadOnlyCollection<int>? attendeeIds, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var people = Without(db, meetingId);
        if (attendeeIds is not null) people = people.Where(a => attendeeIds.Contains(a.Id));
        return await people.OrderBy(a => a.ListNo).ThenBy(a => a.Id).Select(a => a.Id).ToListAsync(stop);
    }

    async Task<int> IssueAsync(int meetingId, int[] piece, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var people = await Without(db, meetingId).Where(a => piece.Contains(a.Id)).OrderBy(a => a.ListNo).ThenBy(a => a.Id)
            .Select(a => new { a.Id, a.Category }).ToListAsync(stop);
        var made = await mint.AddAsync(db, meetingId, [.. people.Select(a => ((int?)a.Id, BadgeKinds.Of(a.Category).Letter()))], stop);
        await transaction.CommitAsync(stop);
        return made.Count;
    }

    static IQueryable<Attendee> Without(EventDb db, int meetingId)
    {
        var badges = db.Badges();
        return db.Attendees().Known(meetingId).Where(a => a.State == AttendeeState.Confirmed || a.State == AttendeeState.OnLeave)
            .Where(a => !badges.Any(b => b.AttendeeId == a.Id && b.RevokedAt == null));
    }
}
