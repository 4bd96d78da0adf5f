namespace Bench;

/// <summary>The words of the command line. A run is what people ask for; a part is what a run starts in a process of its own.</summary>
static class Runs
{
    static readonly (string Word, Func<Setting, Report, Task> Run)[] All =
    [
        ("check-in", CheckIn.CheckInRun.RunAsync),
        ("import", Importing.ImportRun.RunAsync),
        ("search", Search.SearchRun.RunAsync),
        ("replies", Replies.RepliesRun.RunAsync),
        ("handover", Handover.HandoverRun.RunAsync),
        ("circuits", Circuits.CircuitsRun.RunAsync),
        ("map", Circuits.MapRun.RunAsync),
        ("seating", Seating.SeatingRun.RunAsync),
    ];

    // Its rival takes three quarters of an hour.
    const string AskedForAlone = "seating";

    static readonly Dictionary<string, Func<string[], Task>> Parts = new(StringComparer.Ordinal)
    {
        [CheckIn.EmptyHost.Word] = CheckIn.EmptyHost.RunAsync,
        [CheckIn.TextbookHost.Word] = CheckIn.TextbookHost.RunAsync,
        [Importing.PreviewPart.Word] = Importing.PreviewPart.RunAsync,
        [Importing.MiniExcelPart.Word] = Importing.MiniExcelPart.RunAsync,
    };

    /// <summary>0 where every limit holds, 1 where one is missed, 2 where nothing could be measured.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        if (args is [var part, .. var rest] && Parts.TryGetValue(part, out var run))
        {
            await run(rest);
            return 0;
        }
        if (args is ["seating", .. var one] && (one.Contains("--instance") || one.Contains("--make"))) return Seating.SeatingPart.Run(one);
        if (args is ["seating-replan", .. var change]) return Seating.SeatingPart.Replan(change);
        try
        {
            return await MeasureAsync(Setting.Read(args, [.. All.Select(one => one.Word)]));
        }
        catch (CannotMeasure why)
        {
            await Console.Error.WriteLineAsync(why.Message);
            return 2;
        }
    }

    static async Task<int> MeasureAsync(Setting setting)
    {
        var report = new Report();
        Machine.Describe(setting, report);
        foreach (var (word, run) in All)
        {
            if (setting.Word is null ? word == AskedForAlone : setting.Word != word) continue;
            report.Begin(word);
            var bystanders = new Bystanders();
            try
            {
                await run(setting, report);
            }
            catch (Exception why) when (why is CannotMeasure or HttpRequestException or IOException or TimeoutException)
            {
                // What was measured before, and the other runs, are worth having.
                report.Broke(why.Message);
            }
            report.Figure("processors taken by other programs meanwhile", bystanders.Share() * 100, "%");
        }
        report.End(setting.Out);
        return report.HasBroken ? 2 : report.Missed ? 1 : 0;
    }
}
