using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Shared.CheckIn.Writing;

namespace Shared.CheckIn;

/// <summary>One scan at a station, or many that happened while it was offline.</summary>
public sealed class ScanBadge(CheckInWriter writer, BadgeKey key, ReadShownAtScan shown, ILogger<ScanBadge> log)
{
    public const int MostInBatch = 500;

    // A batch is decided in pieces, so that a live scan beside it waits for a piece and not for all.
    const int Piece = 50;

    /// <summary>Answers after the commit, with what the desk needs to see read anew.</summary>
    /// <exception cref="CannotRecord" />
    public async Task<DeskResult<ScanResult>> RunAsync(CallerAsk caller, ScanAsk ask, CancellationToken stop = default)
    {
        if (!ask.IsSound) return DeskRefusal.Malformed;
        var scan = ScanCase.Of(ask, key);
        var (by, decided) = await writer.RunAsync(turn => (turn.Facts.Find(turn, caller), ScanDecision.Run(turn, key, caller, scan)));
        if (decided.Value is not { Attendee: { } person } result) return decided;
        var show = await shown.ReadAsync(new(by!.MeetingId, ask.CheckpointId, person.Id), stop);
        return result with { Show = by.IsKiosk ? show.ForGuests() : show };
    }

    /// <summary>In order; a bad one never stops the rest. A null stands for one that could not be read. Nothing is shown of these: nobody waits at the desk.</summary>
    /// <exception cref="CannotRecord" />
    public async Task<IReadOnlyList<DeskResult<ScanResult>>> RunAsync(CallerAsk caller, IReadOnlyList<ScanAsk?> asks)
    {
        var pieces = asks.Select(ask => ask is { IsSound: true } ? ScanCase.Of(ask, key) : null).Chunk(Piece)
            .Select(piece => writer.RunAsync(turn => Array.ConvertAll(piece, scan => Decide(turn, caller, scan)))).ToList();
        return [.. (await Task.WhenAll(pieces)).SelectMany(piece => piece)];
    }

    DeskResult<ScanResult> Decide(WriterTurn turn, CallerAsk caller, ScanCase? scan)
    {
        if (scan is null) return DeskRefusal.Malformed;
        try
        {
            return turn.Alone(alone => ScanDecision.Run(alone, key, caller, scan));
        }
        // What the database itself cannot do is no item's own affair.
        catch (Exception failed) when ((failed as SqliteException ?? failed.InnerException as SqliteException) is null or { SqliteErrorCode: SQLitePCL.raw.SQLITE_CONSTRAINT })
        {
            log.LogError(failed, "A scan of a batch could not be decided");
            return DeskRefusal.Failed;
        }
    }
}
