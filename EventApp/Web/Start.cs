using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Shared.Data;

namespace EventApp.Web;

/// <summary>What must be true before the first request: settings valid, the data directory ours alone, the schema this program's, the address free.</summary>
static class Start
{
    public static void AddJsonConsole(this WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        builder.Logging.AddJsonConsole(json => json.UseUtcTimestamp = true);
    }

    /// <returns>The data directory's lock, to be held while the program serves.</returns>
    public static async Task<ServerLock> PrepareAsync(this WebApplication app)
    {
        _ = app.Services.GetRequiredService<IOptions<LimitSettings>>().Value;
        var held = ServerLock.Take(app.Services.GetRequiredService<DataDirectory>());
        await app.Services.GetRequiredService<DatabaseStart>().RunAsync();
        foreach (var url in Urls(app.Configuration)) TryListen(url);
        return held;
    }

    /// <summary>Where to listen, as the setting says.</summary>
    public static string[] Urls(IConfiguration configuration) => (configuration["Urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>What to tell a person of something that is wrong outside the program; null where the program itself is.</summary>
    public static string? Explain(Exception wrong) => wrong switch
    {
        CannotStart or UnauthorizedAccessException or IOException => wrong.Message,
        OptionsValidationException settings => Settings.Explain(settings),
        InvalidOperationException { Source: "Microsoft.Extensions.Configuration.Binder" } => wrong.Message,
        _ => StorageTroubles.Of(wrong) is { } trouble ? StorageTroubles.Sentence(trouble) : null,
    };

    // Kestrel says the same with a page of stack.
    static void TryListen(string url)
    {
        try
        {
            var address = BindingAddress.Parse(url);
            if (address.Scheme is not ("http" or "https") || address.PathBase.Length > 0) throw new FormatException();
            if (address.IsUnixPipe || address.IsNamedPipe || address.Port == 0) return;
            using var listener = new TcpListener(IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) ? ip : address.Host == "localhost" ? IPAddress.Loopback : IPAddress.Any, address.Port);
            listener.Start();
        }
        catch (Exception wrong) when (wrong is FormatException or ArgumentException)
        {
            throw new CannotStart($"{url} is no address to listen at. Give one like http://127.0.0.1:5280 with --urls.");
        }
        catch (SocketException wrong)
        {
            throw new CannotStart($"Nothing can listen at {url} ({wrong.Message}). Stop what does, or choose another address with --urls.");
        }
    }
}
