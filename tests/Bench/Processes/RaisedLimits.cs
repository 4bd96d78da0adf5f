namespace Bench.Processes;

/// <summary>The product's rate limits as they stand while it is measured. The limiter itself stays in the pipeline.</summary>
static class RaisedLimits
{
    const int Raised = 100_000;

    static readonly string[] Names = ["StationPerSecond", "StationBurst", "AddressPerSecond", "SearchPerSecond", "ReplyPerSecond", "ReplyBurst"];

    public static string[] Arguments => [.. Names.Select(name => $"--Limits:{name}={Raised}")];

    public static string Text => $"{string.Join(", ", Names)} raised to {Raised}";
}
