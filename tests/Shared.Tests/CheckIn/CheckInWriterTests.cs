using Microsoft.Data.Sqlite;
using Shared.CheckIn;
using Shared.CheckIn.Writing;
using Shared.Data;

namespace Shared.Tests.CheckIn;

public sealed class CheckInWriterTests : IDisposable
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    readonly Hall hall = new();

    public void Dispose() => hall.Dispose();

    [Fact]
    public async Task Parallel_scans_of_one_badge_from_any_stations_are_one_welcome()
    {
        var code = hall.AddBadge(hall.Roster.Add("王刚"));
        CallerAsk[] stations = [.. Enumerable.Range(1, 8).Select(n => hall.AddStation($"{n}号台"))];
        var results = await Task.WhenAll(Enumerable.Range(0, 200).Select(n => Task.Run(() => hall.ScanAsync(stations[n % 8], hall.Ask(code)))));
        var welcome = Assert.Single(results, r => r.Outcome == ScanOutcome.Welcome);
        Assert.All(results.Where(r => r != welcome), r => Assert.Equal((ScanOutcome.AlreadyIn, welcome.RecordedAt), (r.Outcome, r.First!.At)));
        Assert.Single(results.Select(r => r.First?.Station).Where(name => name is not null).Distinct());
        Assert.Equal(200, hall.Read(db => db.Scans().Count()));
    }

    [Fact]
    public async Task The_writers_own_connection_syncs_every_commit()
    {
        var synchronous = await hall.Writer.RunAsync(turn =>
        {
            var found = turn["PRAGMA synchronous"];
            found.Step();
            return found.Long(0);
        });
        Assert.Equal(2, synchronous);
    }

    [Fact]
    public async Task One_bad_decision_takes_back_its_own_rows_and_never_fails_its_group()
    {
        var (desk, person) = (hall.AddStation("1号台"), hall.Roster.Add("王刚"));
        var held = new ManualResetEventSlim();
        var blocker = hall.Writer.RunAsync(_ => { held.Wait(Stop); return 0; });
        var before = hall.ScanAsync(desk, hall.Ask("AAA"));
        var bad = hall.Writer.RunAsync<int>(turn =>
        {
            PresenceRows.Insert(turn, hall.ReportIn.Id, person.Id, 0, (1, Hall.Morning));
            throw new InvalidOperationException("坏的");
        });
        var constraint = hall.Writer.RunAsync<int>(turn =>
        {
            PresenceRows.Insert(turn, hall.ReportIn.Id, person.Id, 0, (1, Hall.Morning));
            PresenceRows.Insert(turn, hall.ReportIn.Id, person.Id, 0, (1, Hall.Morning));
            return 0;
        });
        var after = hall.ScanAsync(desk, hall.Ask(person));
        held.Set();
        await blocker;
        Assert.Equal(ScanOutcome.UnknownBadge, (await before).Outcome);
        await Assert.ThrowsAsync<InvalidOperationException>(() => bad);
        await Assert.ThrowsAsync<SqliteException>(() => constraint);
        Assert.Equal(ScanOutcome.Welcome, (await after).Outcome);
    }

    [Fact]
    public async Task While_another_holds_the_database_nothing_is_recorded_and_afterwards_all_goes_on()
    {
        var (desk, person) = (hall.AddStation("1号台"), hall.Roster.Add("王刚"));
        await hall.ScanAsync(desk, hall.Ask("AAA"));
        using (var other = SqliteSettings.OpenOwn(hall.Database.Data))
        {
            using var held = other.BeginTransaction();
            await Assert.ThrowsAsync<CannotRecord>(() => hall.ScanAsync(desk, hall.Ask(person)));
        }
        Assert.Equal(ScanOutcome.Welcome, (await hall.ScanAsync(desk, hall.Ask(person))).Outcome);
    }

    [Fact]
    public async Task Pages_are_told_after_the_commit_and_once_for_a_group()
    {
        var desk = hall.AddStation("1号台");
        var (told, seen, heard) = (0, 0, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        using var hearing = hall.Updates.Hear(CheckInSets.Arrivals(hall.MeetingId), () =>
        {
            seen = hall.Read(db => db.Scans().Count());
            told++;
            heard.TrySetResult();
        });
        await hall.ScanAsync(desk, hall.Ask("AAA"));
        await heard.Task.WaitAsync(Stop);
        Assert.Equal((1, 1), (told, seen));
    }

    [Fact]
    public async Task What_waits_is_finished_when_the_program_stops_and_nothing_is_taken_afterwards()
    {
        var (desk, person) = (hall.AddStation("1号台"), hall.Roster.Add("王刚"));
        var waiting = hall.ScanAsync(desk, hall.Ask(person));
        hall.Writer.Dispose();
        Assert.Equal(ScanOutcome.Welcome, (await waiting).Outcome);
        await Assert.ThrowsAsync<CannotRecord>(() => hall.ScanAsync(desk, hall.Ask(person)));
    }

    [Fact]
    public async Task A_person_entered_by_hand_or_from_paper_is_one_and_the_same_arrival()
    {
        var person = hall.Roster.Add("王刚");
        var entry = new HandEntry(hall.MeetingId, hall.ReportIn.Id, person.Id) { Source = ScanSource.Paper, OccurredAt = Hall.Morning.AddMinutes(-20) };
        var welcome = await hall.ByHand.RunAsync(entry, "组长");
        var again = await hall.ByHand.RunAsync(entry with { Source = ScanSource.List, OccurredAt = null }, "副组长");
        Assert.Equal(ScanOutcome.Welcome, welcome.Value!.Outcome);
        Assert.Equal((ScanOutcome.AlreadyIn, new FirstScan(Hall.Morning.AddMinutes(-20), null, "组长")), (again.Value!.Outcome, again.Value.First));
        Assert.Equal(DeskRefusal.NotThisCheckpoint, (await hall.ByHand.RunAsync(entry with { MeetingId = hall.MeetingId + 1 }, "组长")).Refusal);
    }
}
