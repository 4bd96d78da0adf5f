using Microsoft.Extensions.Options;
using Shared.Data;

namespace EventApp.Web;

/// <summary>What must be true before the first request: settings valid, the data directory ours alone, the schema this program's.</summary>
static class Start
{
    public static void AddJsonConsole(this WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        builder.Logging.AddJsonConsole(json => json.UseUtcTimestamp = true);
    }

    public static async Task<Prepared> PrepareAsync(this WebApplication app)
    {
        try
        {
            _ = app.Services.GetRequiredService<IOptions<LimitSettings>>().Value;
            var held = ServerLock.Take(app.Services.GetRequiredService<DataDirectory>());
            await app.Services.GetRequiredService<DatabaseStart>().RunAsync();
            return new Prepared(held);
        }
        catch (Exception wrong) when (wrong is CannotStart or OptionsValidationException or InvalidOperationException { Source: "Microsoft.Extensions.Configuration.Binder" })
        {
            await Console.Error.WriteLineAsync(wrong is OptionsValidationException settings ? Settings.Explain(settings) : wrong.Message);
            return new Prepared(null);
        }
    }

    public sealed class Prepared(ServerLock? held) : IAsyncDisposable
    {
        public bool Failed => held is null;

        public ValueTask DisposeAsync()
        {
            held?.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
