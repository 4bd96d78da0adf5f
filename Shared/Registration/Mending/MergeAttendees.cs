using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Data;
using Shared.Live;

namespace Shared.Registration.Mending;

/// <param name="FromGone">Names of the fields that the record that goes says better.</param>
public sealed record MergeAsk(TwinSide Keeps, TwinSide Goes, IReadOnlyCollection<string> FromGone);

public enum MergeResult
{
    Merged = 1,

    /// <summary>Somebody saved one of the two after they were shown; nothing was written.</summary>
    ChangedMeanwhile,

    /// <summary>Not two people of this meeting who both come.</summary>
    NothingToDo,
}

/// <summary>
/// Makes one record of two. The other is cancelled with the reason and keeps all it had; its badge is revoked. Notes, consents, roles and invitations
/// pass over: a No to a consent outweighs a Yes. What was scanned of it stays in the log under its own name.
/// </summary>
public sealed class MergeAttendees(IDbContextFactory<EventDb> dbs, ICheckInTies ties, AuditTrail audit, LiveUpdates live)
{
    public async Task<MergeResult> RunAsync(int meetingId, MergeAsk ask, string who, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var both = await Duplicates.Whole(db).Known(meetingId).Where(a => (a.Id == ask.Keeps.Id || a.Id == ask.Goes.Id) && (a.State == AttendeeState.Confirmed || a.State == AttendeeState.OnLeave)).ToListAsync(stop);
        if (both.Find(a => a.Id == ask.Keeps.Id) is not { } keeps || both.Find(a => a.Id == ask.Goes.Id) is not { } goes || keeps == goes) return MergeResult.NothingToDo;
        if (keeps.Version != ask.Keeps.Version || goes.Version != ask.Goes.Version) return MergeResult.ChangedMeanwhile;
        foreach (var field in MergeField.All.Where(field => ask.FromGone.Contains(field.Name))) field.Take(keeps, goes);
        keeps.Roles |= goes.Roles;
        keeps.NeedsAccess |= goes.NeedsAccess;
        keeps.SaidRoles |= goes.SaidRoles;
        await StoreAsync(db, keeps, goes, who, stop);
        await PassOnAsync(db, keeps, goes, stop);
        await CancelAsync(db, keeps, goes, who, stop);
        await transaction.CommitAsync(stop);
        live.Tell(RegistrationSets.Roster(meetingId));
        ties.Tell(meetingId);
        return MergeResult.Merged;
    }

    async Task StoreAsync(EventDb db, Attendee keeps, Attendee goes, string who, CancellationToken stop)
    {
        IReadOnlyList<FieldChange> changes = [.. await FieldChange.OfAsync(db, keeps, stop), .. JoinConsents(keeps, goes).ToList()];
        keeps.Version++;
        AttendeeIndex.SetKeys(keeps);
        await db.SaveChangesAsync(stop);
        await AttendeeIndex.RenewAsync(db, keeps, stop);
        await audit.AddAsync(db, who, "attendee-merged", RegistrationSets.Subject(keeps.Id), keeps.MeetingId, FieldChange.Json(changes), stop);
    }

    // Who said no once has not taken it back by being entered twice.
    static IEnumerable<FieldChange> JoinConsents(Attendee keeps, Attendee goes)
    {
        foreach (var theirs in goes.Consents.Where(c => c.State != ConsentState.Unknown))
        {
            var own = keeps.Consents.Find(c => c.Purpose == theirs.Purpose);
            if (own is { State: ConsentState.No } || (own is { State: ConsentState.Yes } && theirs.State == ConsentState.Yes)) continue;
            if (own is null) keeps.Consents.Add(own = new() { Purpose = theirs.Purpose, Source = "" });
            yield return new($"Consent.{own.Purpose}", own.State.ToString(), theirs.State.ToString());
            (own.State, own.Source, own.GivenAt) = (theirs.State, theirs.Source, theirs.GivenAt);
        }
    }

    async Task PassOnAsync(EventDb db, Attendee keeps, Attendee goes, CancellationToken stop)
    {
        db.AddRange((await db.AttendeeNotes().AsNoTracking().Where(n => n.AttendeeId == goes.Id).ToListAsync(stop))
            .Select(n => new AttendeeNote { MeetingId = n.MeetingId, AttendeeId = keeps.Id, Text = n.Text, WrittenBy = n.WrittenBy, WrittenAt = n.WrittenAt }));
        if (await db.Diets().AsNoTracking().SingleOrDefaultAsync(d => d.AttendeeId == goes.Id, stop) is { } diet && !await db.Diets().AnyAsync(d => d.AttendeeId == keeps.Id, stop))
            db.Add(new Diet { AttendeeId = keeps.Id, Kind = diet.Kind, Note = diet.Note, Consent = diet.Consent, Source = diet.Source, EnteredAt = diet.EnteredAt });
        // The unit's card of the form goes on with the record that stays.
        var cards = db.Set<Replies.ReplyPerson>();
        if (keeps.UnitId == goes.UnitId && !await cards.AnyAsync(p => p.AttendeeId == keeps.Id, stop))
            await cards.Where(p => p.AttendeeId == goes.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.AttendeeId, keeps.Id), stop);
        await ties.PassInvitationsAsync(db, goes.Id, keeps.Id, stop);
    }

    /// <summary>What is written of a record that was put into this one.</summary>
    internal static string ReasonOf(Attendee keeps) => $"并入 #{keeps.ListNo} {keeps.Name}";

    async Task CancelAsync(EventDb db, Attendee keeps, Attendee goes, string who, CancellationToken stop)
    {
        var reason = ReasonOf(keeps);
        (goes.State, goes.StateReason, goes.StateChangedAt, goes.Version) = (AttendeeState.Cancelled, reason, audit.Now, goes.Version + 1);
        await ties.RevokeBadgeAsync(db, goes.Id, reason, stop);
        var now = audit.Now;
        await db.AttendeeLinks().Where(l => l.AttendeeId == goes.Id && l.EndedAt == null).ExecuteUpdateAsync(set => set.SetProperty(l => l.EndedAt, now), stop);
        await audit.AddAsync(db, who, "attendee-merged-away", RegistrationSets.Subject(goes.Id), goes.MeetingId, reason, stop);
    }
}
