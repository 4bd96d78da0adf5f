using System.Globalization;

namespace EventApp.Commands;

/// <summary>The words after <c>import</c>.</summary>
sealed record ImportOptions(string File, int? Year, string? Sheet, bool DryRun, bool Json)
{
    public const string DryRunWord = "--dry-run";

    /// <returns>Null where a word is not understood or the file is missing.</returns>
    public static ImportOptions? Parse(string[] args)
    {
        string? file = null, sheet = null;
        int? year = null;
        bool dryRun = false, json = false;
        for (var next = 0; next < args.Length; next++)
            switch (args[next])
            {
                case DryRunWord: dryRun = true; break;
                case "--json": json = true; break;
                case "--sheet" when next + 1 < args.Length: sheet = args[++next]; break;
                case "--meeting" when next + 1 < args.Length && int.TryParse(args[next + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var given):
                    year = given;
                    next++;
                    break;
                case var word when file is null && !word.StartsWith("--", StringComparison.Ordinal): file = word; break;
                default: return null;
            }
        return file is null ? null : new(file, year, sheet, dryRun, json);
    }
}
