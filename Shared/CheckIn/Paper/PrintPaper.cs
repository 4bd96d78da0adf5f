using Shared.Meetings;

namespace Shared.CheckIn.Paper;

public abstract record PrintPaperResult
{
    public sealed record Recorded(int PrintoutId) : PrintPaperResult;
    public sealed record NoSuchCheckpoint : PrintPaperResult;
    public sealed record NobodyOnIt : PrintPaperResult;
}

/// <summary>Records a checkpoint's sign-in sheet before it is printed: from here on its lines are the lines that verdicts name.</summary>
public sealed class PrintSignInSheet(SignInSheet sheet, RecordPrintout record)
{
    public async Task<PrintPaperResult> RunAsync(int meetingId, int checkpointId, string by, CancellationToken stop = default)
    {
        if (await sheet.ReadAsync(meetingId, checkpointId, stop) is not { } found) return new PrintPaperResult.NoSuchCheckpoint();
        if (found.Rows.Count == 0) return new PrintPaperResult.NobodyOnIt();
        var order = new PrintOrder(meetingId, PrintKinds.SignInSheet, by, AboutId: checkpointId);
        return new PrintPaperResult.Recorded(await record.RunAsync(order, found.Shown(), stop));
    }
}

/// <summary>Records the roster with its boxes before it is printed.</summary>
public sealed class PrintRoster(PaperRoster roster, RecordPrintout record)
{
    public async Task<PrintPaperResult> RunAsync(int meetingId, IReadOnlyCollection<int> checkpointIds, string by, CancellationToken stop = default)
    {
        var found = await roster.ReadAsync(meetingId, checkpointIds, stop);
        if (checkpointIds.Count > 0 && found.Checkpoints.Count == 0) return new PrintPaperResult.NoSuchCheckpoint();
        if (found.Rows.Count == 0) return new PrintPaperResult.NobodyOnIt();
        return new PrintPaperResult.Recorded(await record.RunAsync(new PrintOrder(meetingId, PrintKinds.Roster, by), found.Shown(), stop));
    }
}
