using Microsoft.EntityFrameworkCore;
using Shared.CheckIn;
using Shared.Data;

namespace Shared.Dashboard;

public enum StationState { Online = 1, Offline, NotPaired }

/// <summary>One check-in device. <see cref="Recent"/>: people who stood before it in the last five minutes, at any checkpoint, refused ones too. <see cref="Unknown"/>: how many different codes nobody knows it read in that time.</summary>
public sealed record StationActivity(int Id, string Name, StationKind Kind, StationState State, int Recent, int Unknown, DateTime? LastSeenAt)
{
    /// <summary>One stranger's card read over and over is none; so many different ones are somebody who tries codes, or badges of another meeting.</summary>
    public const int Burst = 5;

    public bool IsBurst => Unknown >= Burst;
}

/// <summary>The meeting's check-in devices: what they do and whether they are there.</summary>
public sealed class StationBoard(IDbContextFactory<EventDb> dbs, TimeProvider clock)
{
    public const int RecentMinutes = 5;

    /// <summary>A device that has been silent this long counts as offline.</summary>
    public const int OfflineSeconds = 90;

    public async Task<IReadOnlyList<StationActivity>> ReadAsync(int meetingId, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var now = clock.GetUtcNow().UtcDateTime;
        var stations = await db.Stations().AsNoTracking().Where(s => s.MeetingId == meetingId && s.RevokedAt == null)
            .OrderBy(s => s.Name).Select(s => new { s.Id, s.Name, s.Kind, s.EnrolledAt, s.LastSeenAt }).ToListAsync(stop);
        var recent = await RecentAsync(db, meetingId, now.AddMinutes(-RecentMinutes), stop);
        return [.. stations.Select(s => new StationActivity(s.Id, s.Name, s.Kind, State(s.EnrolledAt, s.LastSeenAt, now), recent.GetValueOrDefault(s.Id).Count, recent.GetValueOrDefault(s.Id).Unknown, s.LastSeenAt))];
    }

    static StationState State(DateTime? enrolledAt, DateTime? lastSeenAt, DateTime now) =>
        enrolledAt is null ? StationState.NotPaired : lastSeenAt >= now.AddSeconds(-OfflineSeconds) ? StationState.Online : StationState.Offline;

    static Task<Dictionary<int, (int Count, int Unknown)>> RecentAsync(EventDb db, int meetingId, DateTime since, CancellationToken stop)
    {
        var checkpoints = db.Checkpoints().Where(c => c.MeetingId == meetingId).Select(c => c.Id);
        return db.Scans().Where(s => checkpoints.Contains(s.CheckpointId) && s.OccurredAt >= since && s.StationId != null
                && s.Source != ScanSource.Implied && s.Source != ScanSource.Undo)
            .GroupBy(s => s.StationId!.Value)
            .Select(g => new { g.Key, Count = g.Count(), Unknown = g.Where(s => s.Outcome == ScanOutcome.UnknownBadge).Select(s => s.UnknownCode).Distinct().Count() })
            .ToDictionaryAsync(g => g.Key, g => (g.Count, g.Unknown), stop);
    }
}
