using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Data;

namespace Shared.Registration;

/// <summary>Whose page a link opens.</summary>
public sealed record LinkOwner(int MeetingId, int AttendeeId, AttendeeState State)
{
    /// <summary>False for who cancelled or was replaced: their page says so and no more.</summary>
    public bool Comes => State is AttendeeState.Confirmed or AttendeeState.OnLeave;
}

/// <summary>Finds the person by the link's id and token.</summary>
public sealed class AttendeeByLink(IDbContextFactory<EventDb> dbs, LinkKey key)
{
    /// <summary>Null where there is no such link, it was ended, or the token is not its present one.</summary>
    public async Task<LinkOwner?> ReadAsync(int linkId, string? token, CancellationToken stop = default)
    {
        if (token?.Length != LinkKey.TokenLength) return null;
        await using var db = await dbs.CreateDbContextAsync(stop);
        var found = await (from link in db.AttendeeLinks()
                           where link.Id == linkId && link.EndedAt == null
                           join a in db.Attendees().Where(a => a.ImportId == null || a.Import!.State == ImportState.Finished) on link.AttendeeId equals a.Id
                           select new { link.Nonce, Owner = new LinkOwner(link.MeetingId, a.Id, a.State) }).SingleOrDefaultAsync(stop);
        return found is not null && key.Admits(AttendeeLink.Purpose, found.Nonce, token) ? found.Owner : null;
    }
}

/// <param name="Address">Path and fragment; null once the link is ended.</param>
public sealed record OwnLink(string? Address, DateTime MadeAt, DateTime? OpenedAt, DateTime? EndedAt);

/// <summary>A person's link as organisers hand it on.</summary>
public sealed class OwnLinkCard(IDbContextFactory<EventDb> dbs, LinkKey key)
{
    /// <summary>Null where the person has none yet or is not of this meeting.</summary>
    public async Task<OwnLink?> ReadAsync(int meetingId, int attendeeId, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        return await db.AttendeeLinks().AsNoTracking().SingleOrDefaultAsync(l => l.AttendeeId == attendeeId && l.MeetingId == meetingId, stop) is not { } link ? null
            : new(link.EndedAt is null ? new MadeLink(attendeeId, link.Id, key.Token(AttendeeLink.Purpose, link.Nonce)).Address : null, link.MadeAt, link.OpenedAt, link.EndedAt);
    }
}
