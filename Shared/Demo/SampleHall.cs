using Shared.Registration;
using Shared.Seating;
using Shared.Seating.Filling;

namespace Shared.Demo;

/// <summary>The hall of the sample meeting: two rows in front for those of rank, ten behind, filled as the program itself fills one.</summary>
static class SampleHall
{
    static readonly Dictionary<string, string> Texts = SampleTable.Words("hall");

    public static Hall Of(int meetingId)
    {
        var zone = new Zone { Name = Texts["zone"], Position = 1, Rows = 12, PerRow = 14, FrontRows = 2, Aisles = "4,10" };
        zone.Seats = [.. SeatLayout.Of(zone).Select(s => new Seat { Row = s.Row, Column = s.Column, Number = s.Number, State = StateOf(s) })];
        return new() { MeetingId = meetingId, Name = Texts["hall"], Zones = [zone] };
    }

    // The mixing desk stands in the last row; two places beside the door are wide enough for a wheelchair.
    static SeatState StateOf(LaidSeat s) => (s.Row, s.Number) switch { (12, 7 or 8) => SeatState.Blocked, (12, 1 or 14) => SeatState.Accessible, _ => SeatState.Ordinary };

    /// <param name="hall">Saved.</param>
    public static SeatPlan PlanOf(Hall hall, IEnumerable<Attendee> attendees, DateTime at)
    {
        var zone = hall.Zones[0];
        var filled = AudienceFill.Run(
            [.. zone.Seats.Select(s => new FillSeat(s.Id, zone.Position, s.Row, s.Column, zone.IsFront(s.Row), s.State == SeatState.Ordinary))],
            [.. attendees.Where(a => a.State == AttendeeState.Confirmed).Select(a => new FillPerson(a.Id, a.UnitId, a.Category, a.Roles, a.IsHead, a.Unit?.CouncilRank, a.ListNo, $"{a.ListNo:000000}"))], new HashSet<int>(), FillMethod.Across);
        return new()
        {
            HallId = hall.Id, Name = "", IsCurrent = true, MadeAt = at, MadeBy = Texts["by"],
            Placements = [.. filled.Seated.Select(s => new Placement { SeatId = s.SeatId, AttendeeId = s.AttendeeId, Reason = s.Reason })],
        };
    }
}
