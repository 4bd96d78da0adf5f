using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.CheckIn;
using Shared.Data;
using Shared.Live;
using Shared.Registration;
using Shared.Registration.Mending;
using Shared.Registration.Replies;

namespace Shared.Privacy;

public enum ErasePersonResult
{
    Erased = 1,

    /// <summary>Gone from the database; somebody reads an older state just now, so the log beside it could not be emptied yet. It is with the next quiet moment.</summary>
    ErasedLogBusy,
    AlreadyErased,
    NoSuchPerson,
}

/// <summary>
/// Takes away all that says who a person is, from every table; the row stays to be counted: unit, category, state, arrivals. Records merged into this one go along.
/// It cannot be undone; backups made before still hold the person until they are replaced.
/// </summary>
public sealed class ErasePerson(IDbContextFactory<EventDb> dbs, AuditTrail audit, ICheckInTies ties, LiveUpdates live)
{
    /// <summary>Why the badges of an erased person open nothing.</summary>
    internal const string Reason = "个人数据已删除";

    public async Task<ErasePersonResult> RunAsync(int meetingId, int attendeeId, string who, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (await db.Attendees().Listed(meetingId).SingleOrDefaultAsync(a => a.Id == attendeeId, stop) is not { } attendee) return ErasePersonResult.NoSuchPerson;
        if (attendee.ErasedAt is not null) return ErasePersonResult.AlreadyErased;
        List<Attendee> all = [attendee, .. await MergedIntoAsync(db, attendee, stop)];
        var traces = await PersonTraces.OverwritesAsync(db, all, stop);
        foreach (var one in all) await EraseAsync(db, one, stop);
        await PersonTraces.OfOthersAsync(db, meetingId, traces, stop);
        await audit.AddAsync(db, who, "person-erased", RegistrationSets.Subject(attendeeId), meetingId, null, stop);
        await transaction.CommitAsync(stop);
        live.Tell(RegistrationSets.Roster(meetingId));
        live.Tell(CheckInSets.Arrivals(meetingId));
        live.Tell(ReplySets.Replies(meetingId));
        ties.Tell(meetingId);
        return await ShortenWal.EmptyAsync(db.Database.GetDbConnection().DataSource) ? ErasePersonResult.Erased : ErasePersonResult.ErasedLogBusy;
    }

    /// <summary>Records of the same person that 查重 put into this one.</summary>
    internal static Task<List<Attendee>> MergedIntoAsync(EventDb db, Attendee keeps, CancellationToken stop)
    {
        var reason = MergeAttendees.ReasonOf(keeps);
        return db.Attendees().Where(a => a.MeetingId == keeps.MeetingId && a.State == AttendeeState.Cancelled && a.StateReason == reason && a.ErasedAt == null && a.Id != keeps.Id).ToListAsync(stop);
    }

    async Task EraseAsync(EventDb db, Attendee person, CancellationToken stop)
    {
        await ties.RevokeBadgeAsync(db, person.Id, Reason, stop);
        await PersonTraces.OwnAsync(db, person, stop);
        (person.Name, person.ErasedAt, person.Version) = (Attendee.ErasedName(person.Id), audit.Now, person.Version + 1);
        (person.Gender, person.Post, person.Department, person.Phone, person.ContactPhone, person.Lodging, person.Remark, person.StateReason) = (null, null, null, null, null, null, null, null);
        (person.IsHead, person.NeedsAccess, person.Roles, person.SaidRoles) = (false, false, StageRoles.None, StageRoles.None);
        AttendeeIndex.SetKeys(person);
        await db.SaveChangesAsync(stop);
        await PersonTraces.ForgetProofAsync(db, person, stop);
    }
}
