using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Shared.Data;
using Shared.Registration;

namespace Shared.CheckIn.Paper;

/// <param name="FirstAt">When the person was first recorded at the checkpoint; null where not yet.</param>
public sealed record PaperMatch(int AttendeeId, int ListNo, string Name, string Unit, AttendeeState State, DateTime? FirstAt);

/// <summary>Whom the typed number of a line, initials or name mean while a paper sheet is entered.</summary>
public sealed class PaperLookup(IDbContextFactory<EventDb> dbs)
{
    public const int Most = 8;

    /// <summary>A number means the number of the list where there is one; anything else is searched as everywhere.</summary>
    public async Task<IReadOnlyList<PaperMatch>> ReadAsync(int meetingId, int checkpointId, string typed, CancellationToken stop = default)
    {
        if (string.IsNullOrWhiteSpace(typed)) return [];
        await using var db = await dbs.CreateDbContextAsync(stop);
        var people = db.Attendees().Listed(meetingId).Where(a => a.State != AttendeeState.Replaced);
        if (int.TryParse(typed.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && await MatchesAsync(db, people.Where(a => a.ListNo == number), checkpointId, stop) is { Count: > 0 } numbered) return numbered;
        return await MatchesAsync(db, await RosterSearch.NarrowAsync(db, people, meetingId, typed, stop), checkpointId, stop);
    }

    static async Task<List<PaperMatch>> MatchesAsync(EventDb db, IQueryable<Attendee> people, int checkpointId, CancellationToken stop)
    {
        var presences = db.Presences().Where(p => p.CheckpointId == checkpointId);
        return await people.OrderBy(a => a.ListNo).ThenBy(a => a.Id).Take(Most).Select(a => new PaperMatch(a.Id, a.ListNo, a.Name, a.Unit!.Organisation!.FullName, a.State,
            presences.Where(p => p.AttendeeId == a.Id).Min(p => (DateTime?)p.FirstAt))).ToListAsync(stop);
    }
}
