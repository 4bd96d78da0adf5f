using System.Linq.Expressions;

namespace Shared.Registration;

/// <summary>What is still missing of a person who is to come.</summary>
public enum OpenPoint { Phone = 1, Arrival, Notice }

public static class OpenPoints
{
    /// <summary>Those who lack what the point names. Somebody who is not to come lacks nothing.</summary>
    public static Expression<Func<Attendee, bool>> Lacking(OpenPoint point) => point switch
    {
        OpenPoint.Phone => a => a.State == AttendeeState.Confirmed && a.Phone == null,
        OpenPoint.Arrival => a => a.State == AttendeeState.Confirmed && !a.Journeys.Any(j => j.Direction == JourneyDirection.Arrival && j.Mode != null
            && ((j.Mode != TravelMode.Train && j.Mode != TravelMode.Flight) || (j.ServiceNo != null && j.Terminal != null && j.At != null))),
        _ => a => a.State == AttendeeState.Confirmed && !a.Consents.Any(c => c.Purpose == ConsentPurpose.Notice && c.State == ConsentState.Yes),
    };
}
