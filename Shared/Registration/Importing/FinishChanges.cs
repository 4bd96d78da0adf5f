using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Data;
using Shared.Meetings;

namespace Shared.Registration.Importing;

/// <summary>Applies what is left of a finished import's changes; may be stopped and begun again at any point.</summary>
sealed class FinishChanges(IDbContextFactory<EventDb> dbs, AuditTrail audit)
{
    /// <returns>How many people were changed in all.</returns>
    public async Task<int> RunAsync(int importId, MeetingView meeting, string who, Action<int>? done = null, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var waiting = await db.Set<PendingChange>().Where(c => c.ImportId == importId).OrderBy(c => c.Id).Select(c => c.Id).ToListAsync(stop);
        var apply = new ApplyPendingChange(dbs, audit);
        for (var next = 0; next < waiting.Count; next++)
        {
            if (await apply.RunAsync(waiting[next], meeting, who, stop))
                await db.RosterImports().Where(i => i.Id == importId).ExecuteUpdateAsync(set => set.SetProperty(i => i.Changed, i => i.Changed + 1), stop);
            done?.Invoke(next + 1);
        }
        return await db.RosterImports().Where(i => i.Id == importId).Select(i => i.Changed).SingleAsync(stop);
    }
}

/// <summary>At the start of a program: takes out imports whose program died, goes on with changes that still wait.</summary>
public sealed class TidyImports(IDbContextFactory<EventDb> dbs, AuditTrail audit, RunningImports running, MeetingCalendar meetings)
{
    public async Task RunAsync(CancellationToken stop = default)
    {
        await new RemoveImport(dbs).DeadAsync(running, stop);
        await using var db = await dbs.CreateDbContextAsync(stop);
        var waiting = await db.RosterImports().Where(i => i.State == ImportState.Finished && db.Set<PendingChange>().Any(c => c.ImportId == i.Id)).ToListAsync(stop);
        foreach (var import in waiting.Where(import => !running.Has(import.Id)))
        {
            var meeting = (await meetings.ReadAsync(stop)).Single(m => m.Id == import.MeetingId);
            await new FinishChanges(dbs, audit).RunAsync(import.Id, meeting, import.ImportedBy, stop: stop);
        }
    }
}
