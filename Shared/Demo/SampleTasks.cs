using Shared.Meetings;
using Shared.Registration;

namespace Shared.Demo;

/// <summary>Who in the sample is what: category, post and what one does on stage.</summary>
static class SampleTasks
{
    const int ViceChairs = 12, Observers = 14, ExpertsOfMembers = 4, Reports = 6, Agreements = 8, Recipients = 11;

    // The one agreement whose parties are public; their signers are plain delegates.
    static readonly string[] KnownParties = ["重型铸造", "沈铸所"];

    static readonly Dictionary<string, string[]> Posts = SampleTable.Rows("posts").ToDictionary(row => row[0], row => row[1].Split(' '));

    public static List<AttendeeCategory> Categories(IReadOnlyList<SampleSeat> seats)
    {
        var categories = seats.Select(seat => seat.Unit switch
        {
            { Kind: OrganisationKind.Government } => AttendeeCategory.Leader,
            { IsMember: false } => AttendeeCategory.Expert,
            _ => AttendeeCategory.Delegate,
        }).ToList();
        Turn(categories, seats, AttendeeCategory.Expert, ExpertsOfMembers, s => s is { Place: 0, Unit: { Teaches: true, IsReal: false, Rank: CouncilRank.StandingDirector or CouncilRank.Director } });
        Turn(categories, seats, AttendeeCategory.ViceChair, 9, s => s is { Place: 0, Unit.Rank: <= CouncilRank.ViceChair });
        Turn(categories, seats, AttendeeCategory.ViceChair, ViceChairs - 9, s => s is { Place: 1, Unit.Rank: <= CouncilRank.ViceChair });
        Turn(categories, seats, AttendeeCategory.Observer, 8, s => s is { Unit.People: 6, Place: >= 4 });
        Turn(categories, seats, AttendeeCategory.Observer, Observers - 8, s => s is { Unit.People: 4, Place: 3 });
        return categories;
    }

    public static List<StageRoles> Roles(IReadOnlyList<SampleSeat> seats, IReadOnlyList<AttendeeCategory> categories)
    {
        var roles = seats.Select(_ => StageRoles.None).ToList();
        Give(StageRoles.Speaks, Reports, i => categories[i] == AttendeeCategory.Expert);
        Give(StageRoles.Speaks, 1, i => categories[i] == AttendeeCategory.Leader);
        Give(StageRoles.Speaks, 1, i => seats[i] is { Place: 0, Unit.Rank: CouncilRank.Chair });
        Give(StageRoles.Speaks, 1, i => seats[i] is { Place: 0, Unit: { Rank: CouncilRank.StandingDirector, Kind: OrganisationKind.Enterprise } });
        Give(StageRoles.Signs, 2, i => seats[i].Place == 0 && KnownParties.Contains(seats[i].Unit.Short));
        Give(StageRoles.Signs, Agreements * 2 + 1, i => Free(i) && seats[i] is { Place: 0, Unit: { IsMember: true, IsReal: false } } && categories[i] is AttendeeCategory.Delegate or AttendeeCategory.ViceChair);
        Give(StageRoles.Receives, Recipients, i => Free(i) && seats[i].Unit is { IsReal: false, Rank: >= CouncilRank.StandingDirector } && categories[i] == AttendeeCategory.Delegate);
        return roles;

        bool Free(int i) => roles[i] == StageRoles.None;
        void Give(StageRoles role, int count, Func<int, bool> fits)
        {
            foreach (var i in Enumerable.Range(0, seats.Count).Where(fits).Take(count).ToList()) roles[i] |= role;
        }
    }

    public static string Post(SampleSeat seat, AttendeeCategory category, SampleDice dice) => dice.Pick(Posts[(seat.Unit, category) switch
    {
        ({ IsReal: true }, _) => seat.Place == 0 ? "real-head" : seat.Unit.Teaches ? "real-school" : "real-firm",
        (_, AttendeeCategory.Leader) => "department",
        (_, AttendeeCategory.Expert) => "expert",
        (_, AttendeeCategory.Observer) => "observer",
        ({ Kind: OrganisationKind.University }, _) => "school",
        ({ Kind: OrganisationKind.Institute }, _) => "institute",
        ({ Kind: OrganisationKind.Association or OrganisationKind.Other }, _) => "body",
        _ => seat.Place == 0 ? "head" : "firm",
    }]);

    static void Turn(List<AttendeeCategory> categories, IReadOnlyList<SampleSeat> seats, AttendeeCategory into, int count, Func<SampleSeat, bool> fits)
    {
        var turned = Enumerable.Range(0, seats.Count).Where(i => categories[i] == AttendeeCategory.Delegate && fits(seats[i])).Take(count).ToList();
        foreach (var i in turned) categories[i] = into;
    }
}
