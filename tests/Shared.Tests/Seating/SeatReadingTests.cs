using Shared.Registration;
using Shared.Seating;
using Shared.Seating.Filling;
using Shared.Seating.Grouping;
using Shared.Seating.Placing;
using Shared.Seating.Versions;

namespace Shared.Tests.Seating;

public sealed class SeatReadingTests : IDisposable
{
    readonly Halls halls = new();

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => halls.Dispose();

    [Fact]
    public async Task A_numbered_seat_is_told_by_row_and_number_and_by_its_zone_where_another_has_that_row()
    {
        await halls.AddZoneAsync(Halls.Rows(2, 3));
        var wang = halls.Add("王刚");
        await halls.PutAsync(wang, 2, 3);
        Assert.Equal(new SeatPlace(null, null, ZoneKind.Rows, ZoneUse.Numbered, 2, 2, 3), Assert.Single(halls.Places(wang)));
        await halls.AddZoneAsync(Halls.Rows(3, 3) with { Name = "楼座" });
        Assert.Equal("池座", Assert.Single(halls.Places(wang)).Zone);
    }

    [Fact]
    public async Task Of_a_units_block_the_rows_of_all_its_people_are_told()
    {
        await halls.AddZoneAsync(Halls.Rows(4, 2) with { Use = ZoneUse.ByUnit });
        var people = (await Task.WhenAll(Enumerable.Range(1, 5).Select(i => Task.FromResult(halls.Add($"参会{i}"))))).ToList();
        await halls.FillAsync(new());
        Assert.All(people, person => Assert.Equal((1, 3, "池座"), halls.Places(person)[0] is var p ? (p.Row, p.LastRow, p.Zone) : default));
    }

    [Fact]
    public async Task Who_has_no_seat_of_their_own_is_sent_to_the_rows_where_anybody_may_sit()
    {
        await halls.AddZoneAsync(Halls.Rows(2, 3));
        var (wang, li) = (halls.Add("王刚"), halls.Add("李娜"));
        await halls.PutAsync(wang, 1, 1);
        Assert.Empty(halls.Places(li));
        await halls.AddZoneAsync(Halls.Rows(6, 3) with { Name = "后区", FirstRow = 7, Use = ZoneUse.Free });
        Assert.Equal(new SeatPlace(null, "后区", ZoneKind.Rows, ZoneUse.Free, 7, 12, 0), Assert.Single(halls.Places(li)));
        Assert.Equal(1, Assert.Single(halls.Places(wang)).Row);
        halls.Change(li, a => a.State = AttendeeState.Cancelled);
        Assert.Empty(halls.Places(li));
    }

    [Fact]
    public async Task Filling_keeps_the_locked_seats_everybody_else_afresh_and_goes_back_as_one_step()
    {
        await halls.AddZoneAsync(Halls.Rows(1, 3));
        var (wang, li, sun) = (halls.Add("王刚"), halls.Add("李娜"), halls.Add("孙丽"));
        await halls.PutAsync(sun, 1, 2);
        await halls.LockAsync(sun);
        await halls.PutAsync(li, 1, 1);
        var preview = (await new AudienceProposal(halls.Rosters.Database).ReadAsync(halls.MeetingId, halls.Hall, new(), Stop))!;
        Assert.Equal((2, 1, 0, 0), (preview.Seated, preview.Kept, preview.Left.Count, preview.Free));
        Assert.Equal((2, 0), await halls.FillAsync(new()) is var r ? (r.Seated, r.Left) : default);
        Assert.Equal(["王刚 孙丽 李娜"], await halls.PlanAsync());
        await halls.UndoAsync();
        Assert.Equal(["李娜 孙丽 ·"], await halls.PlanAsync());
    }

    [Fact]
    public async Task More_people_than_seats_are_counted_and_named_before_and_after()
    {
        await halls.AddZoneAsync(Halls.Rows(1, 2));
        foreach (var (name, unit) in ((string, int)[])[("王刚", 1), ("李娜", 2), ("孙丽", 3)]) halls.Add(name, halls.Rosters.AddUnit($"单位{unit}"));
        var preview = (await new AudienceProposal(halls.Rosters.Database).ReadAsync(halls.MeetingId, halls.Hall, new(), Stop))!;
        Assert.Equal((2, "孙丽"), (preview.Seated, Assert.Single(preview.Left).Name));
        Assert.Equal(1, (await halls.FillAsync(new())).Left);
        Assert.Equal(["孙丽"], (await halls.MapAsync()).Unseated.Select(p => p.Name));
    }

    [Fact]
    public async Task An_accessible_seat_is_given_by_hand_alone_and_then_kept()
    {
        await halls.AddZoneAsync(Halls.Rows(1, 3));
        using (var db = halls.Rosters.Database.CreateDbContext())
        {
            db.Set<Seat>().Single(s => s.Number == 1).State = SeatState.Accessible;
            db.SaveChanges();
        }
        var (wang, li) = (halls.Add("王刚"), halls.Add("李娜"));
        await halls.FillAsync(new());
        Assert.Equal(["· 王刚 李娜"], await halls.PlanAsync());
        await halls.PutAsync(li, 1, 1);
        await halls.FillAsync(new());
        Assert.Equal(["李娜 王刚 ·"], await halls.PlanAsync());
    }

    [Fact]
    public async Task A_version_is_kept_compared_and_gone_back_to_as_a_step()
    {
        await halls.AddZoneAsync(Halls.Rows(1, 3));
        var (wang, li) = (halls.Add("王刚"), halls.Add("李娜"));
        await halls.PutAsync(wang, 1, 1);
        Assert.Null(await halls.KeepAsync("初稿"));
        Assert.Equal("NameTaken", (await halls.KeepAsync("初稿"))!.Problem);
        await halls.PutAsync(wang, 1, 3);
        await halls.PutAsync(li, 1, 2);
        var version = Assert.Single(await new SeatVersions(halls.Rosters.Database).ReadAsync(halls.MeetingId, halls.Hall, Stop));
        var differences = (await new VersionDifferences(halls.Rosters.Database).ReadAsync(halls.MeetingId, version.Id, Stop))!;
        Assert.Equal(["王刚 1→3", "李娜 →2"], differences.Select(d => $"{d.Name} {d.Then?.Number}→{d.Now?.Number}"));
        await halls.RestoreAsync(version.Id);
        Assert.Equal(["王刚 · ·"], await halls.PlanAsync());
        await halls.UndoAsync();
        Assert.Equal(["· 李娜 王刚"], await halls.PlanAsync());
    }

    [Fact]
    public async Task What_was_agreed_to_on_one_plan_is_not_done_to_another_that_a_colleague_made_of_it()
    {
        await halls.AddZoneAsync(Halls.Rows(1, 3));
        var (wang, li) = (halls.Add("王刚"), halls.Add("李娜"));
        await halls.PutAsync(wang, 1, 1);
        await halls.KeepAsync("初稿");
        var version = Assert.Single(await new SeatVersions(halls.Rosters.Database).ReadAsync(halls.MeetingId, halls.Hall, Stop));
        var seen = (await new AudienceProposal(halls.Rosters.Database).ReadAsync(halls.MeetingId, halls.Hall, new(), Stop))!.Stamp;
        await halls.PutAsync(li, 1, 3, "小强");
        Assert.Equal(SeatOutcome.ChangedSince, (await halls.FillAsync(new(), seen)).Outcome);
        Assert.Equal(SeatOutcome.ChangedSince, (await halls.RestoreAsync(version.Id, seen)).Outcome);
        await halls.LockAsync(li);
        Assert.Equal(SeatOutcome.ChangedSince, (await halls.RestoreAsync(version.Id, seen)).Outcome);
        Assert.Equal(["王刚 · 李娜"], await halls.PlanAsync());
        Assert.Equal(SeatOutcome.Done, (await halls.FillAsync(new())).Outcome);
    }

    [Fact]
    public async Task What_is_worth_a_look_is_said_and_nothing_is_forbidden()
    {
        await halls.AddZoneAsync(Halls.Rows(2, 4, "2", front: 1));
        var (head, delegated) = (halls.Add("王刚", halls.Rosters.University, a => a.Category = AttendeeCategory.Leader), halls.Add("赵云", halls.Rosters.AddUnit("别家")));
        var (one, two) = (halls.Add("李娜"), halls.Add("孙丽"));
        foreach (var (person, row, number) in ((Attendee, int, int)[])[(head, 2, 4), (delegated, 1, 1), (one, 2, 2), (two, 2, 3)]) await halls.PutAsync(person, row, number);
        Assert.Equal(["FrontWithout 赵云", "RankBehind 王刚", "PairSplit 李娜"], SeatWarnings.Of(await halls.MapAsync()).Select(w => $"{w.Kind} {w.Name}"));
    }

    [Fact]
    public async Task Units_that_are_to_sit_apart_and_two_hosts_of_one_table_are_named_where_they_were_put_by_hand()
    {
        await halls.TablesAsync(2, 4);
        var (one, two) = (halls.Rosters.AddUnit("甲"), halls.Rosters.AddUnit("乙"));
        var (wang, li, sun) = (halls.Add("王刚", one), halls.Add("李娜", two), halls.Add("孙丽", two));
        await halls.PairAsync(two, one, PairAsk.Apart);
        foreach (var host in (Attendee[])[wang, li]) await halls.HostAsync(host);
        await halls.SitAsync(wang, 1, 1);
        await halls.SitAsync(sun, 2, 1);
        await halls.SitAsync(li, 2, 2);
        Assert.Empty(SeatWarnings.Of(await halls.MapAsync()));
        await halls.SitAsync(li, 1, 2);
        Assert.Equal(["ApartTogether 甲 乙", "TwoHosts 王刚 李娜"], SeatWarnings.Of(await halls.MapAsync()).Select(w => $"{w.Kind} {w.Name} {w.Unit}"));
        await new UnseatPerson(halls.Rosters.Database, new(halls.Rosters.Database, TimeProvider.System), halls.Live).RunAsync(halls.MeetingId, halls.Hall, sun.Id, Halls.Who, Stop);
        Assert.Equal(["ApartTogether 甲 乙"], SeatWarnings.Of(await halls.MapAsync()).Select(w => $"{w.Kind} {w.Name} {w.Unit}"));
    }
}
