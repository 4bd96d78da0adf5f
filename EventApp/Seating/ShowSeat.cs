using EventApp.Components;
using Microsoft.Extensions.Localization;
using Shared.CheckIn;
using Shared.Seating;

namespace EventApp.Seating;

/// <summary>Says in the verdict, at the kiosk and on the own page where the person sits, in the language of whoever asks.</summary>
sealed class ShowSeat(SeatsOf seats, IStringLocalizer<ComponentTexts> texts) : IShowAtScan
{
    public ValueTask AddAsync(ShowAsk ask, ShownAtScan shown, CancellationToken stop)
    {
        var places = seats.Read(ask.MeetingId, ask.AttendeeId);
        (shown.Seat, shown.Table) = (texts.SeatsAt(places, ZoneKind.Rows), texts.SeatsAt(places, ZoneKind.Tables));
        return ValueTask.CompletedTask;
    }
}
