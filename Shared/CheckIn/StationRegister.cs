using Microsoft.EntityFrameworkCore;
using Shared.Data;
using Shared.Meetings;

namespace Shared.CheckIn;

/// <summary>Whether a device holds the station: not paired yet, waiting for its code, paired, or taken away.</summary>
public enum Pairing { None = 1, Open, Paired, Revoked }

/// <param name="Operator">The nickname of who works it; null at a kiosk.</param>
/// <param name="Checkpoints">The ids allowed; empty for all.</param>
/// <param name="PairingEndsAt">While a code is open. A paired device works on until the code is traded.</param>
/// <param name="Scans">Attempts recorded there, refused ones too.</param>
public sealed record RegisteredStation(int Id, string Name, StationKind Kind, Pairing State, int? OperatorId, string? Operator, IReadOnlyList<int> Checkpoints,
    IReadOnlyList<string> CheckpointNames, bool HasPin, DateTime? PairingEndsAt, DateTime? EnrolledAt, DateTime? LastSeenAt, int Scans);

/// <summary>The check-in devices of a meeting, revoked ones last.</summary>
public sealed class StationRegister(IDbContextFactory<EventDb> dbs, TimeProvider clock)
{
    public async Task<IReadOnlyList<RegisteredStation>> ReadAsync(int meetingId, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var now = clock.GetUtcNow().UtcDateTime;
        var (staff, checkpoints, scans) = (db.Staff(), db.Checkpoints(), db.Scans());
        var stations = await db.Stations().AsNoTracking().Where(s => s.MeetingId == meetingId).OrderBy(s => s.RevokedAt != null).ThenBy(s => s.Name).Select(s => new
        {
            Station = s, Operator = staff.Where(m => m.Id == s.OperatorId).Select(m => m.Nickname ?? m.Name).FirstOrDefault(),
            Allowed = s.Checkpoints.Select(c => c.CheckpointId).ToList(),
            Names = s.Checkpoints.Select(c => checkpoints.Where(p => p.Id == c.CheckpointId).Select(p => p.Name).First()).ToList(),
            Scans = scans.Count(scan => scan.StationId == s.Id && scan.Source != ScanSource.Implied && scan.Source != ScanSource.Undo),
        }).AsSplitQuery().ToListAsync(stop);
        return [.. stations.Select(row => new RegisteredStation(row.Station.Id, row.Station.Name, row.Station.Kind, State(row.Station, now), row.Station.OperatorId, row.Operator,
            row.Allowed, row.Names, row.Station.PinHash is not null, row.Station.PairingEndsAt > now ? row.Station.PairingEndsAt : null,
            row.Station.EnrolledAt, row.Station.LastSeenAt, row.Scans))];
    }

    static Pairing State(Station station, DateTime now) =>
        station.TokenHash is not null ? Pairing.Paired : station.PairingEndsAt > now ? Pairing.Open : station.RevokedAt is not null ? Pairing.Revoked : Pairing.None;
}
