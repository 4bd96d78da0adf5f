using System.Globalization;
using EventApp.Components;
using Microsoft.AspNetCore.WebUtilities;
using Shared.CheckIn;

namespace EventApp.CheckIn.Arrivals;

/// <summary>What the log of attempts shows, as its address says it.</summary>
public sealed record ScansAddress(int Year)
{
    public ScanFilter Filter { get; init; } = new();
    public int Page { get; init; } = 1;

    public string Path => QueryHelpers.AddQueryString($"/{Year}/scans", ((string Name, string? Value)[])
        [
            ("checkpoint", Number(Filter.CheckpointId)), ("station", Number(Filter.StationId)), ("outcome", Filter.Outcome is { } outcome ? AddressWord.Of(outcome) : null),
            ("check", Filter.ToCheck ? "yes" : null), ("page", Page > 1 ? Number(Page) : null),
        ] is var all ? all.Where(pair => pair.Value is not null).Select(pair => KeyValuePair.Create(pair.Name, pair.Value)) : []);

    public static ScansAddress Read(int year, string address)
    {
        var query = new AddressQuery(address);
        return new(year)
        {
            Page = query.Number("page") ?? 1,
            Filter = new()
            {
                CheckpointId = query.Number("checkpoint"), StationId = query.Number("station"),
                Outcome = AddressWord.Read<ScanOutcome>(query.Text("outcome")), ToCheck = query.Text("check") is not null,
            },
        };
    }

    static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
