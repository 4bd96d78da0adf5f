using System.Globalization;
using Shared.Registration;

namespace Shared.Demo;

/// <summary>How people of the sample come, stay and go. The numbers of trains and flights are invented.</summary>
sealed class SampleTravel(SampleDays days)
{
    const int SharedRooms = 4, RoomsPerFloor = 12, LowestFloor = 3;

    static readonly Dictionary<string, string[]> Services = SampleTable.Rows("services").ToDictionary(row => row[0]);
    static readonly Dictionary<string, string> Texts = SampleTable.Words("meeting");

    public List<Journey> Journeys(SampleUnit unit) =>
        [Journey(unit.Arrive, JourneyDirection.Arrival), Journey(unit.Leave, JourneyDirection.Departure)];

    /// <summary>By air to Harbin and on by train: only the last leg is met.</summary>
    public static string? Remark(SampleUnit unit) => unit.Arrive[0] == 'H' ? Texts["viaHarbin"] : null;

    /// <summary>Rooms for all who are not local: singles, and few that two of one unit share.</summary>
    public static void Lodge(IReadOnlyList<Attendee> attendees, IReadOnlyList<SampleSeat> seats)
    {
        var guests = Enumerable.Range(0, seats.Count).Where(i => seats[i].Unit.Arrive != "L").ToList();
        var shared = guests.Zip(guests.Skip(1)).Where(pair => Share(attendees[pair.First], attendees[pair.Second]) && seats[pair.First].Place % 2 == 0)
            .Take(SharedRooms).SelectMany(pair => new[] { pair.First, pair.Second }).ToList();
        var room = 0;
        foreach (var i in guests)
        {
            var withFirst = shared.IndexOf(i) % 2 == 1;
            if (!withFirst) room++;
            var number = (LowestFloor + (room - 1) / RoomsPerFloor) * 100 + (room - 1) % RoomsPerFloor + 1;
            attendees[i].Lodging = string.Format(CultureInfo.InvariantCulture, Texts[shared.Contains(i) ? "lodgingShared" : "lodgingSingle"], number);
        }
    }

    static bool Share(Attendee one, Attendee other) =>
        one.Unit == other.Unit && one.Gender == other.Gender && one.Category == AttendeeCategory.Delegate && other.Category == one.Category;

    Journey Journey(string service, JourneyDirection direction)
    {
        var row = Services[service];
        return new Journey
        {
            Direction = direction,
            Mode = row[1] == "" ? null : Enum.Parse<TravelMode>(row[1]),
            ServiceNo = row[2] == "" ? null : row[2],
            Terminal = row[3] == "" ? null : row[3],
            At = row[5] == "" ? null : days.At(int.Parse(row[4], CultureInfo.InvariantCulture), TimeOnly.Parse(row[5], CultureInfo.InvariantCulture)),
            NeedsRide = row[1] == "" ? null : row[6] == "y",
        };
    }
}
