using Shared.Meetings;

namespace Shared.CheckIn.Paper;

/// <summary>A recorded list as it goes on paper: a sheet or a roster. <paramref name="Changes"/> counts what came, went or changed since it was recorded.</summary>
public sealed record PaperPrint(PrintoutView Print, SignInSheetView? Sheet, PaperRosterView? Roster, int Changes);

/// <summary>What to put on the paper of a recorded list.</summary>
public sealed class PrintedPaper(PrintoutLog log, SignInSheet sheets, PaperRoster rosters)
{
    /// <summary>Null where the meeting has no such print, or its checkpoint is out of use.</summary>
    public async Task<PaperPrint?> ReadAsync(int meetingId, int printoutId, CancellationToken stop = default)
    {
        if (await log.ReadAsync(meetingId, printoutId, [PrintKinds.SignInSheet, PrintKinds.Roster], stop) is not var (print, items)) return null;
        if (print.Kind == PrintKinds.Roster)
        {
            var checkpoints = items.Where(item => item.Subject == PaperCheckpoint.Subject).Select(item => (int)item.SubjectId).ToList();
            var roster = await rosters.ReadAsync(meetingId, checkpoints, stop);
            return new PaperPrint(print, null, roster, items.ChangesUntil(roster.Shown()));
        }
        return await sheets.ReadAsync(meetingId, (int)print.AboutId!, stop) is { } sheet ? new PaperPrint(print, sheet, null, items.ChangesUntil(sheet.Shown())) : null;
    }
}
