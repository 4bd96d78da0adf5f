using System.Linq.Expressions;

namespace Shared.Registration;

/// <summary>What is still missing of a person who is to come.</summary>
public enum OpenPoint { Phone = 1, Arrival, AskAgain, Notice, Consents }

public static class OpenPoints
{
    /// <summary>Those who lack what the point names. Somebody who is not to come lacks nothing, nor does who was erased.</summary>
    /// <param name="today">The venue's day: 行程待定 lacks something once its day has come.</param>
    public static Expression<Func<Attendee, bool>> Lacking(OpenPoint point, DateOnly today) => point switch
    {
        OpenPoint.Phone => a => a.State == AttendeeState.Confirmed && a.ErasedAt == null && a.Phone == null,
        OpenPoint.Arrival => a => a.State == AttendeeState.Confirmed && a.ErasedAt == null && !a.Journeys.Any(j => j.Direction == JourneyDirection.Arrival && j.Mode != null
            && ((j.Mode != TravelMode.Train && j.Mode != TravelMode.Flight) || (j.ServiceNo != null && j.Terminal != null && j.At != null))),
        OpenPoint.AskAgain => a => a.State == AttendeeState.Confirmed && a.ErasedAt == null && a.Journeys.Any(j => j.Mode == TravelMode.Undecided && (j.AskAgainOn <= today || (j.AskAgainOn == null && j.Direction == JourneyDirection.Arrival))),
        OpenPoint.Notice => a => a.State == AttendeeState.Confirmed && a.ErasedAt == null && !a.Consents.Any(c => c.Purpose == ConsentPurpose.Notice && c.State == ConsentState.Yes),
        // Each person's own to give: asked on the own page or at the desk.
        _ => a => a.State == AttendeeState.Confirmed && a.ErasedAt == null && a.Consents.Count(c => c.Purpose != ConsentPurpose.Notice && c.State != ConsentState.Unknown) < OwnConsents,
    };

    static readonly int OwnConsents = Enum.GetValues<ConsentPurpose>().Length - 1;
}
