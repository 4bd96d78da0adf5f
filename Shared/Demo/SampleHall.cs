using Shared.Registration;
using Shared.Seating;
using Shared.Seating.Filling;

namespace Shared.Demo;

/// <summary>The halls of the sample meeting: two rows in front for those of rank and ten behind, filled as the program itself fills one; and sixteen round tables that nobody has been grouped at yet.</summary>
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

    public static Hall TablesOf(int meetingId)
    {
        var zone = new Zone { Name = Texts["tables-zone"], Position = 1, Kind = ZoneKind.Tables, Rows = 16, PerRow = 10 };
        zone.Seats = [.. SeatLayout.Of(zone).Select(s => new Seat { Row = s.Row, Column = s.Column, Number = s.Number })];
        return new() { MeetingId = meetingId, Name = Texts["tables-hall"], Zones = [zone] };
    }

    /// <summary>Before anybody is seated.</summary>
    /// <param name="hall">Saved.</param>
    public static SeatPlan EmptyPlanOf(Hall hall, DateTime at) => new() { HallId = hall.Id, Name = "", IsCurrent = true, MadeAt = at, MadeBy = Texts["by"] };

    /// <param name="hall">Saved.</param>
    /// <param name="presiding">Who sits on the presidium, and so not in the hall.</param>
    public static SeatPlan PlanOf(Hall hall, IEnumerable<Attendee> attendees, IReadOnlySet<int> presiding, DateTime at)
    {
        var zone = hall.Zones[0];
        var filled = AudienceFill.Run(
            [.. zone.Seats.Select(s => new FillSeat(s.Id, zone.Position, s.Row, s.Column, zone.IsFront(s.Row), s.State == SeatState.Ordinary))],
            [.. attendees.Where(a => a.State == AttendeeState.Confirmed && !presiding.Contains(a.Id)).Select(a => new FillPerson(a.Id, a.UnitId, a.Category, a.Roles, a.IsHead, a.Unit?.CouncilRank, a.ListNo, $"{a.ListNo:000000}"))], new HashSet<int>(), FillMethod.Across);
        var plan = EmptyPlanOf(hall, at);
        plan.Placements = [.. filled.Seated.Select(s => new Placement { SeatId = s.SeatId, AttendeeId = s.AttendeeId, Reason = s.Reason })];
        return plan;
    }
}
