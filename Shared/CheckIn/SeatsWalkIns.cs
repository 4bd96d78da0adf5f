using Shared.Data;
using Shared.Live;

namespace Shared.CheckIn;

/// <summary>Somebody who came without notice, as entered.</summary>
public readonly record struct WalkInGuest(int MeetingId, int AttendeeId, int UnitId, DateTime At, string By);

/// <summary>Gives a walk-in a seat, in the transaction that enters them and on the writer's thread. What it throws is undone and left out: nobody is turned away for want of a seat.</summary>
public interface ISeatsWalkIns
{
    /// <summary>What open pages are told; null where there was no seat to give.</summary>
    LiveTopic? Give(EventDb db, WalkInGuest guest);
}
