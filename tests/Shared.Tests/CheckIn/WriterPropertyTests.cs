using CsCheck;
using Shared.CheckIn;

namespace Shared.Tests.CheckIn;

/// <summary>Whatever is scanned and taken back, in whatever order, the writer and the model agree on every answer and on who is where.</summary>
public sealed class WriterPropertyTests
{
    const int People = 3;

    sealed record Step(int Person, bool AtDoor, ScanDirection? Direction, int Hours, int? Undo);

    static readonly Gen<ScanDirection?> Directions = Gen.Int[0, 3].Select(n => n switch { 2 => ScanDirection.In, 3 => ScanDirection.Out, _ => default(ScanDirection?) });
    static readonly Gen<Step> Scans = Gen.Select(Gen.Int[0, People - 1], Gen.Bool, Directions, Gen.Int[0, 9], (person, atDoor, direction, hours) => new Step(person, atDoor, direction, hours, null));
    static readonly Gen<Step> Undos = Gen.Int[0, 40].Select(step => new Step(0, false, null, 0, step));
    static readonly Gen<EntryRule> Rules = Gen.Int[1, 3].Select(n => (EntryRule)n);
    static readonly Gen<Step[]> Mornings = Gen.Frequency((3, Scans), (1, Undos)).Array[1, 40];

    [Fact]
    public void The_writer_decides_as_the_model_does() =>
        Gen.Select(Rules, Rules, Mornings).Sample((door, desk, steps) => Play(door, desk, steps), iter: 60, threads: 1, print: t => $"{t.Item1} {t.Item2}\n{string.Join('\n', t.Item3.Select(s => s.ToString()))}");

    static void Play(EntryRule doorRule, EntryRule deskRule, Step[] steps)
    {
        using var hall = new Hall();
        var people = Enumerable.Range(0, People).Select(n => hall.Roster.Add($"人{n}")).ToList();
        var desk = hall.AddCheckpoint("报到台", c => c.Entry = deskRule);
        var door = hall.AddCheckpoint("门", c => (c.Entry, c.Implies) = (doorRule, [new() { ImpliedId = desk.Id }]));
        var (caller, model, scanned) = (CallerAsk.Person(hall.MeetingId, "组长"), new WriterModel(doorRule, deskRule), new List<long>());
        foreach (var step in steps)
        {
            hall.Clock.Advance(TimeSpan.FromHours(step.Hours));
            if (step.Undo is { } undo)
            {
                if (undo >= scanned.Count) continue;
                Assert.Equal(model.Undo(undo), hall.UndoScan.RunAsync(caller, new(scanned[undo], null)).GetAwaiter().GetResult().Refusal);
                continue;
            }
            var entry = new HandEntry(hall.MeetingId, (step.AtDoor ? door : desk).Id, people[step.Person].Id) { Direction = step.Direction };
            var result = hall.ByHand.RunAsync(entry, "组长").GetAwaiter().GetResult().Value!;
            Assert.Equal(model.Scan(step.Person, step.AtDoor, step.Direction, Day(hall)), result.Outcome);
            scanned.Add(result.ScanId);
        }
        var rows = hall.Read(db => db.Presences().ToList()).Select(p => (people.FindIndex(a => a.Id == p.AttendeeId), p.CheckpointId == door.Id, p.Day, p.Inside)).Order();
        Assert.Equal(model.Rows, rows);
    }

    static int Day(Hall hall) => (int)(hall.Clock.GetUtcNow().AddHours(8) - DateTimeOffset.UnixEpoch).TotalDays;
}
