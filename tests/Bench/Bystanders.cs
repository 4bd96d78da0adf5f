using System.Globalization;

namespace Bench;

/// <summary>How much of the processors other programs took while a run was measured; on a busy machine figures say little.</summary>
sealed class Bystanders
{
    readonly (long Busy, long All, long Own) began = Read();

    /// <summary>Between 0 and 1, of all cores together; not a number where the system does not tell.</summary>
    public double Share()
    {
        var (busy, all, own) = Read();
        return Math.Max(0, (busy - began.Busy - (own - began.Own)) / (double)(all - began.All));
    }

    // Ticks since start: of all cores, and of this program with the processes it started and has seen end.
    static (long Busy, long All, long Own) Read()
    {
        if (!File.Exists("/proc/stat")) return default;
        var cores = Numbers(File.ReadLines("/proc/stat").First()["cpu".Length..]);
        var process = File.ReadAllText("/proc/self/stat");
        var own = Numbers(process[(process.LastIndexOf(')') + " R ".Length)..]);
        const int idle = 3, wait = 4, user = 10, childrenSystem = 13;
        var all = cores.Take(8).Sum();
        return (all - cores[idle] - cores[wait], all, own[user..(childrenSystem + 1)].Sum());
    }

    static long[] Numbers(string text) =>
        [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(number => long.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : 0)];
}
