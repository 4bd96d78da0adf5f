using Microsoft.EntityFrameworkCore;
using Shared.CheckIn;
using Shared.Registration;

namespace Shared.Tests.CheckIn;

public sealed class CheckpointScopeTests
{
    [Fact]
    public async Task Only_admitted_categories_are_expected_and_whoever_else_came_is_unplanned()
    {
        using var morning = new Morning();
        var unit = morning.AddUnit();
        var dinner = morning.Add(new Checkpoint
        {
            Name = "晚餐", Kind = CheckpointKind.Meal, MeetingId = morning.Meeting.Id, OpensAt = Morning.Nine, ClosesAt = Morning.Nine.AddHours(9),
            Admits = Admission.Categories, CategoryBits = Checkpoint.Bit(AttendeeCategory.Leader) | Checkpoint.Bit(AttendeeCategory.Expert),
        });
        morning.AddPerson(unit, category: AttendeeCategory.Leader);
        morning.AddPerson(unit);
        morning.Arrive(morning.AddPerson(unit), where: dinner);
        morning.Arrive(morning.AddPerson(unit, category: AttendeeCategory.Expert), where: dinner);
        Assert.Equal(new Headcount(1, 0, 1, 1), (await morning.NumbersAsync(dinner)).People);
    }

    [Fact]
    public async Task A_substitute_is_expected_where_the_person_replaced_was_on_the_list()
    {
        using var morning = new Morning();
        var unit = morning.AddUnit();
        var visit = morning.Add(new Checkpoint { Name = "考察", Kind = CheckpointKind.Trip, MeetingId = morning.Meeting.Id, OpensAt = Morning.Nine, ClosesAt = Morning.Nine.AddHours(3), Admits = Admission.List });
        var original = morning.AddPerson(unit, AttendeeState.Replaced);
        morning.AddPerson(unit, source: AttendeeSource.Substitute, substitutesFor: original);
        var listed = morning.AddPerson(unit);
        morning.AddPerson(unit);
        foreach (var guest in (Attendee[])[original, listed]) morning.Add(new CheckpointGuest { CheckpointId = visit.Id, AttendeeId = guest.Id });
        Assert.Equal(new Headcount(0, 0, 2, 0), (await morning.NumbersAsync(visit)).People);
    }

    [Fact]
    public async Task A_checkpoint_of_once_a_day_counts_the_venues_day_that_is_running()
    {
        using var morning = new Morning();
        var lunch = morning.Add(new Checkpoint
        {
            Name = "午餐", Kind = CheckpointKind.Meal, MeetingId = morning.Meeting.Id, Entry = EntryRule.OncePerDay,
            OpensAt = Morning.Nine, ClosesAt = Morning.Nine.AddHours(30),
        });
        var person = morning.AddPerson(morning.AddUnit());
        var today = new DateOnly(2026, 11, 23).DayNumber - new DateOnly(1970, 1, 1).DayNumber;
        morning.Arrive(person, where: lunch, day: today);
        Assert.Equal(1, (await morning.NumbersAsync(lunch)).People.Arrived);
        morning.Clock.Advance(TimeSpan.FromHours(15));
        Assert.Equal(0, (await morning.NumbersAsync(lunch)).People.Arrived);
        morning.Clock.Advance(TimeSpan.FromDays(30));
        Assert.Equal(0, (await morning.NumbersAsync(lunch)).People.Arrived);
    }

    [Fact]
    public async Task A_moments_read_holds_no_write_lock()
    {
        using var morning = new Morning();
        await using var db = morning.Database.CreateDbContext();
        var expected = await Shared.Data.OneMoment.AtOneMomentAsync(db, async () =>
        {
            var before = await db.Attendees().CountAsync();
            morning.AddPerson(morning.AddUnit());
            return before == await db.Attendees().CountAsync();
        }, TestContext.Current.CancellationToken);
        Assert.True(expected);
    }
}
