using Bench.Crowds;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Shared.CheckIn;
using Shared.Data;
using Shared.Registration;

namespace Bench.CheckIn;

/// <summary>The same check-in as a textbook writes it: one context a request, read, insert, save. Same schema, same settings of the database.</summary>
static class TextbookHost
{
    public const string Word = "textbook-host";

    public static async Task RunAsync(string[] args)
    {
        var contexts = new Contexts(DataDirectory.Open(args[0]));
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.None).AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information);
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapPost(EmptyHost.Path, async (TextbookScan asked, HttpRequest request) =>
        {
            await using var db = contexts.CreateDbContext();
            return await CheckInAsync(db, asked, request.Headers.Authorization.ToString());
        });
        await app.RunAsync();
    }

    static async Task<IResult> CheckInAsync(EventDb db, TextbookScan asked, string authorization)
    {
        var token = StationToken.Hash(authorization["Bearer ".Length..]);
        if (await db.Stations().SingleOrDefaultAsync(s => s.TokenHash == token) is not { } station) return Results.Unauthorized();
        var hash = BadgeKey.Hash(asked.Code);
        if (await db.Badges().SingleOrDefaultAsync(b => b.CodeHash == hash) is not { AttendeeId: { } attendeeId } badge) return Results.NotFound();
        var attendee = await db.Attendees().Include(a => a.Unit!.Organisation).SingleAsync(a => a.Id == attendeeId);
        if (await db.Presences().FindAsync(asked.CheckpointId, attendeeId, 0) is not null) return Results.Conflict();
        var now = DateTime.UtcNow;
        await using var transaction = await db.Database.BeginTransactionAsync();
        var scan = new Scan
        {
            MeetingId = station.MeetingId, CheckpointId = asked.CheckpointId, StationId = station.Id, OperatorId = station.OperatorId, AttendeeId = attendeeId, BadgeId = badge.Id,
            Outcome = ScanOutcome.Welcome, Direction = ScanDirection.In, Source = ScanSource.Badge, Nonce = asked.Nonce.ToByteArray(), RecordedAt = now, OccurredAt = now,
            Content = hash[..16], Timing = ScanTiming.OnTime,
        };
        db.Add(scan);
        await db.SaveChangesAsync();
        db.Add(new Presence { CheckpointId = asked.CheckpointId, AttendeeId = attendeeId, Inside = true, FirstScanId = scan.Id, FirstAt = now, LastAt = now });
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return Results.Ok(new { outcome = "Welcome", asked.Nonce, scanId = scan.Id, recordedAt = now, attendee = new { attendee.Id, attendee.Name, unit = attendee.Unit!.Organisation!.FullName, badgeNo = badge.Number } });
    }

    internal sealed record TextbookScan(string Code, int CheckpointId, Guid Nonce);
}
