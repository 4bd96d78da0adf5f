using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Data;
using Shared.Live;
using Shared.Registration;

namespace Shared.CheckIn;

/// <param name="Id">Null for a new item; an item that was handed out keeps its row.</param>
public sealed record HandoutDraft(int? Id, string Name, int Count = 1);

/// <summary>A checkpoint as a form holds it. Times are UTC.</summary>
public sealed record CheckpointDraft
{
    public int? Id { get; init; }
    public string Name { get; init; } = "";
    public string? NameEn { get; init; }
    public CheckpointKind Kind { get; init; } = CheckpointKind.Session;
    public DateTime OpensAt { get; init; }
    public DateTime ClosesAt { get; init; }
    public HoursRule Hours { get; init; } = HoursRule.Mark;
    public EntryRule Entry { get; init; } = EntryRule.Once;
    public Admission Admits { get; init; } = Admission.All;
    public IReadOnlyCollection<AttendeeCategory> Categories { get; init; } = [];
    public IReadOnlyCollection<int> GuestIds { get; init; } = [];

    /// <summary>Null takes the default: a meeting's first session implies its report-in.</summary>
    public IReadOnlyCollection<int>? ImpliedIds { get; init; }
    public IReadOnlyList<HandoutDraft> Items { get; init; } = [];
    public bool Retired { get; init; }
}

public enum CheckpointProblem { NoName = 1, NameTaken, ClosesBeforeItOpens, NobodyAdmitted, UnknownGuest, UnknownImplied, BadItem, ItemWasGiven, EntryRuleInUse, ReportInIsOnce, NoSuchCheckpoint }

/// <summary>The saved checkpoint's id, or why nothing was saved.</summary>
public readonly record struct SaveCheckpointResult(int Id, CheckpointProblem? Problem = null);

/// <summary>Makes or changes a checkpoint. Nothing recorded there is ever touched.</summary>
public sealed class SaveCheckpoint(IDbContextFactory<EventDb> dbs, AuditTrail audit, LiveUpdates updates)
{
    /// <param name="who">The signed-in person, as shown to people.</param>
    public async Task<SaveCheckpointResult> RunAsync(int meetingId, CheckpointDraft draft, string who, CancellationToken stop = default)
    {
        if (Check(draft) is { } wrong) return new(0, wrong);
        await using var db = await dbs.CreateDbContextAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var saved = draft.Id is null ? new Checkpoint { MeetingId = meetingId, Name = "" }
            : await db.Checkpoints().Include(c => c.Implies).Include(c => c.Items).SingleOrDefaultAsync(c => c.Id == draft.Id && c.MeetingId == meetingId, stop);
        if (saved is null) return new(0, CheckpointProblem.NoSuchCheckpoint);
        if (await RefusedByWhatIsThereAsync(db, saved, draft, stop) is { } refused) return new(0, refused);
        if (draft.Id is null) db.Add(saved);
        Copy(draft, saved);
        var implied = draft.ImpliedIds ?? (draft.Id is null ? await DefaultImpliedAsync(db, meetingId, draft.Kind, stop) : [.. saved.Implies.Select(i => i.ImpliedId)]);
        saved.Implies = [.. implied.Distinct().Select(id => saved.Implies.Find(i => i.ImpliedId == id) ?? new CheckpointImplication { ImpliedId = id })];
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException taken) when (taken.InnerException is SqliteException { SqliteExtendedErrorCode: SQLitePCL.raw.SQLITE_CONSTRAINT_UNIQUE })
        {
            return new(0, CheckpointProblem.NameTaken);
        }
        await ReplaceGuestsAsync(db, saved.Id, draft, stop);
        await audit.AddAsync(db, who, "checkpoint-saved", $"checkpoint:{saved.Id}", meetingId, saved.Name, stop);
        await transaction.CommitAsync(stop);
        updates.Tell(CheckInSets.Arrivals(meetingId));
        return new(saved.Id);
    }

    static CheckpointProblem? Check(CheckpointDraft draft)
    {
        if (draft.Name.Trim() is not { Length: > 0 and <= Checkpoint.NameLength } || draft.NameEn?.Length > Checkpoint.NameLength) return CheckpointProblem.NoName;
        if (draft.ClosesAt <= draft.OpensAt) return CheckpointProblem.ClosesBeforeItOpens;
        // An identity is confirmed once; a second scan of the badge checks the bag and must not let anybody out.
        if (draft is { Kind: CheckpointKind.ReportIn, Entry: not EntryRule.Once }) return CheckpointProblem.ReportInIsOnce;
        if (draft.Admits == Admission.Categories && draft.Categories.Count == 0) return CheckpointProblem.NobodyAdmitted;
        var names = draft.Items.Select(item => item.Name.Trim()).ToList();
        var bad = names.Distinct().Count() < names.Count || names.Exists(name => name is not { Length: > 0 and <= HandoutItem.NameLength })
            || draft.Items.Any(item => item.Count is < 1 or > HandoutItem.MostCount);
        return bad ? CheckpointProblem.BadItem : null;
    }

    static async Task<CheckpointProblem?> RefusedByWhatIsThereAsync(EventDb db, Checkpoint saved, CheckpointDraft draft, CancellationToken stop)
    {
        if (draft.ImpliedIds is { Count: > 0 } implied && (implied.Contains(draft.Id ?? 0)
            || await db.Checkpoints().CountAsync(c => c.MeetingId == saved.MeetingId && implied.Contains(c.Id), stop) < implied.Distinct().Count()))
            return CheckpointProblem.UnknownImplied;
        if (draft.Admits == Admission.List && await db.Attendees().Listed(saved.MeetingId).CountAsync(a => draft.GuestIds.Contains(a.Id), stop) < draft.GuestIds.Distinct().Count())
            return CheckpointProblem.UnknownGuest;
        if (draft.Id is null) return draft.Items.Any(item => item.Id is not null) ? CheckpointProblem.BadItem : null;
        if (draft.Items.Any(item => item.Id is not null && !saved.Items.Exists(kept => kept.Id == item.Id))) return CheckpointProblem.BadItem;
        var dropped = saved.Items.Where(item => draft.Items.All(kept => kept.Id != item.Id)).Select(item => item.Id).ToList();
        if (await db.HandoutsGiven().AnyAsync(given => dropped.Contains(given.ItemId), stop)) return CheckpointProblem.ItemWasGiven;
        return draft.Entry != saved.Entry && await db.Presences().AnyAsync(p => p.CheckpointId == saved.Id, stop) ? CheckpointProblem.EntryRuleInUse : null;
    }

    static void Copy(CheckpointDraft draft, Checkpoint saved)
    {
        (saved.Name, saved.NameEn) = (draft.Name.Trim(), string.IsNullOrWhiteSpace(draft.NameEn) ? null : draft.NameEn.Trim());
        (saved.Kind, saved.Entry, saved.Hours, saved.Retired) = (draft.Kind, draft.Entry, draft.Hours, draft.Retired);
        (saved.OpensAt, saved.ClosesAt) = (draft.OpensAt, draft.ClosesAt);
        (saved.Admits, saved.CategoryBits) = (draft.Admits, draft.Categories.Aggregate(0, (bits, category) => bits | Checkpoint.Bit(category)));
        saved.Items = [.. draft.Items.Select((item, position) =>
        {
            var kept = saved.Items.Find(found => found.Id == item.Id && item.Id is not null) ?? new HandoutItem { Name = "" };
            (kept.Name, kept.Count, kept.Position) = (item.Name.Trim(), item.Count, position);
            return kept;
        })];
    }

    static async Task<List<int>> DefaultImpliedAsync(EventDb db, int meetingId, CheckpointKind kind, CancellationToken stop)
    {
        var here = db.Checkpoints().Where(c => c.MeetingId == meetingId && !c.Retired);
        if (kind != CheckpointKind.Session || await here.AnyAsync(c => c.Kind == CheckpointKind.Session, stop)) return [];
        return await here.Where(c => c.Kind == CheckpointKind.ReportIn).Select(c => c.Id).ToListAsync(stop);
    }

    static async Task ReplaceGuestsAsync(EventDb db, int checkpointId, CheckpointDraft draft, CancellationToken stop)
    {
        await db.Set<CheckpointGuest>().Where(g => g.CheckpointId == checkpointId).ExecuteDeleteAsync(stop);
        if (draft.Admits != Admission.List) return;
        db.AddRange(draft.GuestIds.Distinct().Select(id => new CheckpointGuest { CheckpointId = checkpointId, AttendeeId = id }));
        await db.SaveChangesAsync(stop);
    }
}
