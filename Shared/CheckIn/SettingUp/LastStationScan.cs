using Microsoft.EntityFrameworkCore;
using Shared.Data;

namespace Shared.CheckIn.SettingUp;

/// <param name="BadgeNumber">Null for a code that nobody knows, or where no badge was read.</param>
public sealed record LastStationScanView(string Station, ScanOutcome Outcome, string? BadgeNumber, DateTime At);

/// <summary>What a device read last. Whatever the verdict, it proves printing, reading and the network.</summary>
public sealed class LastStationScan(IDbContextFactory<EventDb> dbs)
{
    /// <summary>Null while no device has read anything.</summary>
    public async Task<LastStationScanView?> ReadAsync(int meetingId, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var (stations, badges) = (db.Stations(), db.Badges());
        return await db.Scans().Where(s => s.MeetingId == meetingId && s.StationId != null && s.Source != ScanSource.Implied && s.Source != ScanSource.Undo)
            .OrderByDescending(s => s.Id)
            .Select(s => new LastStationScanView(stations.First(t => t.Id == s.StationId).Name, s.Outcome, badges.Where(b => b.Id == s.BadgeId).Select(b => b.Number).FirstOrDefault(), s.RecordedAt))
            .FirstOrDefaultAsync(stop);
    }
}
