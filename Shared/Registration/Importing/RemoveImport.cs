using Microsoft.EntityFrameworkCore;
using Shared.Data;

namespace Shared.Registration.Importing;

/// <summary>Takes an unfinished import out again, a few people at a time; its row stays and says cancelled.</summary>
sealed class RemoveImport(IDbContextFactory<EventDb> dbs)
{
    const int PeopleAtOnce = 10;
    const int ChangesAtOnce = 100;

    /// <summary>What a program that died, or a disk that was full even for the removal, left half written.</summary>
    public async Task DeadAsync(RunningImports running, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        foreach (var dead in await db.RosterImports().Where(i => i.State == ImportState.Writing).Select(i => i.Id).ToListAsync(stop))
            // Asked again once it runs no more: it may just have been finished.
            if (!running.Has(dead) && await db.RosterImports().AnyAsync(i => i.Id == dead && i.State == ImportState.Writing, stop))
                await RunAsync(dead, stop);
    }

    public async Task RunAsync(int importId, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        while (await db.Set<PendingChange>().Where(c => c.ImportId == importId).OrderBy(c => c.Id).Take(ChangesAtOnce).ExecuteDeleteAsync(stop) > 0)
            await Task.Yield();
        while (await db.Attendees().Where(a => a.ImportId == importId).OrderBy(a => a.Id).Take(PeopleAtOnce).ExecuteDeleteAsync(stop) > 0)
            await Task.Yield();
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await ImportUnits.RemoveAsync(db, await db.RosterImports().Where(i => i.Id == importId).Select(i => i.Made).SingleAsync(stop), stop);
        await db.RosterImports().Where(i => i.Id == importId && i.State == ImportState.Writing)
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.State, ImportState.Cancelled).SetProperty(i => i.Added, 0).SetProperty(i => i.Made, (string?)null), stop);
        await transaction.CommitAsync(stop);
    }
}
