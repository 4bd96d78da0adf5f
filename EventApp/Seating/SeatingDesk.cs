using EventApp.Components;
using Microsoft.Extensions.Localization;
using Shared.Seating;
using Shared.Seating.Placing;

namespace EventApp.Seating;

/// <summary>What somebody at the plan of a hall is doing: a person picked up, a seat looked at, what the last touch came to. A person first and then a seat, or a seat first and then a person, is the same.</summary>
public sealed class SeatingDesk(SeatPerson put, SwapSeats swap, IStringLocalizer<SeatingTexts> texts, IStringLocalizer<ComponentTexts> words)
{
    (int Meeting, int Hall, string Who) at;
    int? other;

    /// <summary>The seat that is looked at.</summary>
    public int? Seat { get; private set; }

    /// <summary>The person who is to be put somewhere.</summary>
    public int? Picked { get; private set; }
    public string? Said { get; private set; }
    public bool Refused { get; private set; }

    /// <summary>Who sits where the picked person is to sit: whether they shall give the seat up is asked.</summary>
    public string? Asked { get; private set; }

    public void Open(int meetingId, int hallId, string who) => at = (meetingId, hallId, who);

    public void Leave() => (Seat, Picked, Said, Refused, Asked) = (null, null, null, false, null);

    /// <summary>Looks at a seat and lets go of whoever was picked up.</summary>
    public void Show(int seat)
    {
        Leave();
        Seat = seat;
    }

    /// <summary>Looks at a seat besides what was said.</summary>
    public void Look(int seat) => Seat = seat;

    /// <summary>Where the picked person sits now.</summary>
    public int? SeatOfPicked(SeatMapView map) => Picked is null ? null : map.Seats.FirstOrDefault(seat => seat.Person?.Id == Picked)?.Id;

    public async Task ChooseAsync(SeatMapView map, int seatId)
    {
        var seat = map.Seats.FirstOrDefault(one => one.Id == seatId);
        if (seat is null) return;
        if (Picked is not { } person) Show(seatId);
        else if (seat.Person?.Id == person) Leave();
        else await PutAsync(map, person, seat);
    }

    /// <summary>Picks somebody up; where an empty seat is looked at they are put there.</summary>
    public async Task PickAsync(SeatMapView map, int person)
    {
        var seat = map.Seats.FirstOrDefault(one => one.Id == Seat);
        Leave();
        if (seat is { Person: null, State: not SeatState.Blocked }) await PutAsync(map, person, seat);
        else (Picked, Said) = (person, texts["PickedUp", NameOf(map, person)]);
    }

    public async Task DropAsync(SeatMapView map, int from, int to)
    {
        var (one, two) = (map.Seats.FirstOrDefault(seat => seat.Id == from), map.Seats.FirstOrDefault(seat => seat.Id == to));
        if (one?.Person is not { } person || two is null) return;
        Leave();
        await PutAsync(map, person.Id, two);
    }

    // Two who both have a seat change places; nobody loses one without being asked.
    async Task PutAsync(SeatMapView map, int person, MapSeat seat)
    {
        var seated = map.Seats.Any(one => one.Person?.Id == person);
        if (seat.Person is { } there && seated) Tell(await swap.RunAsync(at.Meeting, at.Hall, person, there.Id, at.Who), texts["Swapped", NameOf(map, person), there.Name]);
        else if (seat.Person is { } sits) (Picked, other, Asked, Refused, Said) = (person, sits.Id, sits.Name, true, texts["TakenBy", sits.Name, NameOf(map, person)]);
        else
        {
            var zone = map.Zones.First(one => one.Seats.Contains(seat));
            Tell(await put.RunAsync(at.Meeting, at.Hall, seat.Id, person, at.Who), texts["PutAt", NameOf(map, person), words.SeatAt(zone.Kind, seat.Row, seat.Number)]);
        }
    }

    public async Task SwapAsync()
    {
        if (Picked is not { } person || other is not { } there || Asked is not { } name) return;
        Tell(await swap.RunAsync(at.Meeting, at.Hall, person, there, at.Who), texts["TookSeat", name]);
    }

    /// <summary>What the last deed came to; whatever was picked up before is put down.</summary>
    public void Tell(SeatResult result, string done)
    {
        Leave();
        (Said, Refused) = result.Outcome switch
        {
            SeatOutcome.Done => (done, false),
            SeatOutcome.Nothing => (null, false),
            SeatOutcome.Taken => (texts["JustTaken", result.Occupant ?? ""].Value, true),
            _ => (texts["Seat" + result.Outcome].Value, true),
        };
    }

    static string NameOf(SeatMapView map, int person) => map.Unseated.Concat(map.Seats.Select(seat => seat.Person).OfType<MapPerson>()).FirstOrDefault(one => one.Id == person)?.Name ?? "";
}
