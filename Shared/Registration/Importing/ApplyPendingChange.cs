using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Data;
using Shared.Meetings;

namespace Shared.Registration.Importing;

/// <summary>Changes one person as a finished import wants it; one short transaction, so that a stopped server goes on where it was.</summary>
sealed class ApplyPendingChange(IDbContextFactory<EventDb> dbs, AuditTrail audit)
{
    /// <returns>False where nothing was left to change.</returns>
    public async Task<bool> RunAsync(int changeId, MeetingView meeting, string who, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (await db.Set<PendingChange>().FindAsync([changeId], stop) is not { } change)
            return false;
        var attendee = await db.Attendees().Include(a => a.Journeys).SingleAsync(a => a.Id == change.AttendeeId, stop);
        foreach (var field in PendingFields.Read(change.Fields))
            await SetAsync(db, attendee, field, meeting, stop);
        if (await db.Attendees().AnyAsync(a => a.SubstitutesForId == attendee.Id, stop) && attendee.State is AttendeeState.Confirmed or AttendeeState.OnLeave)
            (attendee.State, attendee.StateChangedAt) = (AttendeeState.Replaced, audit.Now);
        db.Remove(change);
        var told = await FieldChange.AllAsync(db, stop);
        told = [.. told.Where(entry => entry.Field is not (nameof(PendingChange.Fields) or nameof(Diet.Kind) or nameof(Diet.Note) or nameof(Diet.EnteredAt) or nameof(Diet.Consent)))];
        var changed = db.ChangeTracker.Entries().Any(entry => entry.Entity is not PendingChange && entry.State != EntityState.Unchanged);
        if (changed)
            await StoreAsync(db, attendee, told, who, stop);
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return changed;
    }

    async Task StoreAsync(EventDb db, Attendee attendee, IReadOnlyList<FieldChange> told, string who, CancellationToken stop)
    {
        attendee.Version++;
        await AttendeeIndex.RenewAsync(db, attendee, stop);
        await audit.AddAsync(db, who, "attendee-changed", RegistrationSets.Subject(attendee.Id), attendee.MeetingId, FieldChange.Json(told), stop);
    }

    // Where the value is no longer what the preview showed, somebody has changed it since: it stays.
    async Task SetAsync(EventDb db, Attendee attendee, PendingField pending, MeetingView meeting, CancellationToken stop)
    {
        var field = RosterFields.All.Find(pending.Field)!;
        if (field == RosterFields.Unit)
            await SetUnitAsync(db, attendee, pending, stop);
        else if (field == RosterFields.Diet)
            await SetDietAsync(db, attendee, pending, audit.Now, stop);
        else if (PendingFields.InWords(AttendeeFields.Get(attendee, field, meeting)) == pending.Old)
            AttendeeFields.Set(attendee, field, PendingFields.Parse(field, pending.New), meeting);
    }

    static async Task SetUnitAsync(EventDb db, Attendee attendee, PendingField pending, CancellationToken stop)
    {
        var organisation = await db.Units().Where(u => u.Id == attendee.UnitId).Select(u => u.OrganisationId).SingleAsync(stop);
        if (PendingFields.InWords(organisation) == pending.Old)
            attendee.UnitId = int.Parse(pending.New, System.Globalization.CultureInfo.InvariantCulture);
    }

    static async Task SetDietAsync(EventDb db, Attendee attendee, PendingField pending, DateTime now, CancellationToken stop)
    {
        var diet = await db.Diets().FindAsync([attendee.Id], stop);
        if (diet?.IsTheirs == true || PendingFields.InWords(diet is null ? null : new DietValue(diet.Kind, diet.Note)) != pending.Old)
            return;
        var told = (DietValue)PendingFields.Parse(RosterFields.Diet, pending.New);
        if (diet is null)
            db.Add(diet = new Diet { AttendeeId = attendee.Id });
        (diet.Kind, diet.Note, diet.EnteredAt) = (told.Kind, told.Note, now);
    }
}
