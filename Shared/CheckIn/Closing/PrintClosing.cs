using Shared.Meetings;

namespace Shared.CheckIn.Closing;

/// <summary>Records the closing report before it is printed or handed out as a file.</summary>
public sealed class PrintClosing(ClosingReport report, RecordPrintout record)
{
    /// <summary>The printout's id, or null where the meeting has no such checkpoint in use.</summary>
    public async Task<int?> RunAsync(int meetingId, int checkpointId, string by, bool asFile, CancellationToken stop = default) =>
        await report.ReadAsync(meetingId, checkpointId, stop) is { } found
            ? await record.RunAsync(new PrintOrder(meetingId, asFile ? PrintKinds.ClosingFile : PrintKinds.Closing, by, AboutId: checkpointId), found.Shown(), stop)
            : null;
}

/// <summary>A recorded report. <paramref name="Changes"/> counts the people of whom something else stands there now.</summary>
public sealed record ClosingPrint(PrintoutView Print, ClosingView Report, int Changes);

/// <summary>What to put on the paper of a recorded closing report.</summary>
public sealed class PrintedClosing(PrintoutLog log, ClosingReport report)
{
    public async Task<ClosingPrint?> ReadAsync(int meetingId, int printoutId, CancellationToken stop = default) =>
        await log.ReadAsync(meetingId, printoutId, [PrintKinds.Closing], stop) is var (print, items) && await report.ReadAsync(meetingId, (int)print.AboutId!, stop) is { } found
            ? new ClosingPrint(print, found, items.ChangesUntil(found.Shown())) : null;
}
