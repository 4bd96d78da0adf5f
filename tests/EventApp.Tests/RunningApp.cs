using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Shared.Data;

namespace EventApp.Tests;

/// <summary>The real program on a real port with a data directory of its own, gone with the test.</summary>
public sealed class RunningApp : WebApplicationFactory<Program>
{
    public const string Password = "correct horse battery";

    public DataDirectory Data { get; } = DataDirectory.Open(Directory.CreateTempSubdirectory("event-app-").FullName);

    readonly string[] settings;
    readonly List<IAsyncDisposable> visitors = [];

    /// <param name="settings">Key=value, over those of appsettings.json.</param>
    public RunningApp(params string[] settings)
    {
        this.settings = settings;
        // Migrating an empty file is shown where it is meant; three hundred programs need not pay for it.
        Shared.Tests.TestDatabase.CopyTo(Data);
        UseKestrel(0);
        StartServer();
    }

    public string Address => ClientOptions.BaseAddress.ToString();

    public T Get<T>() where T : notnull => Services.GetRequiredService<T>();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Data", Data.Path);
        builder.UseSetting("Urls", "http://127.0.0.1:0");
        builder.UseSetting("Logging:LogLevel:Default", "Error");
        builder.UseSetting("Logging:LogLevel:Microsoft.Hosting.Lifetime", "Error");
        builder.UseSetting("Logging:LogLevel:Microsoft", "Error");
        builder.UseSetting("Limits:SignInPerMinute", "1000");
        // What a password costs is the framework's affair; a thousand sign-ins need not pay it.
        builder.ConfigureServices(services => services.PostConfigure<Microsoft.AspNetCore.Identity.PasswordHasherOptions>(hasher => hasher.IterationCount = 1000));
        foreach (var setting in settings) builder.UseSetting(setting.Split('=')[0], setting.Split('=')[1]);
    }

    /// <summary>Leaves before the program ends: what still shows its pages would go on asking for them.</summary>
    public void Admit(IAsyncDisposable visitor)
    {
        lock (visitors) visitors.Add(visitor);
    }

    /// <summary>A client that follows no redirects and keeps its cookies.</summary>
    public HttpClient Anonymous() => new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() })
    {
        BaseAddress = ClientOptions.BaseAddress,
    };

    public override async ValueTask DisposeAsync()
    {
        foreach (var visitor in visitors) await visitor.DisposeAsync();
        await base.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Data.Path, recursive: true);
    }
}
