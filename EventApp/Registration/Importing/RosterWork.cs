using Shared.Data;
using Shared.Data.Sheets;
using Shared.Meetings;
using Shared.Meetings.Importing;
using Shared.Registration.Importing;

namespace EventApp.Registration.Importing;

/// <summary>One file on its way into a meeting: opened, previewed, mended, written. Belongs to one open page.</summary>
sealed class RosterWork(KnownRoster roster, ImportRoster import)
{
    SheetFile? file;
    KnownRosterView? known;

    public RosterPreview? Preview { get; private set; }
    public string FileName => file?.Name ?? "";

    /// <summary>Why the file cannot be used; null where it can, or where a sheet has to be chosen.</summary>
    public FileRefusal? Refusal { get; private set; }

    /// <summary>The sheets that hold a list, where there are several.</summary>
    public IReadOnlyList<string> Sheets { get; private set; } = [];

    public async Task OpenAsync(MeetingView meeting, string name, Stream stream, IProgress<int> rowsRead, CancellationToken stop)
    {
        (file, Preview, Refusal, Sheets) = (null, null, null, []);
        var opened = await ReceivedFile.OpenAsync(name, stream, stop);
        if (opened is SheetFileResult.Refused refused) Refusal = refused.Why;
        if (opened is not SheetFileResult.Opened { File: var found }) return;
        file = found;
        known = await roster.ReadAsync(meeting, stop);
        await ReadAsync(null, rowsRead, stop);
    }

    /// <summary>Reads the sheet named, or the one that holds a list; away from the page, which stays alive meanwhile.</summary>
    public async Task ReadAsync(string? sheet, IProgress<int> rowsRead, CancellationToken stop)
    {
        var (preview, refusal, sheets) = await OwnThread.RunAsync(() => RosterFile.Preview(file!, sheet, known!, rowsRead, stop));
        (Preview, Refusal, Sheets) = (preview, refusal == FileRefusal.SeveralSheets ? null : refusal, sheets);
    }

    public RosterPlan Plan() => RosterPlan.Of(Preview!, file!.Name, file.Sha256);

    public Task<ImportRosterResult> WriteAsync(RosterPlan plan, string who, IProgress<int> written, CancellationToken stop) =>
        Task.Run(() => import.RunAsync(plan, known!, who, written, stop), CancellationToken.None);
}
