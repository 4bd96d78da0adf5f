using System.Globalization;
using System.Text.Json;
using Shared.Access;

namespace EventApp.Commands;

/// <summary><c>audit verify</c>: reads the whole audit trail and says whether it is as it was written. Changes nothing.</summary>
static class AuditCommand
{
    const int Whole = 0, Broken = 1, Unusable = 2;
    const string Verify = "verify", Json = "--json";

    static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web);

    public static async Task<int> RunAsync(ToolRun run)
    {
        if (run.Args is not ([Verify] or [Verify, Json] or [Json, Verify]))
        {
            await run.Error.WriteLineAsync($"Usage: EventApp audit {Verify} [{Json}]");
            return Unusable;
        }
        var found = await run.Services.GetRequiredService<AuditChain>().ReadAsync(stop: run.Stop);
        await run.Out.WriteLineAsync(run.Args.Contains(Json) ? InJson(found) : InWords(found));
        return found.Broken is null ? Whole : Broken;
    }

    static string InWords(AuditChainView found) => string.Create(CultureInfo.InvariantCulture, $"{found.Entries} entries; details removed by erasure or retention: {found.Removed}. ") + (found.Broken is { } broken
        ? string.Create(CultureInfo.InvariantCulture, $"Broken: entry {broken.Id} ({broken.HappenedAt:yyyy-MM-dd HH:mm:ss} UTC, {broken.What}) does not follow from the one before, or its details were altered.")
        : "The chain is whole.");

    static string InJson(AuditChainView found) => JsonSerializer.Serialize(new
    {
        found.Entries, found.Removed, Whole = found.Broken is null,
        Broken = found.Broken is { } broken ? new { Entry = broken.Id, At = broken.HappenedAt, broken.What } : null,
    }, Form);
}
