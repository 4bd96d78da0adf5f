using Microsoft.EntityFrameworkCore;
using Shared.CheckIn;
using Shared.Data;
using Shared.Registration;

namespace Shared.Dashboard;

/// <summary>Someone just arrived, as a hall may read it: the name only with that person's consent, else the unit alone.</summary>
public sealed record PublicWelcome(string? Name, string Unit);

/// <summary>The latest arrivals at a checkpoint for a public screen, newest first.</summary>
public sealed class LatestWelcomes(IDbContextFactory<EventDb> dbs)
{
    public const int Most = 4;

    public async Task<IReadOnlyList<PublicWelcome>> ReadAsync(int meetingId, int checkpointId, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var presences = db.Presences();
        var attendees = db.Attendees().Listed(meetingId);
        return await (from scan in db.Scans()
                      where scan.CheckpointId == checkpointId && scan.Outcome == ScanOutcome.Welcome && scan.Source != ScanSource.Undo
                          && presences.Any(p => p.CheckpointId == checkpointId && p.AttendeeId == scan.AttendeeId && p.FirstScanId == scan.Id)
                      join person in attendees on scan.AttendeeId equals person.Id
                      orderby scan.OccurredAt descending
                      select new PublicWelcome(
                          person.Consents.Any(c => c.Purpose == ConsentPurpose.PublicScreen && c.State == ConsentState.Yes) ? person.Name : null,
                          person.Unit!.Organisation!.ShortName ?? person.Unit!.Organisation!.FullName))
            .Take(Most).ToListAsync(stop);
    }
}
