using System.Globalization;
using EventApp.Components;
using Microsoft.AspNetCore.WebUtilities;
using Shared.CheckIn;
using Shared.Dashboard;

namespace EventApp.CheckIn.Arrivals;

/// <summary>What the log of attempts shows, as its address says it.</summary>
public sealed record ScansAddress(int Year)
{
    static readonly string RecentWord = Number(StationBoard.RecentMinutes) + "m";

    public ScanFilter Filter { get; init; } = new();
    public int Page { get; init; } = 1;

    /// <summary>Only the last <see cref="StationBoard.RecentMinutes"/> minutes, as the dashboard counts a station's attempts.</summary>
    public bool Recent { get; init; }

    public string Path => QueryHelpers.AddQueryString($"/{Year}/scans", ((string Name, string? Value)[])
        [
            ("checkpoint", Number(Filter.CheckpointId)), ("station", Number(Filter.StationId)), ("outcome", Filter.Outcome is { } outcome ? AddressWord.Of(outcome) : null),
            ("check", Filter.ToCheck ? "yes" : null), ("since", Recent ? RecentWord : null), ("page", Page > 1 ? Number(Page) : null),
        ] is var all ? all.Where(pair => pair.Value is not null).Select(pair => KeyValuePair.Create(pair.Name, pair.Value)) : []);

    public static ScansAddress Read(int year, string address)
    {
        var query = new AddressQuery(address);
        return new(year)
        {
            Page = query.Number("page") ?? 1, Recent = query.Text("since") == RecentWord,
            Filter = new()
            {
                CheckpointId = query.Number("checkpoint"), StationId = query.Number("station"),
                Outcome = AddressWord.Read<ScanOutcome>(query.Text("outcome")), ToCheck = query.Text("check") is not null,
            },
        };
    }

    static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
