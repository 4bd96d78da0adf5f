using CsCheck;
using Shared.CheckIn;
using Shared.Meetings;
using Shared.Registration;

namespace Shared.Tests.CheckIn;

public sealed class NumbersAgainstBruteForceTests
{
    sealed record Drawn(int Unit, AttendeeState State, int ChangedMinutes, AttendeeSource Source, int Category, bool Arrived, int ArrivedMinutes, int Replaces);

    static readonly Gen<Drawn> Person =
        from unit in Gen.Int[0, 4]
        from state in Gen.Enum<AttendeeState>()
        from changed in Gen.Int[-120, 120]
        from source in Gen.Enum<AttendeeSource>()
        from category in Gen.Int[1, 3]
        from arrived in Gen.Bool
        from at in Gen.Int[-90, 0]
        from replaces in Gen.Int[-3, 12]
        select new Drawn(unit, state, changed, source, category, arrived, at, replaces);

    [Fact]
    public async Task Numbers_agree_with_counting_each_place_by_hand()
    {
        using var database = new TestDatabase();
        await Gen.Select(Person.Array[1, 25], Gen.Bool, Gen.Int[0, 7]).SampleAsync(async (drawn, frozen, admits) =>
        {
            using var morning = new Morning(database, frozen ? Morning.Nine : null);
            var checkpoint = morning.Add(new Checkpoint
            {
                Name = "场次", Kind = CheckpointKind.Session, MeetingId = morning.Meeting.Id, OpensAt = Morning.Nine, ClosesAt = Morning.Nine.AddHours(3),
                Admits = admits == 0 ? Admission.All : Admission.Categories, CategoryBits = admits << 1,
            });
            var people = Populate(morning, drawn, checkpoint);
            var numbers = await morning.NumbersAsync(checkpoint);
            var byHand = Count(drawn, people, frozen, admits);
            return numbers.People == byHand
                && numbers.Units.Aggregate(default(Headcount), (sum, unit) => sum + unit.People) == byHand
                && numbers.Categories.Values.Aggregate(default(Headcount), (sum, part) => sum + part) == byHand
                && numbers.PerTenMinutes.Sum(slot => slot.Count) == byHand.Arrived;
        }, iter: 60, threads: 1);
    }

    static Attendee[] Populate(Morning morning, Drawn[] drawn, Checkpoint checkpoint)
    {
        var units = Enumerable.Range(0, 5).Select(_ => morning.AddUnit()).ToArray();
        var people = new Attendee[drawn.Length];
        var taken = new HashSet<int>();
        for (var i = 0; i < drawn.Length; i++)
        {
            var d = drawn[i];
            var original = d.Replaces >= 0 && d.Replaces < i && taken.Add(d.Replaces) ? people[d.Replaces] : null;
            people[i] = morning.AddPerson(units[d.Unit], d.State, Morning.Nine.AddMinutes(d.ChangedMinutes), d.Source, original, (AttendeeCategory)d.Category);
            if (d.Arrived) morning.Arrive(people[i], Morning.Nine.AddMinutes(d.ArrivedMinutes), checkpoint);
        }
        return people;
    }

    // Walks each place from its holder back to the first person, one person at a time.
    static Headcount Count(Drawn[] drawn, Attendee[] people, bool frozen, int admits)
    {
        var sum = default(Headcount);
        for (var holder = 0; holder < people.Length; holder++)
        {
            if (drawn[holder].State == AttendeeState.Replaced) continue;
            var (first, arrived) = (holder, drawn[holder].Arrived);
            while (Array.FindIndex(people, p => p.Id == people[first].SubstitutesForId) is >= 0 and var old && drawn[old].State == AttendeeState.Replaced)
                (first, arrived) = (old, arrived || drawn[old].Arrived);
            var entitled = admits == 0 || (admits & 1 << (drawn[holder].Category - 1)) != 0;
            sum += One(drawn[holder], entitled && drawn[first].Source != AttendeeSource.WalkIn, arrived, frozen);
        }
        return sum;
    }

    static Headcount One(Drawn person, bool planned, bool arrived, bool frozen)
    {
        if (arrived) return planned ? new(1, 0, 0, 0) : new(0, 0, 0, 1);
        if (!planned) return default;
        return person.State switch
        {
            AttendeeState.Confirmed => new(0, 0, 1, 0),
            AttendeeState.OnLeave => new(0, 1, 0, 0),
            _ => frozen && person.ChangedMinutes >= 0 ? new(0, 1, 0, 0) : default,
        };
    }
}
