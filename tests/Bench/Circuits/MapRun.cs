using System.Diagnostics;
using System.Globalization;
using System.Text;
using Bench.CheckIn;
using Bench.Crowds;
using Bench.Load;
using Bench.Processes;
using Shared.Registration;
using Shared.Seating;

namespace Bench.Circuits;

/// <summary>A hall of 5,000 seats open on one page: what is sent when one of them changes, and how soon.</summary>
static class MapRun
{
    const int People = 1200, Beside = 200, Rows = 50, PerRow = 100, Scans = 10;
    const int MostBytes = 2048;
    const double MostSeconds = 1;

    static readonly TimeSpan Quiet = TimeSpan.FromSeconds(1), Patience = TimeSpan.FromSeconds(30);

    public static async Task RunAsync(Setting setting, Report report)
    {
        var crowd = await Crowd.TakeAsync(setting, "map", People, 1);
        var hall = await AddHallAsync(crowd);
        await using var server = await HostProcess.EventAppAsync(crowd.Data.Path);
        using var person = await SignedIn.EnterAsync(server.Address, Crowd.User, Crowd.Password);
        using var wire = await Wire.OpenAsync(server.Address);
        var doors = new CrowdAtTheDoors(server.Address, crowd);
        await using var page = await Circuit.OpenAsync(person, new(server.Address, string.Create(CultureInfo.InvariantCulture, $"/{crowd.Year}/seating/halls/{hall}")), CancellationToken.None);
        await Task.Delay(Quiet);
        report.Figure($"bytes of a page with {Rows * PerRow:N0} seats, all batches", page.BatchBytes, "");
        var (bytes, seconds) = (new Sample(), new Sample());
        for (var i = 0; i < Scans; i++)
        {
            var before = page.BatchBytes;
            var shown = page.Expect(Encoding.UTF8.GetBytes("✓"));
            var sent = Stopwatch.GetTimestamp();
            await doors.ScanAsync(wire);
            seconds.Add(Stopwatch.GetElapsedTime(sent, await shown.WaitAsync(Patience)).TotalSeconds);
            await Task.Delay(Quiet);
            bytes.Add(page.BatchBytes - before);
        }
        report.AtMost($"bytes sent when one seat of {Rows * PerRow:N0} changes, with {Beside} people beside the plan, most of {Scans}", bytes.Largest, MostBytes);
        report.AtMost($"scan sent to its seat shown, slowest of {Scans}", seconds.Largest, MostSeconds, "s");
    }

    // Everybody of the crowd on a seat, and others who have none yet.
    static async Task<int> AddHallAsync(Crowd crowd)
    {
        await using var db = new Contexts(crowd.Data).CreateDbContext();
        var people = db.Attendees().OrderBy(a => a.Id).Select(a => new { a.Id, a.MeetingId, a.UnitId }).ToList();
        for (var i = 0; i < Beside; i++) db.Add(new Attendee { MeetingId = people[0].MeetingId, UnitId = people[i].UnitId, Name = $"候补{i + 1}", ListNo = People + i + 1 });
        var zone = new Zone { Name = "池座", Position = 1, Rows = Rows, PerRow = PerRow };
        zone.Seats = [.. SeatLayout.Of(zone).Select(s => new Seat { Row = s.Row, Column = s.Column, Number = s.Number })];
        var hall = new Hall { MeetingId = people[0].MeetingId, Name = "主会场", Zones = [zone] };
        db.Add(hall);
        await db.SaveChangesAsync();
        db.Add(new SeatPlan { HallId = hall.Id, Name = "", IsCurrent = true, MadeBy = "bench", Placements = [.. people.Zip(zone.Seats).Select(one => new Placement { AttendeeId = one.First.Id, SeatId = one.Second.Id, Reason = SeatReason.Order })] });
        await db.SaveChangesAsync();
        return hall.Id;
    }
}
