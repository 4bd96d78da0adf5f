using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Data;
using Shared.Live;

namespace Shared.Registration;

/// <summary>A working link of one person.</summary>
public sealed record MadeLink(int AttendeeId, int LinkId, string Token)
{
    /// <summary>Path and fragment, to be put behind the address of this site.</summary>
    public string Address => $"{AttendeeLink.Path(LinkId)}#{Token}";
}

/// <summary>Gives a link to everyone named who comes and has none. May be repeated: who has one keeps it.</summary>
public sealed class MakeAttendeeLinks(IDbContextFactory<EventDb> dbs, LinkKey key, AuditTrail audit, LiveUpdates live)
{
    // Short transactions: a scan at the desk must not wait for a whole roster.
    const int Piece = 50;

    /// <summary>The links of those named; without those who do not come and those whose link was ended.</summary>
    public async Task<IReadOnlyList<MadeLink>> RunAsync(int meetingId, IReadOnlyCollection<int> attendeeIds, string who, CancellationToken stop = default)
    {
        var found = new List<MadeLink>(attendeeIds.Count);
        foreach (var piece in attendeeIds.Distinct().Chunk(Piece)) found.AddRange(await MakeAsync(meetingId, piece, who, stop));
        if (found.Count > 0) live.Tell(RegistrationSets.Roster(meetingId));
        return found;
    }

    /// <summary>The same for everyone of a unit: a person's own page is there once the person is in the list.</summary>
    public async Task OfUnitAsync(int meetingId, int unitId, string who, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        await RunAsync(meetingId, await db.Attendees().Known(meetingId).Where(a => a.UnitId == unitId).Select(a => a.Id).ToListAsync(stop), who, stop);
    }

    async Task<IEnumerable<MadeLink>> MakeAsync(int meetingId, int[] piece, string who, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var coming = await db.Attendees().Known(meetingId).Where(a => piece.Contains(a.Id) && (a.State == AttendeeState.Confirmed || a.State == AttendeeState.OnLeave))
            .OrderBy(a => a.ListNo).ThenBy(a => a.Id).Select(a => a.Id).ToListAsync(stop);
        var links = await db.AttendeeLinks().Where(l => coming.Contains(l.AttendeeId)).ToDictionaryAsync(l => l.AttendeeId, stop);
        foreach (var id in coming.Where(id => !links.ContainsKey(id)))
        {
            links[id] = new AttendeeLink { MeetingId = meetingId, AttendeeId = id, Nonce = LinkKey.NewNonce(), MadeAt = audit.Now };
            db.Add(links[id]);
            await audit.AddAsync(db, who, "own-link-made", RegistrationSets.Subject(id), meetingId, null, stop);
        }
        await transaction.CommitAsync(stop);
        return coming.Select(id => links[id]).Where(l => l.EndedAt is null).Select(l => new MadeLink(l.AttendeeId, l.Id, key.Token(AttendeeLink.Purpose, l.Nonce)));
    }
}

/// <summary>Puts a new link in the place of one that went astray or was ended; what was sent before opens nothing any more.</summary>
public sealed class RenewAttendeeLink(IDbContextFactory<EventDb> dbs, LinkKey key, AuditTrail audit, LiveUpdates live)
{
    /// <summary>Null where the person has no link yet or is not of this meeting.</summary>
    public async Task<MadeLink?> RunAsync(int meetingId, int attendeeId, string who, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (await db.AttendeeLinks().SingleOrDefaultAsync(l => l.AttendeeId == attendeeId && l.MeetingId == meetingId, stop) is not { } link) return null;
        (link.Nonce, link.MadeAt, link.OpenedAt, link.EndedAt) = (LinkKey.NewNonce(), audit.Now, null, null);
        await audit.AddAsync(db, who, "own-link-renewed", RegistrationSets.Subject(attendeeId), meetingId, null, stop);
        await transaction.CommitAsync(stop);
        live.Tell(RegistrationSets.Roster(meetingId));
        return new MadeLink(attendeeId, link.Id, key.Token(AttendeeLink.Purpose, link.Nonce));
    }
}

/// <summary>Ends a person's link; a page that shows it says so at its next question.</summary>
public sealed class EndAttendeeLink(IDbContextFactory<EventDb> dbs, AuditTrail audit, LiveUpdates live)
{
    /// <summary>False where the person has no working link or is not of this meeting.</summary>
    public async Task<bool> RunAsync(int meetingId, int attendeeId, string who, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var now = audit.Now;
        var ended = await db.AttendeeLinks().Where(l => l.AttendeeId == attendeeId && l.MeetingId == meetingId && l.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(l => l.EndedAt, now), stop);
        if (ended == 0) return false;
        await audit.AddAsync(db, who, "own-link-ended", RegistrationSets.Subject(attendeeId), meetingId, null, stop);
        await transaction.CommitAsync(stop);
        live.Tell(RegistrationSets.Roster(meetingId));
        return true;
    }
}
