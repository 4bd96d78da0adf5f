using Microsoft.EntityFrameworkCore;
using Shared.CheckIn;
using Shared.Data;
using Shared.Meetings;
using Shared.Registration;

namespace Shared.Demo;

public sealed record SampleCheckpoint(int Id, string Name, CheckpointKind Kind);

/// <summary>A valid badge with the code that is printed on it.</summary>
public sealed record SampleBadge(int AttendeeId, string Name, string Unit, string BadgeNo, string Code);

/// <summary>What one needs to try the sample meeting from outside.</summary>
public sealed record SampleKeyRing(int MeetingId, int Year, DateOnly FirstDay, DateOnly LastDay, string TimeZone, IReadOnlyList<SampleCheckpoint> Checkpoints, IReadOnlyList<SampleBadge> Badges);

/// <summary>Checkpoints, report-in first, and everyone's badge in the order of the list.</summary>
public sealed class SampleKeys(IDbContextFactory<EventDb> dbs, BadgeKey key)
{
    public async Task<SampleKeyRing> ReadAsync(int meetingId, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var meeting = await db.Meetings().AsNoTracking().SingleAsync(m => m.Id == meetingId, stop);
        var checkpoints = await db.Checkpoints().Where(c => c.MeetingId == meetingId && !c.Retired)
            .OrderBy(c => c.Kind != CheckpointKind.ReportIn).ThenBy(c => c.Id).Select(c => new SampleCheckpoint(c.Id, c.Name, c.Kind)).ToListAsync(stop);
        var badges = db.Badges().Where(b => b.RevokedAt == null);
        var rows = await db.Attendees().Listed(meetingId).OrderBy(a => a.ListNo).ThenBy(a => a.Id)
            .Join(badges, a => a.Id, b => b.AttendeeId, (a, b) => new { a.Id, a.Name, Unit = a.Unit!.Organisation!.FullName, b.Number, b.Secret }).ToListAsync(stop);
        return new(meeting.Id, meeting.Year, meeting.FirstDay, meeting.LastDay, meeting.TimeZone, checkpoints,
            [.. rows.Select(row => new SampleBadge(row.Id, row.Name, row.Unit, row.Number, key.Code(row.Secret)))]);
    }
}
