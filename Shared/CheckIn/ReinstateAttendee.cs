using Shared.CheckIn.Writing;
using Shared.Data;
using Shared.Registration;

namespace Shared.CheckIn;

public sealed record DeskPersonResult(ScannedPerson Attendee);

/// <summary>Expects a cancelled person again who stands at the desk.</summary>
public sealed class ReinstateAttendee(CheckInWriter writer, BadgeKey key)
{
    /// <exception cref="CannotRecord" />
    public async Task<DeskResult<DeskPersonResult>> RunAsync(CallerAsk caller, int attendeeId, Guid? nonce)
    {
        if (nonce is not { } given) return DeskRefusal.Malformed;
        var task = new DeskTask<DeskPersonResult>(given, $"reinstate|{attendeeId}", desk => Reinstate(desk, attendeeId), (desk, id) => new(desk.Show(id)));
        return await writer.RunAsync(turn => DeskTurn.Run(turn, key, caller, task));
    }

    static DeskResult<Subject> Reinstate(DeskTurn desk, int attendeeId)
    {
        if (desk.Find(attendeeId) is not { } person) return DeskRefusal.UnknownAttendee;
        if (person.State == AttendeeState.Replaced || desk.Db.Attendees().Any(a => a.SubstitutesForId == attendeeId && a.State == AttendeeState.Confirmed)) return DeskRefusal.AlreadyReplaced;
        if (person.State != AttendeeState.Cancelled) return DeskRefusal.NotReinstatable;
        (person.State, person.StateReason, person.StateChangedAt, person.Version) = (AttendeeState.Confirmed, null, desk.Now, person.Version + 1);
        desk.Db.SaveChanges();
        desk.Audit("attendee-reinstated", attendeeId, null);
        return new Subject(attendeeId);
    }
}
