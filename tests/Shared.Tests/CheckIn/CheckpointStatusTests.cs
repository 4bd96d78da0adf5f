using Microsoft.EntityFrameworkCore;
using Shared.CheckIn;
using Shared.Meetings;
using Shared.Registration;

namespace Shared.Tests.CheckIn;

public sealed class CheckpointStatusTests
{
    static readonly DateTime Freeze = Morning.Nine.AddDays(-3);

    [Fact]
    public async Task Expected_is_the_sum_of_arrived_on_leave_and_absent()
    {
        using var morning = new Morning();
        var unit = morning.AddUnit();
        morning.Arrive(morning.AddPerson(unit));
        morning.AddPerson(unit, AttendeeState.OnLeave);
        morning.AddPerson(unit);
        morning.AddPerson(unit, AttendeeState.Cancelled, Freeze);
        var people = (await morning.NumbersAsync()).People;
        Assert.Equal(new Headcount(1, 1, 1, 0), people);
        Assert.Equal(3, people.Expected);
    }

    [Theory]
    [InlineData(-1, 0), InlineData(0, 1), InlineData(1, 1)]
    public async Task A_cancellation_counts_as_leave_from_the_freeze_on(int daysAfterFreeze, int onLeave)
    {
        using var morning = new Morning(frozenAt: Freeze);
        morning.AddPerson(morning.AddUnit(), AttendeeState.Cancelled, Freeze.AddDays(daysAfterFreeze));
        Assert.Equal(new Headcount(0, onLeave, 0, 0), (await morning.NumbersAsync()).People);
    }

    [Fact]
    public async Task A_later_addition_is_expected_too()
    {
        using var morning = new Morning(frozenAt: Freeze);
        var late = morning.AddPerson(morning.AddUnit(), source: AttendeeSource.Manual);
        Assert.True(late.ConfirmedAt < Freeze);
        Assert.Equal(1, (await morning.NumbersAsync()).People.Expected);
    }

    [Theory]
    [InlineData(true, AttendeeState.Cancelled), InlineData(false, AttendeeState.Cancelled), InlineData(true, AttendeeState.OnLeave)]
    public async Task Who_has_arrived_stays_counted_when_cancelled_or_given_leave_afterwards(bool frozen, AttendeeState state)
    {
        using var morning = new Morning(frozenAt: frozen ? Freeze : null);
        morning.Arrive(morning.AddPerson(morning.AddUnit(), state, Morning.Nine.AddHours(1)));
        Assert.Equal(new Headcount(1, 0, 0, 0), (await morning.NumbersAsync()).People);
    }

    [Fact]
    public async Task A_walk_in_stands_apart_yet_makes_the_unit_present()
    {
        using var morning = new Morning();
        morning.Arrive(morning.AddPerson(morning.AddUnit(), source: AttendeeSource.WalkIn));
        morning.AddPerson(morning.AddUnit(), source: AttendeeSource.WalkIn);
        var numbers = await morning.NumbersAsync();
        Assert.Equal(new Headcount(0, 0, 0, 1), numbers.People);
        Assert.Equal((0, 1, 1, 2), (numbers.People.Expected, numbers.People.OnSite, numbers.MembersPresent, numbers.Members));
    }

    [Fact]
    public async Task A_substitute_fills_the_place_of_the_person_replaced()
    {
        using var morning = new Morning();
        var unit = morning.AddUnit();
        var original = morning.AddPerson(unit, AttendeeState.Replaced, Morning.Nine);
        var substitute = morning.AddPerson(unit, source: AttendeeSource.Substitute, substitutesFor: original);
        Assert.Equal(new Headcount(0, 0, 1, 0), (await morning.NumbersAsync()).People);
        morning.Arrive(substitute);
        Assert.Equal(new Headcount(1, 0, 0, 0), (await morning.NumbersAsync()).People);
    }

    [Fact]
    public async Task A_place_counts_once_where_the_original_and_two_substitutes_all_arrived()
    {
        using var morning = new Morning();
        var unit = morning.AddUnit();
        var original = morning.AddPerson(unit, AttendeeState.Replaced);
        var second = morning.AddPerson(unit, AttendeeState.Replaced, source: AttendeeSource.Substitute, substitutesFor: original);
        var third = morning.AddPerson(unit, source: AttendeeSource.Substitute, substitutesFor: second);
        morning.Arrive(original, Morning.Nine.AddMinutes(-25));
        var before = await morning.NumbersAsync();
        Assert.Equal(new Headcount(1, 0, 0, 0), before.People);
        Assert.Equal([new TenMinutes(Morning.Nine.AddMinutes(-30), 1)], before.PerTenMinutes);
        morning.Arrive(second);
        morning.Arrive(third);
        Assert.Equal(new Headcount(1, 0, 0, 0), (await morning.NumbersAsync()).People);
    }

    [Fact]
    public async Task The_substitute_of_a_walk_in_is_unplanned_too_and_a_walk_in_who_substitutes_is_not()
    {
        using var morning = new Morning();
        var unit = morning.AddUnit();
        var walkIn = morning.AddPerson(unit, AttendeeState.Replaced, source: AttendeeSource.WalkIn);
        morning.Arrive(morning.AddPerson(unit, source: AttendeeSource.Substitute, substitutesFor: walkIn));
        var original = morning.AddPerson(unit, AttendeeState.Replaced);
        morning.Arrive(morning.AddPerson(unit, source: AttendeeSource.WalkIn, substitutesFor: original));
        Assert.Equal(new Headcount(1, 0, 0, 1), (await morning.NumbersAsync()).People);
    }

    [Fact]
    public async Task People_of_an_unfinished_import_count_nowhere()
    {
        using var morning = new Morning();
        var import = morning.Add(new RosterImport { MeetingId = morning.Meeting.Id, FileName = "a.xlsx", FileHash = [1], ImportedBy = "小松", State = ImportState.Writing, StartedAt = Morning.Nine });
        var person = morning.AddPerson(morning.AddUnit());
        using var db = morning.Database.CreateDbContext();
        await db.Attendees().Where(a => a.Id == person.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.ImportId, import.Id), TestContext.Current.CancellationToken);
        Assert.Equal(0, (await morning.NumbersAsync()).People.Expected);
    }

    [Fact]
    public async Task Only_this_years_members_count_among_the_units()
    {
        using var morning = new Morning();
        morning.Arrive(morning.AddPerson(morning.AddUnit()));
        morning.AddUnit();
        morning.Arrive(morning.AddPerson(morning.AddUnit(rank: null)));
        morning.AddUnit(leftOn: morning.Meeting.FirstDay.AddDays(-1));
        var numbers = await morning.NumbersAsync();
        Assert.Equal((1, 2, 3), (numbers.MembersPresent, numbers.Members, numbers.Units.Count));
    }

    [Fact]
    public async Task Another_meetings_checkpoint_has_no_numbers()
    {
        using var mine = new Morning();
        using var other = new Morning(mine.Database);
        Assert.Null(await new CheckpointStatus(mine.Database, mine.Clock).ReadAsync(mine.Meeting.Id, other.ReportIn.Id, TestContext.Current.CancellationToken));
    }
}
