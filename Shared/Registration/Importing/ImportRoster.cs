using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Data;
using Shared.Live;
using Shared.Meetings;

namespace Shared.Registration.Importing;

public abstract record ImportRosterResult
{
    public sealed record Imported(int ImportId, int Added, int Changed) : ImportRosterResult;

    /// <summary>Stopped by whoever started it; nothing is left of it.</summary>
    public sealed record Cancelled : ImportRosterResult;

    /// <summary>Another import is being written for this meeting.</summary>
    public sealed record AnotherIsRunning : ImportRosterResult;

    /// <summary>Somebody of the file was entered by another hand since it was read: read it again.</summary>
    public sealed record ListChangedMeanwhile : ImportRosterResult;
}

/// <summary>Writes a confirmed preview: new people under an import number that shows them all at once when it is finished, then the changes, one by one.</summary>
public sealed class ImportRoster(IDbContextFactory<EventDb> dbs, AuditTrail audit, LiveUpdates live, RunningImports running)
{
    /// <param name="progress">Told how many of the people and changes are written.</param>
    public async Task<ImportRosterResult> RunAsync(RosterPlan plan, KnownRosterView known, string who, IProgress<int>? progress = null, CancellationToken stop = default)
    {
        await new RemoveImport(dbs).DeadAsync(running, stop);
        var (refusal, import, units) = await BeginAsync(plan, known, who, stop);
        if (import is null)
            return refusal!;
        using var _ = running.Begin(import.Id);
        try
        {
            await WriteAsync(plan, known.Meeting, import, units, progress, stop);
        }
        catch (Exception wrong)
        {
            await new RemoveImport(dbs).RunAsync(import.Id, CancellationToken.None);
            if (wrong is OperationCanceledException)
                return new ImportRosterResult.Cancelled();
            throw;
        }
        live.Tell(RegistrationSets.Roster(known.Meeting.Id));
        var changed = await new FinishChanges(dbs, audit).RunAsync(import.Id, known.Meeting, who, done => progress?.Report(plan.People.Count + done));
        live.Tell(RegistrationSets.Roster(known.Meeting.Id));
        return new ImportRosterResult.Imported(import.Id, plan.People.Count, changed);
    }

    async Task<(ImportRosterResult? Refusal, RosterImport? Import, Dictionary<UnitValue, int> Units)> BeginAsync(RosterPlan plan, KnownRosterView known, string who, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        UnitValue[] named = [.. plan.People.Select(person => (UnitValue)person[RosterFields.Unit]!)
            .Concat(plan.Changes.SelectMany(change => change.Fields).Select(change => change.New).OfType<UnitValue>()).Distinct()];
        // Asked before the lock is taken, which makes it short to ask again behind it.
        if (await RefusalAsync(db, plan, known, stop) is { } refusal)
            return (refusal, null, []);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (await RefusalAsync(db, plan, known, stop) is { } late)
            return (late, null, []);
        var import = new RosterImport
        {
            MeetingId = known.Meeting.Id, FileName = Path.GetFileName(plan.FileName) is { Length: <= RosterImport.FileNameLength } name ? name : plan.FileName[^RosterImport.FileNameLength..],
            FileHash = Convert.FromHexString(plan.FileHash), ImportedBy = who, State = ImportState.Writing, StartedAt = audit.Now,
        };
        (var units, import.Made) = await ImportUnits.MakeAsync(db, known.Meeting.Id, named, stop);
        db.Add(import);
        await db.SaveChangesAsync(stop);
        // Known to be alive before anybody can see it.
        running.Begin(import.Id);
        await transaction.CommitAsync(stop);
        return (null, import, units);
    }

    static async Task<ImportRosterResult?> RefusalAsync(EventDb db, RosterPlan plan, KnownRosterView known, CancellationToken stop) =>
        await db.RosterImports().AnyAsync(i => i.MeetingId == known.Meeting.Id && i.State == ImportState.Writing, stop) ? new ImportRosterResult.AnotherIsRunning()
        : await CameMeanwhileAsync(db, plan, known, stop) ? new ImportRosterResult.ListChangedMeanwhile()
        : null;

    static async Task<bool> CameMeanwhileAsync(EventDb db, RosterPlan plan, KnownRosterView known, CancellationToken stop)
    {
        var came = await db.Attendees().Listed(known.Meeting.Id).Where(a => a.Id > known.UpTo).Select(a => new { a.Name, a.Unit!.OrganisationId }).ToListAsync(stop);
        var planned = came.Count == 0 ? [] : plan.People.Select(person => ((string)person[RosterFields.Name]!, ((UnitValue)person[RosterFields.Unit]!).Id)).ToHashSet();
        return came.Exists(person => planned.Contains((person.Name, person.OrganisationId)));
    }

    async Task WriteAsync(RosterPlan plan, MeetingView meeting, RosterImport import, Dictionary<UnitValue, int> units, IProgress<int>? progress, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        await db.Database.OpenConnectionAsync(stop);
        var last = await db.Attendees().Where(a => a.MeetingId == meeting.Id).MaxAsync(a => (int?)a.ListNo, stop) ?? 0;
        var pieces = new PieceWriter(db);
        using (var rows = new ImportedRows(db, pieces.Connection))
            await pieces.RunAsync(plan.People.Select(person => ImportedRows.Make(person, import, units, meeting, ++last)), rows.Write, done => progress?.Report(done), stop);
        using (var changes = new InsertStatement(pieces.Connection, db.Model, typeof(PendingChange)))
            await pieces.RunAsync(plan.Changes.Select(change => new PendingChange { ImportId = import.Id, AttendeeId = change.AttendeeId, Fields = PendingFields.Write(change, units) }),
                (change, transaction) => changes.Run(change, transaction), _ => { }, stop);
        stop.ThrowIfCancellationRequested();
        await FinishAsync(plan, import, db);
    }

    async Task FinishAsync(RosterPlan plan, RosterImport import, EventDb db)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.RosterImports().Where(i => i.Id == import.Id && i.State == ImportState.Writing).ExecuteUpdateAsync(set => set
            .SetProperty(i => i.State, ImportState.Finished).SetProperty(i => i.FinishedAt, audit.Now).SetProperty(i => i.Added, plan.People.Count).SetProperty(i => i.Made, (string?)null));
        await RememberAsync(db, import.MeetingId, plan.Columns);
        await audit.AddAsync(db, import.ImportedBy, "roster-imported", $"import:{import.Id}", import.MeetingId, $"{import.FileName} {plan.FileHash} +{plan.People.Count} ~{plan.Changes.Count}", default);
        await transaction.CommitAsync();
    }

    static async Task RememberAsync(EventDb db, int meetingId, IReadOnlyDictionary<string, string> columns)
    {
        var known = await db.Set<RememberedColumn>().Where(c => c.MeetingId == meetingId).ToDictionaryAsync(c => c.Header);
        foreach (var (header, field) in columns)
            if (known.TryGetValue(header, out var column))
                column.Field = field;
            else
                db.Add(new RememberedColumn { MeetingId = meetingId, Header = header, Field = field });
        await db.SaveChangesAsync();
    }
}
