using Shared.Registration;
using Shared.Seating;
using Shared.Seating.Placing;

namespace Shared.Tests.Seating;

public sealed class PlacingTests : IDisposable
{
    readonly Halls halls = new();

    public void Dispose() => halls.Dispose();

    Task OpenAsync(int rows = 2, int perRow = 3, int front = 0) => halls.AddZoneAsync(Halls.Rows(rows, perRow, front: front));

    [Fact]
    public async Task A_person_sits_on_one_seat_and_a_seat_holds_one_person()
    {
        await OpenAsync();
        var (wang, li) = (halls.Add("王刚"), halls.Add("李娜"));
        Assert.Equal(SeatOutcome.Done, (await halls.PutAsync(wang, 1, 2)).Outcome);
        Assert.Equal((SeatOutcome.Taken, "王刚"), (await halls.PutAsync(li, 1, 2) is var r ? (r.Outcome, r.Occupant) : default));
        Assert.Equal(SeatOutcome.Done, (await halls.PutAsync(wang, 2, 1)).Outcome);
        Assert.Equal(["· · ·", "王刚 · ·"], await halls.PlanAsync());
        Assert.Equal(["李娜"], (await halls.MapAsync()).Unseated.Select(p => p.Name));
    }

    [Fact]
    public async Task The_last_free_seat_goes_to_one_and_the_other_is_told_who_sits_there()
    {
        await OpenAsync(1, 1);
        var people = Enumerable.Range(1, 8).Select(i => halls.Add($"参会{i}")).ToList();
        var results = await Task.WhenAll(people.Select(person => Task.Run(() => halls.PutAsync(person, 1, 1))));
        Assert.Equal(7, results.Count(r => r.Outcome == SeatOutcome.Taken && r.Occupant is { Length: > 0 }));
        Assert.Equal(1, results.Count(r => r.Outcome == SeatOutcome.Done));
    }

    [Fact]
    public async Task Two_change_places_and_one_without_a_seat_takes_the_others()
    {
        await OpenAsync();
        var (wang, li, sun) = (halls.Add("王刚"), halls.Add("李娜"), halls.Add("孙丽"));
        await halls.PutAsync(wang, 1, 1);
        await halls.PutAsync(li, 2, 3);
        await halls.SwapAsync(wang, li);
        Assert.Equal(["李娜 · ·", "· · 王刚"], await halls.PlanAsync());
        await halls.SwapAsync(sun, li);
        Assert.Equal(["孙丽 · ·", "· · 王刚"], await halls.PlanAsync());
        Assert.Equal(["李娜"], (await halls.MapAsync()).Unseated.Select(p => p.Name));
    }

    [Fact]
    public async Task Steps_are_taken_back_one_by_one_and_done_again_until_a_new_one_is_made()
    {
        await OpenAsync();
        var (wang, li) = (halls.Add("王刚"), halls.Add("李娜"));
        await halls.PutAsync(wang, 1, 1);
        await halls.PutAsync(li, 1, 2);
        await halls.SwapAsync(wang, li);
        foreach (var expected in (string[])["王刚 李娜 ·", "王刚 · ·", "· · ·"])
        {
            Assert.Equal(SeatOutcome.Done, (await halls.UndoAsync()).Outcome);
            Assert.Equal(expected, (await halls.PlanAsync())[0]);
        }
        Assert.Equal(SeatOutcome.Nothing, (await halls.UndoAsync()).Outcome);
        await halls.RedoAsync();
        await halls.RedoAsync();
        Assert.Equal("王刚 李娜 ·", (await halls.PlanAsync())[0]);
        await halls.UnseatAsync(li);
        Assert.Equal(SeatOutcome.Nothing, (await halls.RedoAsync()).Outcome);
        Assert.Equal("王刚 · ·", (await halls.PlanAsync())[0]);
    }

    [Fact]
    public async Task A_step_over_which_somebody_else_has_gone_is_not_taken_back_and_each_takes_back_their_own()
    {
        await OpenAsync();
        var (wang, li) = (halls.Add("王刚"), halls.Add("李娜"));
        await halls.PutAsync(wang, 1, 1);
        await halls.PutAsync(li, 2, 2, "小方");
        Assert.Null((await halls.MapAsync("小李")).Undo);
        await halls.PutAsync(wang, 1, 3, "小方");
        Assert.Equal(SeatOutcome.ChangedSince, (await halls.UndoAsync()).Outcome);
        await halls.UndoAsync("小方");
        Assert.Equal(SeatOutcome.Done, (await halls.UndoAsync()).Outcome);
        Assert.Equal(["· · ·", "· 李娜 ·"], await halls.PlanAsync());
    }

    [Fact]
    public async Task A_seat_that_was_given_away_since_is_not_taken_from_its_new_person_by_going_back()
    {
        await OpenAsync();
        var (wang, li) = (halls.Add("王刚"), halls.Add("李娜"));
        await halls.PutAsync(wang, 1, 1);
        await halls.PutAsync(wang, 1, 2);
        await halls.PutAsync(li, 1, 1, "小方");
        Assert.Equal(SeatOutcome.ChangedSince, (await halls.UndoAsync()).Outcome);
        Assert.Equal("李娜 王刚 ·", (await halls.PlanAsync())[0]);
    }

    [Fact]
    public async Task Who_no_longer_comes_frees_the_seat_and_it_can_be_given_away()
    {
        await OpenAsync();
        var (wang, li) = (halls.Add("王刚"), halls.Add("李娜"));
        await halls.PutAsync(wang, 1, 1);
        halls.Change(wang, a => a.State = AttendeeState.OnLeave);
        Assert.Equal("· · ·", (await halls.PlanAsync())[0]);
        halls.Change(wang, a => a.State = AttendeeState.Confirmed);
        Assert.Equal("王刚 · ·", (await halls.PlanAsync())[0]);
        halls.Change(wang, a => a.State = AttendeeState.Cancelled);
        Assert.Equal(SeatOutcome.Done, (await halls.PutAsync(li, 1, 1)).Outcome);
        halls.Change(wang, a => a.State = AttendeeState.Confirmed);
        Assert.Equal("李娜 · ·", (await halls.PlanAsync())[0]);
        Assert.Equal(["王刚"], (await halls.MapAsync()).Unseated.Select(p => p.Name));
    }

    [Fact]
    public async Task A_substitute_keeps_the_seat_of_the_person_replaced_and_of_theirs()
    {
        await OpenAsync();
        var wang = halls.Add("王刚");
        await halls.PutAsync(wang, 2, 2);
        var li = halls.Replace(wang, "李娜");
        Assert.Equal("· 李娜 ·", (await halls.PlanAsync())[1]);
        var sun = halls.Replace(li, "孙丽");
        Assert.Equal("· 孙丽 ·", (await halls.PlanAsync())[1]);
        Assert.Equal(2, Assert.Single(halls.Places(sun)).Row);
        await halls.PutAsync(sun, 1, 1);
        Assert.Equal(["孙丽 · ·", "· · ·"], await halls.PlanAsync());
        await halls.UndoAsync();
        Assert.Equal("· 孙丽 ·", (await halls.PlanAsync())[1]);
    }

    [Fact]
    public async Task A_seat_in_front_does_not_pass_to_a_substitute()
    {
        await OpenAsync(front: 1);
        var wang = halls.Add("王刚");
        await halls.PutAsync(wang, 1, 2);
        var li = halls.Replace(wang, "李娜");
        Assert.Equal("· · ·", (await halls.PlanAsync())[0]);
        Assert.Empty(halls.Places(li));
        Assert.Equal(SeatOutcome.Done, (await halls.PutAsync(halls.Add("孙丽"), 1, 2)).Outcome);
    }

    [Fact]
    public async Task A_blocked_seat_and_people_and_seats_of_other_meetings_are_refused()
    {
        await OpenAsync();
        var wang = halls.Add("王刚", null, a => a.State = AttendeeState.Cancelled);
        Assert.Equal(SeatOutcome.NoSuchPerson, (await halls.PutAsync(wang, 1, 1)).Outcome);
        using (var db = halls.Rosters.Database.CreateDbContext())
        {
            db.Set<Seat>().Single(s => s.Row == 1 && s.Number == 1).State = SeatState.Blocked;
            db.SaveChanges();
        }
        Assert.Equal(SeatOutcome.Blocked, (await halls.PutAsync(halls.Add("李娜"), 1, 1)).Outcome);
    }
}
