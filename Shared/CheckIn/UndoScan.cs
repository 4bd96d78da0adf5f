using Shared.CheckIn.Writing;

namespace Shared.CheckIn;

/// <param name="Nonce">Needed of a station; null from a page.</param>
public sealed record UndoAsk(long ScanId, string? Reason, Guid? Nonce = null);

public sealed record UndoResult(long ScanId, long Undoes, DateTime RecordedAt);

/// <summary>
/// Takes back an admitted scan with all it implied. A station may do so with its own scans for ten minutes, a signed-in person with any of the meeting.
/// The latest scan of a person at a checkpoint comes first.
/// </summary>
public sealed class UndoScan(CheckInWriter writer)
{
    /// <exception cref="CannotRecord" />
    public async Task<DeskResult<UndoResult>> RunAsync(CallerAsk caller, UndoAsk undo)
    {
        if (undo.Reason?.Length > Scan.ReasonLength || (caller.TokenHash is not null && undo.Nonce is null)) return DeskRefusal.Malformed;
        try
        {
            return await writer.RunAsync(turn => ScanUndo.Run(turn, caller, undo));
        }
        catch (ScanUndo.NothingThere)
        {
            return DeskRefusal.NothingToUndo;
        }
    }
}
