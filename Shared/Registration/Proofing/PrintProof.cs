using Microsoft.EntityFrameworkCore;
using Shared.Data;
using Shared.Meetings;

namespace Shared.Registration.Proofing;

/// <summary>Records the sheets of units before they are printed: what a reader ticks is what was recorded here.</summary>
public sealed class PrintProof(IDbContextFactory<EventDb> dbs, RecordPrintout record)
{
    /// <returns>The printout's id; null where none of these units has people.</returns>
    public async Task<int?> RunAsync(int meetingId, IReadOnlyCollection<int> unitIds, string by, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var units = await ProofSheets.ReadAsync(db, meetingId, unitIds, stop);
        if (units.Count == 0) return null;
        return await record.RunAsync(new PrintOrder(meetingId, ProofSheets.PrintKind, by), [.. units.SelectMany(unit => unit.Shown())], stop);
    }
}

/// <param name="Changes">What came, went or changed since the print was recorded.</param>
public sealed record ProofPrint(PrintoutView Print, IReadOnlyList<ProofUnit> Units, int Changes);

/// <summary>What to put on the paper of recorded sheets.</summary>
public sealed class PrintedProof(IDbContextFactory<EventDb> dbs, PrintoutLog log)
{
    /// <summary>Null where the meeting has no such print.</summary>
    public async Task<ProofPrint?> ReadAsync(int meetingId, int printoutId, CancellationToken stop = default)
    {
        if (await log.ReadAsync(meetingId, printoutId, [ProofSheets.PrintKind], stop) is not var (print, items)) return null;
        await using var db = await dbs.CreateDbContextAsync(stop);
        var chosen = items.Where(item => item.Subject == ProofUnit.Subject).Select(item => (int)item.SubjectId).ToList();
        var units = await db.AtOneMomentAsync(async () => await ProofSheets.ReadAsync(db, meetingId, chosen, stop), stop);
        return new(print, units, items.ChangesUntil([.. units.SelectMany(unit => unit.Shown())]));
    }
}
