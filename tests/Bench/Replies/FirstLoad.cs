using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Shared.Registration.Replies;

namespace Bench.Replies;

/// <summary>What a phone transfers when a unit's link is opened for the first time: both pages, styles, modules, icon, with their headers.</summary>
static partial class FirstLoad
{
    public static async Task<double> KilobytesAsync(Uri address, ReplyLink link)
    {
        using var http = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer(), AutomaticDecompression = DecompressionMethods.None }) { BaseAddress = address };
        http.DefaultRequestHeaders.Add("Accept-Encoding", "gzip, br");
        var (seen, bytes) = (new HashSet<string>(), 0L);
        var page = $"/reply/{link.ReplyId}";
        bytes += await TakeAsync(http, page, seen);
        using (var opened = await http.PostAsJsonAsync(page + "/open", new { token = link.Token })) bytes += Headers(opened);
        seen.Remove(page);
        bytes += await TakeAsync(http, page, seen);
        return bytes / 1024.0;
    }

    // A page and all that it names, each once.
    static async Task<long> TakeAsync(HttpClient http, string path, HashSet<string> seen)
    {
        if (!seen.Add(path)) return 0;
        using var answer = await http.GetAsync(path);
        if (!answer.IsSuccessStatusCode) throw new CannotMeasure($"{path} was answered with {(int)answer.StatusCode}.");
        var body = await answer.Content.ReadAsByteArrayAsync();
        var bytes = body.Length + Headers(answer);
        var text = await TextAsync(http.BaseAddress!, path, body, answer.Content.Headers.ContentEncoding.Count > 0);
        foreach (Match named in Named().Matches(text))
        {
            var found = new Uri(new Uri(http.BaseAddress!, named.Groups[1].Value.StartsWith('.') ? path : "/"), named.Groups[1].Value).AbsolutePath;
            bytes += await TakeAsync(http, found, seen);
        }
        return bytes;
    }

    // What came packed is read once more unpacked, to see what it names.
    static async Task<string> TextAsync(Uri address, string path, byte[] body, bool packed)
    {
        if (!packed) return System.Text.Encoding.UTF8.GetString(body);
        using var plain = new HttpClient { BaseAddress = address };
        return await plain.GetStringAsync(path);
    }

    static long Headers(HttpResponseMessage answer) => answer.Headers.Concat(answer.Content.Headers).Sum(header => header.Value.Sum(value => header.Key.Length + value.Length + 4)) + 20;

    [GeneratedRegex("(?:(?:href|src)=\"|from \")([^\"#:]+\\.(?:css|js|svg))\"")]
    private static partial Regex Named();
}
