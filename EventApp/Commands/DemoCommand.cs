using EventApp.Web;
using Shared.Demo;

namespace EventApp.Commands;

/// <summary><c>demo</c> serves the sample meeting: a step before the serving that makes or moves it and renews its secrets, and a word once the server listens.</summary>
static class DemoCommand
{
    public const string Word = "demo";

    /// <summary>False where the demo was asked for and the data directory holds something else; a sentence on stderr says so.</summary>
    public static bool AddDemo(this WebApplicationBuilder builder, CommandLine line)
    {
        if (line.Word != Word) return true;
        if (DemoFolder.Refusal(builder.DataDirectory()) is { } why)
        {
            Console.Error.WriteLine(why);
            return false;
        }
        builder.Services.AddSampleMeeting().AddScoped<RenewDemoOrganiser>().AddScoped<RenewDemoStaff>().AddSingleton<DemoSecrets>().AddScoped<PrepareDemo>();
        builder.Services.AddHostedService<AnnounceDemo>();
        return true;
    }

    public static async Task PrepareDemoAsync(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        if (scope.ServiceProvider.GetService<PrepareDemo>() is { } prepare) await prepare.RunAsync();
    }
}
