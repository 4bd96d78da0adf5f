using Microsoft.EntityFrameworkCore;
using Shared.Data;

namespace Shared.Registration;

/// <summary>What happened to the list of attendees since a moment.</summary>
public sealed record ChangesSince(int Imported, int Added, int Changed, int Cancelled, int OnLeave, int Reinstated, int Merged, int Replaced)
{
    public bool Any => Imported + Added + Changed + Cancelled + OnLeave + Reinstated + Merged + Replaced > 0;
}

/// <summary>Counts what others did since somebody last looked.</summary>
public sealed class RosterChanges(IDbContextFactory<EventDb> dbs)
{
    public async Task<ChangesSince> ReadAsync(int meetingId, DateTime since, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var done = await db.Set<Access.AuditEntry>().Where(e => e.MeetingId == meetingId && e.HappenedAt > since && e.What.StartsWith("attendee-"))
            .GroupBy(e => e.What).Select(g => new { g.Key, People = g.Select(e => e.SubjectId).Distinct().Count() }).ToDictionaryAsync(g => g.Key, g => g.People, stop);
        var imported = await db.RosterImports().Where(i => i.MeetingId == meetingId && i.State == ImportState.Finished && i.FinishedAt > since).SumAsync(i => i.Added, stop);
        return new(imported, done.GetValueOrDefault("attendee-added"), done.GetValueOrDefault("attendee-changed"), done.GetValueOrDefault("attendee-cancelled"),
            done.GetValueOrDefault("attendee-on-leave"), done.GetValueOrDefault("attendee-reinstated"),
            done.GetValueOrDefault("attendee-merged"), done.GetValueOrDefault("attendee-replaced"));
    }
}
