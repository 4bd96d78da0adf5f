using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Chinese;
using Shared.Data;
using Shared.Live;
using Shared.Meetings;
using Shared.Registration.Replies;

namespace Shared.Registration.Proofing;

public enum ProofRefusal
{
    NameMissing = 1, NameTooLong,

    /// <summary>Nothing was printed that could have been read.</summary>
    NotPrinted,

    /// <summary>The sheet that was printed last says something else than the list does now.</summary>
    ChangedSincePrint,

    /// <summary>The other round was read by the same person; the second pair of eyes has to be another one.</summary>
    SameReader,
}

/// <param name="Recorded">Of so many units the reading was written down.</param>
/// <param name="Refused">The others with the reason; without a unit where it concerns all.</param>
public sealed record ProofReadingResult(int Recorded, IReadOnlyList<(string? Unit, ProofRefusal Why)> Refused);

/// <summary>Writes down that somebody read the printed sheets of units, character by character.</summary>
public sealed class RecordProofReading(IDbContextFactory<EventDb> dbs, StalePrints prints, AuditTrail audit, LiveUpdates live)
{
    /// <param name="reader">Who read; in the unit's round the contact who answered, by phone say.</param>
    public async Task<ProofReadingResult> RunAsync(int meetingId, IReadOnlyCollection<int> unitIds, ProofRound round, string? reader, string who, CancellationToken stop = default)
    {
        reader = TextNormal.PersonName(reader);
        if (reader.Length == 0) return new(0, [(null, ProofRefusal.NameMissing)]);
        if (reader.Length > ProofReading.NameLength) return new(0, [(null, ProofRefusal.NameTooLong)]);
        await using var db = await dbs.CreateDbContextAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var units = await ProofSheets.ReadAsync(db, meetingId, unitIds, stop);
        var printed = await prints.ReadAsync(meetingId, [ProofSheets.PrintKind], [.. units.SelectMany(unit => unit.Shown())], stop);
        var judged = units.Select(unit => (Unit: unit, Why: Refusal(unit, round, reader, printed))).ToList();
        foreach (var (unit, _) in judged.Where(one => one.Why is null))
            await ProofMarks.PutAsync(db, unit, meetingId, new() { UnitId = unit.UnitId, Round = round, By = reader, EnteredBy = who, At = audit.Now, Shown = unit.Read() }, stop);
        var recorded = judged.Count(one => one.Why is null);
        if (recorded > 0) await audit.AddAsync(db, who, "proof-read", null, meetingId, $"{round}, {reader}: {string.Join(", ", judged.Where(one => one.Why is null).Select(one => one.Unit.FullName))}", stop);
        await transaction.CommitAsync(stop);
        if (recorded > 0) live.Tell(ReplySets.Replies(meetingId));
        return new(recorded, [.. judged.Where(one => one.Why is not null).Select(one => ((string?)one.Unit.FullName, one.Why!.Value))]);
    }

    static ProofRefusal? Refusal(ProofUnit unit, ProofRound round, string reader, IReadOnlyDictionary<(string, long), LastPrint> printed)
    {
        var last = unit.Shown().Select(item => printed.GetValueOrDefault((item.Subject, item.SubjectId))).ToList();
        if (last[0] is null) return ProofRefusal.NotPrinted;
        if (last.Any(print => print is null or { Stale: true })) return ProofRefusal.ChangedSincePrint;
        var other = round switch { ProofRound.First => unit.Mark(ProofRound.Second), ProofRound.Second => unit.Mark(ProofRound.First), _ => null };
        return other is { Stands: true } && TextNormal.Key(other.By) == TextNormal.Key(reader) ? ProofRefusal.SameReader : null;
    }
}

/// <summary>Takes back a reading that was written down by mistake.</summary>
public sealed class TakeBackProofReading(IDbContextFactory<EventDb> dbs, AuditTrail audit, LiveUpdates live)
{
    /// <returns>False where there is no such reading.</returns>
    public async Task<bool> RunAsync(int meetingId, int unitId, ProofRound round, string who, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (await db.ProofReadings().SingleOrDefaultAsync(r => r.MeetingId == meetingId && r.UnitId == unitId && r.Round == round, stop) is not { } reading) return false;
        db.Remove(reading);
        await db.SaveChangesAsync(stop);
        await audit.AddAsync(db, who, "proof-taken-back", ProofMarks.Subject(unitId), meetingId, $"{round}, {reading.By}", stop);
        await transaction.CommitAsync(stop);
        live.Tell(ReplySets.Replies(meetingId));
        return true;
    }
}

static class ProofMarks
{
    public static string Subject(int unitId) => $"unit:{unitId}";

    /// <summary>Puts a reading in the place of the last one of its round, inside the caller's transaction.</summary>
    public static async Task PutAsync(EventDb db, ProofUnit unit, int meetingId, ProofReading reading, CancellationToken stop)
    {
        reading.MeetingId = meetingId;
        await db.ProofReadings().Where(r => r.UnitId == unit.UnitId && r.Round == reading.Round).ExecuteDeleteAsync(stop);
        db.Add(reading);
        await db.SaveChangesAsync(stop);
    }
}
