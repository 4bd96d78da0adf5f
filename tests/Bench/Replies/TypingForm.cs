using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Bench.Load;
using Shared.Registration.Replies;

namespace Bench.Replies;

/// <summary>One unit's form as its script speaks: opened by the link, then one answer that grows.</summary>
sealed partial class TypingForm(HttpClient http, int replyId, int at)
{
    const int Longest = 60;
    string antiforgery = "";
    int typed;

    public int ReplyId => replyId;

    /// <summary>The last text whose keeping was confirmed.</summary>
    public string Last { get; private set; } = "";

    public static async Task<TypingForm> OpenAsync(Uri address, ReplyLink link, int at)
    {
        var http = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer(), PooledConnectionLifetime = Timeout.InfiniteTimeSpan }) { BaseAddress = address };
        var form = new TypingForm(http, link.ReplyId, at);
        using var opened = await http.PostAsJsonAsync($"/reply/{link.ReplyId}/open", new { token = link.Token });
        if (!opened.IsSuccessStatusCode) throw new CannotMeasure($"A reply link was answered with {(int)opened.StatusCode}.");
        form.antiforgery = Token().Match(await http.GetStringAsync($"/reply/{link.ReplyId}")).Groups[1].Value;
        return form;
    }

    /// <summary>Milliseconds of each save. All forms share the beat, as if 74 people pressed keys together; each waits for its answer before the next.</summary>
    public async Task<Sample> TypeAsync(TimeSpan group, TimeSpan time, Sample took)
    {
        using var beat = new PeriodicTimer(group);
        for (var left = time; left > TimeSpan.Zero && await beat.WaitForNextTickAsync(); left -= group)
            took.Add(await SaveAsync());
        return took;
    }

    async Task<double> SaveAsync()
    {
        var text = $"{at}-{typed++} " + new string('铸', typed % Longest);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/reply/{replyId}/save")
        {
            Content = JsonContent.Create(new { editor = "办公室", edits = new[] { new { person = "", field = ReplyFields.Need, before = Last, text } } }),
        };
        request.Headers.Add("RequestVerificationToken", antiforgery);
        var sent = Stopwatch.GetTimestamp();
        using var answer = await http.SendAsync(request);
        var results = await answer.Content.ReadFromJsonAsync<JsonElement>();
        var took = Stopwatch.GetElapsedTime(sent).TotalMilliseconds;
        if (!answer.IsSuccessStatusCode || results[0].GetProperty("kind").GetString() != "kept") throw new CannotMeasure($"A save was answered with {(int)answer.StatusCode}: {results}");
        Last = text;
        return took;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
