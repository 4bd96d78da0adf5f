using System.Diagnostics;
using Bench.Processes;
using MiniExcelLibs;

namespace Bench.Importing;

/// <summary>The rival: a library that reads the same file into rows and does no more.</summary>
static class MiniExcelPart
{
    public const string Word = "mini-excel-part";

    public static Task RunAsync(string[] args)
    {
        var began = Stopwatch.GetTimestamp();
        var rows = MiniExcel.Query(args[0]).ToList();
        var took = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        new PartResult(took, PartResult.Peak(), $"{rows.Count} rows").Print();
        return Task.CompletedTask;
    }
}
