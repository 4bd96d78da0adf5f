using System.Diagnostics;
using System.Net.Http.Json;
using Bench.CheckIn;
using Bench.Crowds;
using Bench.Processes;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Meetings;

namespace Bench.Handover;

/// <summary>The shift changes: every desk is handed over at the same moment, again and again, while people go on being scanned there.</summary>
static class HandoverRun
{
    const string Digits = "284913";
    const int Rounds = 40, Sessions = 40, People = 160;

    // Of the three seconds that a change of hands may take, a person needs most for a name and six digits.
    const double MostMilliseconds = 1000;

    public static async Task RunAsync(Setting setting, Report report)
    {
        report.Say("rate limits", RaisedLimits.Text);
        var crowd = await Crowd.TakeAsync(setting, "handover", People, Sessions);
        var staff = await JoinAsync(crowd);
        await using var host = await HostProcess.EventAppAsync(crowd.Data.Path);
        using var stop = new CancellationTokenSource();
        var doors = new CrowdAtTheDoors(host.Address, crowd);
        var scanning = ScanAsync(host.Address, doors, stop.Token);
        var took = new Sample();
        for (var round = -2; round < Rounds; round++)
            foreach (var one in await Task.WhenAll(crowd.Tokens.Select((token, desk) => SwitchAsync(host.Address, token, staff[(desk + round + staff.Count) % staff.Count]))))
                if (round >= 0) took.Add(one);
        await stop.CancelAsync();
        report.Figure("scans meanwhile", await scanning, "");
        report.Figure($"{crowd.Tokens.Count} desks handed over at once, p50", took.At(0.5), "ms");
        report.AtMost($"{crowd.Tokens.Count} desks handed over at once, slowest", took.At(1), MostMilliseconds, "ms");
    }

    static async Task<IReadOnlyList<int>> JoinAsync(Crowd crowd)
    {
        await using var db = new Contexts(crowd.Data).CreateDbContext();
        var meeting = await db.Meetings().Select(m => m.Id).FirstAsync();
        var hash = Pin.Hash(Digits);
        List<StaffMember> staff = [];
        for (var i = 0; i < crowd.Tokens.Count; i++)
        {
            var user = new IdentityUser($"staff-{i}");
            db.Users.Add(user);
            db.Add(new Account { UserId = user.Id, DisplayName = $"接台{i}", Joined = true, PinHash = hash });
            staff.Add(new StaffMember { MeetingId = meeting, Name = $"接台{i}", UserId = user.Id });
        }
        db.AddRange(staff);
        await db.SaveChangesAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        return [.. staff.Select(person => person.Id)];
    }

    // One after the other, as at one door: what the desks do must not wait for the change of hands.
    static async Task<int> ScanAsync(Uri address, CrowdAtTheDoors doors, CancellationToken stop)
    {
        using var wire = await Load.Wire.OpenAsync(address);
        var scans = 0;
        for (; !stop.IsCancellationRequested && scans < People * Sessions; scans++) await doors.ScanAsync(wire);
        return scans;
    }

    static async Task<double> SwitchAsync(Uri address, string token, int operatorId)
    {
        using var http = new HttpClient { BaseAddress = address };
        http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        var sent = Stopwatch.GetTimestamp();
        using var answer = await http.PostAsJsonAsync("/api/v1/stations/me/operator", new { operatorId, pin = Digits });
        var took = Stopwatch.GetElapsedTime(sent).TotalMilliseconds;
        return answer.IsSuccessStatusCode ? took : throw new CannotMeasure($"A change of hands was answered with {(int)answer.StatusCode}.");
    }
}
