using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Shared.Data;

namespace Faults.Tests;

/// <summary>What a desk was told: the server's word that the scan is recorded.</summary>
sealed record Acknowledged(Guid Nonce, string Code, string Outcome, long ScanId);

/// <summary>A desk of the sample meeting that scans badges over HTTP.</summary>
sealed class Desk(RunningDemo demo, int station) : IDisposable
{
    readonly HttpClient client = new(new SocketsHttpHandler { UseCookies = false })
    {
        BaseAddress = new Uri(demo.Keys.GetProperty("url").GetString()!), Timeout = TimeSpan.FromSeconds(30),
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", demo.Tokens[station]) },
    };

    public static string[] Codes(RunningDemo demo) => [.. demo.Badges.Skip(1).Select(line => line[(line.LastIndexOf(',') + 1)..])];

    public int ReportIn { get; } = demo.Keys.GetProperty("checkpoints")[0].GetProperty("id").GetInt32();

    /// <summary>The status, and what was acknowledged where it is 200.</summary>
    public async Task<(HttpStatusCode Status, Acknowledged? Said)> ScanAsync(string code, Guid nonce, int? checkpoint = null)
    {
        using var answer = await client.PostAsJsonAsync("/api/v1/check-ins", new { code, checkpointId = checkpoint ?? ReportIn, nonce });
        if (answer.StatusCode != HttpStatusCode.OK) return (answer.StatusCode, null);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return (answer.StatusCode, new(nonce, code, body.GetProperty("outcome").GetString()!, body.GetProperty("scanId").GetInt64()));
    }

    public async Task<HttpStatusCode> ReadyAsync()
    {
        using var answer = await client.GetAsync("/health/ready");
        return answer.StatusCode;
    }

    /// <summary>The nonces that stand in the log with this scan's id.</summary>
    public static Dictionary<long, Guid> Recorded(string folder)
    {
        using var connection = SqliteSettings.OpenOwn(new DataDirectory(folder), readOnly: true);
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Id, Nonce FROM Scan WHERE Nonce IS NOT NULL";
        using var rows = command.ExecuteReader();
        var found = new Dictionary<long, Guid>();
        while (rows.Read()) found[rows.GetInt64(0)] = new Guid((byte[])rows[1], bigEndian: true);
        return found;
    }

    public void Dispose() => client.Dispose();
}
