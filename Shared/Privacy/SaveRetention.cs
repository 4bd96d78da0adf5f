using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Data;
using Shared.Live;
using Shared.Meetings;
using Shared.Registration;
using Shared.Registration.Replies;

namespace Shared.Privacy;

/// <summary>For how long a meeting's data are kept, as somebody typed it; null is no number.</summary>
public sealed record RetentionEntry(int? DietDays, int? TravelDays, int? PhoneDays, int? LinkDays, DateOnly? ReimbursedOn, bool Daily);

/// <summary>Writes a meeting's times; what they were before stays in the audit trail.</summary>
public sealed class SaveRetention(IDbContextFactory<EventDb> dbs, AuditTrail audit, LiveUpdates live)
{
    /// <returns>What was wrong, field by field; nothing was written then.</returns>
    public async Task<IReadOnlyList<FieldProblem>> RunAsync(int meetingId, RetentionEntry entry, string who, CancellationToken stop = default)
    {
        (string Field, int? Days)[] typed = [(nameof(entry.DietDays), entry.DietDays), (nameof(entry.TravelDays), entry.TravelDays), (nameof(entry.PhoneDays), entry.PhoneDays), (nameof(entry.LinkDays), entry.LinkDays)];
        List<FieldProblem> problems = [.. typed.Where(one => one.Days is not (>= 0 and <= RetentionPlan.MostDays)).Select(one => new FieldProblem(one.Field, "OutOfRange", RetentionPlan.MostDays))];
        if (problems.Count > 0) return problems;
        await using var db = await dbs.CreateDbContextAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var plan = await db.Set<RetentionPlan>().SingleOrDefaultAsync(p => p.MeetingId == meetingId, stop);
        var before = Told(plan ?? new() { MeetingId = meetingId });
        if (plan is null) db.Add(plan = new() { MeetingId = meetingId });
        (plan.DietDays, plan.TravelDays, plan.PhoneDays, plan.LinkDays) = (entry.DietDays!.Value, entry.TravelDays!.Value, entry.PhoneDays!.Value, entry.LinkDays!.Value);
        (plan.ReimbursedOn, plan.Daily) = (entry.ReimbursedOn, entry.Daily);
        await db.SaveChangesAsync(stop);
        var changes = before.Zip(Told(plan), (from, to) => new FieldChange(from.Field, from.Value, to.Value)).Where(change => change.From != change.To).ToList();
        if (changes.Count > 0) await audit.AddAsync(db, who, "retention-changed", null, meetingId, FieldChange.Json(changes), stop);
        await transaction.CommitAsync(stop);
        live.Tell(RegistrationSets.Roster(meetingId));
        return [];
    }

    static (string Field, string? Value)[] Told(RetentionPlan plan) =>
    [
        (nameof(plan.DietDays), Text(plan.DietDays)), (nameof(plan.TravelDays), Text(plan.TravelDays)), (nameof(plan.PhoneDays), Text(plan.PhoneDays)), (nameof(plan.LinkDays), Text(plan.LinkDays)),
        (nameof(plan.ReimbursedOn), plan.ReimbursedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), (nameof(plan.Daily), plan.Daily.ToString()),
    ];

    static string Text(int days) => days.ToString(CultureInfo.InvariantCulture);
}

/// <summary>What becomes of a unit's contact that is asked after once a year: still right, or taken away.</summary>
public sealed class SettleContact(IDbContextFactory<EventDb> dbs, AuditTrail audit, LiveUpdates live)
{
    /// <returns>False where the meeting has no such reply.</returns>
    public async Task<bool> RunAsync(int meetingId, int replyId, bool stays, string who, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (await db.Replies().SingleOrDefaultAsync(r => r.Id == replyId && r.MeetingId == meetingId, stop) is not { } reply) return false;
        reply.ContactConfirmedAt = stays ? audit.Now : null;
        if (!stays) (reply.ContactName, reply.ContactPhone) = (null, null);
        reply.Version++;
        await db.SaveChangesAsync(stop);
        await audit.AddAsync(db, who, stays ? "contact-confirmed" : "contact-withdrawn", ReplySets.Subject(replyId), meetingId, null, stop);
        await transaction.CommitAsync(stop);
        live.Tell(ReplySets.Replies(meetingId));
        return true;
    }
}
