using Shared.Registration;

namespace Shared.Seating.Filling;

/// <summary>Fills rows of seats: who needs an accessible seat first, those of rank in front from the middle outwards, who goes to the stage beside an aisle, then the units one after the other. The same question always gets the same answer.</summary>
public static class AudienceFill
{
    const StageRoles ToStage = StageRoles.Speaks | StageRoles.Signs | StageRoles.Receives;

    /// <summary>So many seats beside an aisle, on either side of it, are near enough to go up from.</summary>
    public const int NearAisle = 3;

    /// <param name="seats">In any order, all zones that are to be filled.</param>
    /// <param name="people">Who is to be seated; whoever keeps a seat is not among them.</param>
    /// <param name="kept">Seats that keep their people.</param>
    public static FillOutcome Run(IReadOnlyList<FillSeat> seats, IReadOnlyList<FillPerson> people, IReadOnlySet<int> kept, FillMethod method)
    {
        var free = new FreeSeats(seats, kept);
        var seated = new List<FilledSeat>();
        var first = people.OrderBy(RankOf).ThenBy(p => p.Rank ?? (Meetings.CouncilRank)99).ThenBy(p => p.ListNo).ThenBy(p => p.Id).ToList();
        Seat(first.Where(p => p.NeedsAccess), seats.Where(s => s.Accessible && !kept.Contains(s.Id)).OrderBy(s => s.Zone).ThenBy(s => s.Row).ThenBy(s => s.Column), SeatReason.Access);
        var provided = seated.Select(s => s.AttendeeId).ToHashSet();
        first.RemoveAll(p => provided.Contains(p.Id));
        Seat(first.Where(IsOfRank), free.FrontFromMiddle(), SeatReason.Front);
        Seat(first.Where(p => !IsOfRank(p) && (p.Roles & ToStage) != 0).OrderBy(GoesUp).ThenBy(p => p.Turn).ThenBy(p => p.ListNo), free.BesideAisles(NearAisle), SeatReason.Stage);
        var done = seated.Select(s => s.AttendeeId).ToHashSet();
        var others = people.Where(p => !done.Contains(p.Id)).ToList();
        var pairs = others.GroupBy(p => p.UnitId).Where(unit => unit.Count() == 2).Select(unit => unit.Key).ToHashSet();
        var left = new UnitFill(free, free.Runs(method, front: false), pairs).Run(others, seated);
        // The rows in front stay free as long as there is room elsewhere.
        if (left.Count > 0) left = new UnitFill(free, free.Runs(method, front: true), pairs).Run([.. others.Where(p => left.Contains(p.Id))], seated);
        return new(seated, left);

        void Seat(IEnumerable<FillPerson> some, IEnumerable<FillSeat> places, SeatReason reason)
        {
            foreach (var (person, place) in some.Zip(places.ToList()))
            {
                free.Take(place);
                seated.Add(new(person.Id, place.Id, reason));
            }
        }
    }

    public static bool IsOfRank(FillPerson person) => person.Category is AttendeeCategory.Leader or AttendeeCategory.Guest or AttendeeCategory.ViceChair or AttendeeCategory.Expert;

    static int RankOf(FillPerson person) => person.Category switch { AttendeeCategory.Leader => 0, AttendeeCategory.Guest => 1, AttendeeCategory.ViceChair => 2, AttendeeCategory.Expert => 3, _ => 4 };

    // Speeches come before awards, awards before the signing.
    static int GoesUp(FillPerson person) => person.Roles.HasFlag(StageRoles.Speaks) ? 0 : person.Roles.HasFlag(StageRoles.Receives) ? 1 : 2;
}
