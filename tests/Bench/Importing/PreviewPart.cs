using System.Diagnostics;
using System.Globalization;
using Bench.Crowds;
using Bench.Processes;
using Shared.Access;
using Shared.Data;
using Shared.Data.Sheets;
using Shared.Live;
using Shared.Meetings;
using Shared.Meetings.Importing;
using Shared.Registration.Importing;

namespace Bench.Importing;

/// <summary>The product's way from a file to a finished preview, and on to the written list, in a process of its own.</summary>
static class PreviewPart
{
    public const string Word = "preview-part";

    /// <summary>Words: the file, the data directory, the year, and <c>commit</c> where the preview is to be written too.</summary>
    public static async Task RunAsync(string[] args)
    {
        var dbs = new Contexts(DataDirectory.Open(args[1]));
        // A server has its database open long before a file comes; the program for reading files is as cold here as its rival's.
        var meeting = await new MeetingCalendar(dbs).ReadAsync(int.Parse(args[2], CultureInfo.InvariantCulture)) ?? throw new CannotMeasure("There is no such meeting.");
        var began = Stopwatch.GetTimestamp();
        await using var stream = File.OpenRead(args[0]);
        if (await ReceivedFile.OpenAsync(Path.GetFileName(args[0]), stream) is not SheetFileResult.Opened { File: var file }) throw new CannotMeasure("The file was refused.");
        var known = await new KnownRoster(dbs).ReadAsync(meeting);
        var (preview, refusal, _) = RosterFile.Preview(file, null, known);
        if (preview is null) throw new CannotMeasure($"The file was refused: {refusal}");
        var summary = preview.Summary();
        var took = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        var peak = PartResult.Peak();
        var commit = args is [.., "commit"] ? await CommitAsync(dbs, preview, file, known) : 0;
        new PartResult(took, peak, $"{summary}", commit).Print();
    }

    static async Task<double> CommitAsync(Contexts dbs, RosterPreview preview, SheetFile file, KnownRosterView known)
    {
        var began = Stopwatch.GetTimestamp();
        var import = new ImportRoster(dbs, new AuditTrail(dbs, TimeProvider.System), new LiveUpdates(), new RunningImports());
        var result = await import.RunAsync(RosterPlan.Of(preview, file.Name, file.Sha256), known, "Bench");
        return result is ImportRosterResult.Imported ? Stopwatch.GetElapsedTime(began).TotalMilliseconds
            : throw new CannotMeasure($"The list was not written: {result}");
    }
}
