using System.Globalization;
using Bench.Crowds;
using Bench.Processes;

namespace Bench.Importing;

/// <summary>A long dirty roster to a finished preview, against a library that only reads it. Each run in a process of its own.</summary>
static class ImportRun
{
    const int Rows = 20_000, FewRows = 10, People = 160, Sessions = 3;
    const int Rounds = 5;
    const double MostTimes = 3, MostMemory = 3;

    public static async Task RunAsync(Setting setting, Report report)
    {
        var crowd = await Crowd.TakeAsync(setting, "import", People, Sessions);
        var year = crowd.Year.ToString(CultureInfo.InvariantCulture);
        var folder = setting.Fresh("import-rosters");
        var (many, few) = (DirtyRoster.Files(folder, Rows, 1)[0], DirtyRoster.Files(folder, FewRows, 1)[0]);
        string[] preview = [PreviewPart.Word], rest = [crowd.Data.Path, year], library = [MiniExcelPart.Word];
        var (ours, theirs, time, memory) = (new Sample(), new Sample(), new Sample(), new Sample());
        for (var round = 0; round < Rounds; round++)
        {
            var (read, readFew) = (await PartProcess.RunAsync([.. library, many]), await PartProcess.RunAsync([.. library, few]));
            var (seen, seenFew) = (await PartProcess.RunAsync([.. preview, many, .. rest]), await PartProcess.RunAsync([.. preview, few, .. rest]));
            ours.Add(seen.Milliseconds);
            theirs.Add(read.Milliseconds);
            time.Add(seen.Milliseconds / read.Milliseconds);
            memory.Add((seen.PeakMegabytes - seenFew.PeakMegabytes) / (read.PeakMegabytes - readFew.PeakMegabytes));
            if (round == 0) Say(report, many, seen, (read.PeakMegabytes - readFew.PeakMegabytes, seen.PeakMegabytes - seenFew.PeakMegabytes));
        }
        report.Figure($"{Rows} rows read by MiniExcel", theirs.Median, "ms");
        report.Figure($"{Rows} rows to a finished preview", ours.Median, "ms");
        report.AtMost("preview / MiniExcel, time", time.Median, MostTimes);
        report.AtMost("preview / MiniExcel, peak memory above 10 rows", memory.Median, MostMemory);
        var written = await PartProcess.RunAsync([.. preview, many, .. rest, "commit"]);
        report.Figure("commit, timed apart", written.CommitMilliseconds, "ms");
    }

    static void Say(Report report, string file, PartResult seen, (double Theirs, double Ours) memory)
    {
        report.Say("file", $"{new FileInfo(file).Length / 1e6:0.00} MB, {Rounds} rounds, medians; preview found {seen.Said}");
        report.Figure("peak above 10 rows, MiniExcel, first round", memory.Theirs, "MB");
        report.Figure("peak above 10 rows, preview, first round", memory.Ours, "MB");
    }
}
