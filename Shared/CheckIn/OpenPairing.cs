using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Data;
using Shared.Meetings;

namespace Shared.CheckIn;

/// <summary>A station as an organiser names it. With an <see cref="Id"/> the station exists and a new device takes its place.</summary>
public sealed record StationDraft
{
    public int? Id { get; init; }
    public string Name { get; init; } = "";
    public StationKind Kind { get; init; } = StationKind.Desk;

    /// <summary>The staff member who works it; none at a kiosk.</summary>
    public int? OperatorId { get; init; }

    /// <summary>Empty allows all checkpoints of the meeting.</summary>
    public IReadOnlyCollection<int> CheckpointIds { get; init; } = [];

    /// <summary>4 to 8 digits, asked before a kiosk is left; null keeps the one that is set.</summary>
    public string? Pin { get; init; }
}

public enum StationProblem { NoName = 1, NameTaken, UnknownOperator, KioskHasNoOperator, UnknownCheckpoint, BadPin, NoSuchStation }

/// <summary>The pairing code to type at the device, or why there is none.</summary>
public readonly record struct OpenPairingResult(int StationId, string Code, DateTime EndsAt, StationProblem? Problem = null);

/// <summary>Makes a station (or opens an existing one again) and a one-time pairing code for its device. The device in use works on until the code is traded.</summary>
public sealed class OpenPairing(IDbContextFactory<EventDb> dbs, AuditTrail audit, TimeProvider clock)
{
    public const int Minutes = 10;

    public async Task<OpenPairingResult> RunAsync(int meetingId, StationDraft draft, string who, CancellationToken stop = default)
    {
        if (Check(draft) is { } wrong) return Refuse(wrong);
        await using var db = await dbs.CreateDbContextAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var station = draft.Id is null ? new Station { MeetingId = meetingId, Name = "" }
            : await db.Stations().Include(s => s.Checkpoints).SingleOrDefaultAsync(s => s.Id == draft.Id && s.MeetingId == meetingId, stop);
        if (station is null) return Refuse(StationProblem.NoSuchStation);
        if (await UnknownAsync(db, meetingId, draft, stop) is { } unknown) return Refuse(unknown);
        if (draft.Id is null) db.Add(station);
        var code = StationToken.NewPairingCode();
        Copy(draft, station);
        (station.PairingHash, station.PairingEndsAt) = (StationToken.PairingHash(code), clock.GetUtcNow().UtcDateTime.AddMinutes(Minutes));
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException taken) when (taken.InnerException is SqliteException { SqliteExtendedErrorCode: SQLitePCL.raw.SQLITE_CONSTRAINT_UNIQUE })
        {
            return Refuse(StationProblem.NameTaken);
        }
        await audit.AddAsync(db, who, "station-pairing", $"station:{station.Id}", meetingId, station.Name, stop);
        await transaction.CommitAsync(stop);
        return new(station.Id, code, station.PairingEndsAt.Value);
    }

    static OpenPairingResult Refuse(StationProblem problem) => new(0, "", default, problem);

    static StationProblem? Check(StationDraft draft) =>
        draft.Name.Trim() is not { Length: > 0 and <= Station.NameLength } ? StationProblem.NoName
        : draft.Kind == StationKind.Kiosk && draft.OperatorId is not null ? StationProblem.KioskHasNoOperator
        : draft.Pin is { } pin && !StationToken.IsPin(pin) ? StationProblem.BadPin
        : null;

    internal static async Task<StationProblem?> UnknownAsync(EventDb db, int meetingId, StationDraft draft, CancellationToken stop)
    {
        if (draft.OperatorId is { } id && !await db.Staff().AnyAsync(s => s.Id == id && s.MeetingId == meetingId && !s.Left, stop)) return StationProblem.UnknownOperator;
        var known = await db.Checkpoints().CountAsync(c => c.MeetingId == meetingId && draft.CheckpointIds.Contains(c.Id), stop);
        return known < draft.CheckpointIds.Distinct().Count() ? StationProblem.UnknownCheckpoint : null;
    }

    static void Copy(StationDraft draft, Station station)
    {
        (station.Name, station.Kind, station.OperatorId) = (draft.Name.Trim(), draft.Kind, draft.OperatorId);
        if (draft.Pin is { } pin) station.PinHash = Pin.Hash(pin);
        Allow(draft, station);
    }

    internal static void Allow(StationDraft draft, Station station) =>
        station.Checkpoints = [.. draft.CheckpointIds.Distinct().Select(id => station.Checkpoints.Find(c => c.CheckpointId == id) ?? new StationCheckpoint { CheckpointId = id })];
}
