using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Data;

namespace Shared.Registration.Replies;

/// <summary>One person of the unit and the link of the person's own page.</summary>
public sealed record PersonsLink(string Name, MadeLink Link);

/// <summary>The own pages of a unit's people, for whoever sends them on.</summary>
public sealed class UnitLinks(IDbContextFactory<EventDb> dbs, LinkKey key)
{
    /// <summary>Those that were made and work, in the order of the list.</summary>
    public async Task<IReadOnlyList<PersonsLink>> ReadAsync(int replyId, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var links = db.AttendeeLinks().Where(l => l.EndedAt == null);
        var found = await db.Replies().Where(r => r.Id == replyId)
            .SelectMany(r => db.Set<Attendee>().Where(a => a.UnitId == r.UnitId && a.MeetingId == r.MeetingId && (a.State == AttendeeState.Confirmed || a.State == AttendeeState.OnLeave)))
            .Join(links, a => a.Id, l => l.AttendeeId, (a, l) => new { a.ListNo, a.Name, a.Id, Link = l }).OrderBy(one => one.ListNo).ThenBy(one => one.Id).ToListAsync(stop);
        return [.. found.Select(one => new PersonsLink(one.Name, new(one.Id, one.Link.Id, key.Token(AttendeeLink.Purpose, one.Link.Nonce))))];
    }
}
