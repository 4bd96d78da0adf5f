using System.Text.RegularExpressions;
using EventApp.Components;
using Microsoft.Extensions.Localization;
using Shared.Meetings;
using Shared.Registration;

namespace EventApp.Access.Auditing;

/// <summary>What an entry keeps beside its deed, line by line in words. What is written otherwise is shown as it is.</summary>
sealed partial class AuditDetails(IStringLocalizer<TrailTexts> trail, IStringLocalizer<AuditTexts> texts, IStringLocalizer<AccessTexts> access)
{
    public IReadOnlyList<string> Lines(string what, string? details, MeetingView meeting)
    {
        if (string.IsNullOrEmpty(details)) return [];
        if (FieldChange.Parse(details) is { Count: > 0 } changes) return [.. changes.Select(change => trail.Sentence(change, meeting))];
        if (details == "[]") return [texts["NothingChanged"]];
        return what switch
        {
            "role-granted" or "role-taken" => [Known(access, "Role_" + details, details)],
            "print" or "export" => Printed(details),
            "roster-imported" or "reply-file-taken" or "organisations-imported" or "staff-imported" => Imported(details),
            "liaison-assigned" => Units().Match(details) is { Success: true } units ? [texts["UnitsOf", units.Groups[1].Value]] : [details],
            "carried-over" => [.. details.Split(", ").Select(part => part.Split(' ') is [var kind, var count] && texts["Carry_" + kind] is { ResourceNotFound: false } ? texts["Carry_" + kind, count].Value : part)],
            "proof-read" or "proof-taken-back" => Read(details),
            "reply-rules-changed" => Rules().Match(details) is { Success: true } rules ? [texts["Deadline", rules.Groups[1].Value], texts["Places", rules.Groups[2].Value]] : [details],
            _ when int.TryParse(details, out _) && texts["Count_" + what] is { ResourceNotFound: false } => [texts["Count_" + what, details]],
            _ => [trail.Detail(what, details) ?? details],
        };
    }

    // Stored as "badge, 4 items, about 1, reason: lost".
    IReadOnlyList<string> Printed(string details) => Print().Match(details) is not { Success: true } print ? [details]
        : [trail.Print(print.Groups["kind"].Value), texts["Items", print.Groups["count"].Value], .. print.Groups["reason"] is { Length: > 0 } reason ? [texts["Reason", reason.Value].Value] : Array.Empty<string>()];

    // Stored as "roster.xlsx <hash> +12 ~3".
    IReadOnlyList<string> Imported(string details)
    {
        if (Import().Match(details) is not { Success: true } import) return [details];
        return [.. Said("file", import => import), .. Said("added", count => texts["Added", count]), .. Said("changed", count => texts["Changed", count])];
        IEnumerable<string> Said(string name, Func<string, string> say) => import.Groups[name] is { Success: true, Value: var value } ? [say(value)] : [];
    }

    // Stored as "First, reader: unit, unit".
    IReadOnlyList<string> Read(string details) => Reading().Match(details) is not { Success: true } reading ? [details]
        : [texts["ReadBy", Known(texts, "Round_" + reading.Groups[1].Value, reading.Groups[1].Value), reading.Groups[2].Value], .. reading.Groups[3] is { Success: true, Value: var units } ? [units] : Array.Empty<string>()];

    static string Known<T>(IStringLocalizer<T> texts, string key, string word) => texts[key] is { ResourceNotFound: false } text ? text : word;

    [GeneratedRegex(@"^(?<kind>[a-z-]+), (?<count>\d+) items(?:, about \d*, reason: (?<reason>.*))?$", RegexOptions.Singleline)]
    private static partial Regex Print();

    [GeneratedRegex(@"^(?:(?<file>.+) [0-9a-fA-F]{64} ?)?(?:\+(?<added>\d+) ?)?(?:~(?<changed>\d+))?$")]
    private static partial Regex Import();

    [GeneratedRegex(@"^(\d+) units")]
    private static partial Regex Units();

    [GeneratedRegex(@"^(\w+), (.+?)(?:: (.+))?$")]
    private static partial Regex Reading();

    [GeneratedRegex(@"^(\d{4}-\d\d-\d\d \d\d:\d\d) ?(.*)$")]
    private static partial Regex Rules();
}
