using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Chinese;
using Shared.Data;
using Shared.Live;

namespace Shared.Registration;

/// <summary>Cancel and leave (请假) end the expectation; an absence (缺席) is noted without ending it; reinstate expects the person again.</summary>
public enum StateChange { Cancel = 1, GrantLeave, NoteAbsence, Reinstate }

public enum ChangeStateResult
{
    Changed = 1,

    /// <summary>The person has arrived somewhere: ask first, then say so with <c>evenIfArrived</c>. The arrival stays counted.</summary>
    AsksFirst,
    ReasonMissing,
    ReasonTooLong,

    /// <summary>A substitute has taken the place; that one has to go first.</summary>
    HasSubstitute,

    /// <summary>Already so, or no person of this meeting.</summary>
    NothingToDo,
}

/// <summary>Whether a person has been recorded at any checkpoint; asked inside the caller's transaction.</summary>
public interface IArrivalCheck
{
    Task<bool> HasArrivedAsync(EventDb db, int attendeeId, CancellationToken stop = default);
}

/// <summary>Changes whether a person is expected, with the reason. Nobody is deleted.</summary>
public sealed class ChangeAttendeeState(IDbContextFactory<EventDb> dbs, AuditTrail audit, LiveUpdates live, IArrivalCheck arrivals)
{
    public async Task<ChangeStateResult> RunAsync(int meetingId, int attendeeId, StateChange change, string? reason, string who, bool evenIfArrived = false, CancellationToken stop = default)
    {
        reason = TextNormal.Line(reason);
        if (reason.Length == 0 && change != StateChange.Reinstate) return ChangeStateResult.ReasonMissing;
        if (reason.Length > Attendee.ReasonLength) return ChangeStateResult.ReasonTooLong;
        await using var db = await dbs.CreateDbContextAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (await db.Attendees().Known(meetingId).SingleOrDefaultAsync(a => a.Id == attendeeId, stop) is not { } attendee || !Allows(attendee, change)) return ChangeStateResult.NothingToDo;
        if (change == StateChange.Reinstate && await db.Attendees().AnyAsync(a => a.SubstitutesForId == attendeeId && a.State == AttendeeState.Confirmed, stop)) return ChangeStateResult.HasSubstitute;
        if (!evenIfArrived && change != StateChange.Reinstate && await arrivals.HasArrivedAsync(db, attendeeId, stop)) return ChangeStateResult.AsksFirst;
        var at = audit.Now;
        attendee.State = After(change);
        (attendee.StateReason, attendee.StateChangedAt, attendee.Version) = (reason.Length == 0 ? null : reason, at, attendee.Version + 1);
        await audit.AddAsync(db, who, $"attendee-{Word(change)}", RegistrationSets.Subject(attendeeId), meetingId, reason, stop);
        await transaction.CommitAsync(stop);
        live.Tell(RegistrationSets.Roster(meetingId));
        return ChangeStateResult.Changed;
    }

    static bool Allows(Attendee attendee, StateChange change) => change switch
    {
        StateChange.Reinstate => attendee.State != AttendeeState.Confirmed || attendee.StateReason is not null,
        StateChange.NoteAbsence => attendee.State == AttendeeState.Confirmed,
        StateChange.GrantLeave => attendee.State is AttendeeState.Confirmed or AttendeeState.Cancelled,
        _ => attendee.State is AttendeeState.Confirmed or AttendeeState.OnLeave,
    };

    static AttendeeState After(StateChange change) => change switch
    {
        StateChange.Cancel => AttendeeState.Cancelled,
        StateChange.GrantLeave => AttendeeState.OnLeave,
        _ => AttendeeState.Confirmed,
    };

    static string Word(StateChange change) => change switch
    {
        StateChange.Cancel => "cancelled",
        StateChange.GrantLeave => "on-leave",
        StateChange.NoteAbsence => "absent",
        _ => "reinstated",
    };
}
