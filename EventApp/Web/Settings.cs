using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using Shared.Data;

namespace EventApp.Web;

/// <summary>Requests a caller may make; past them the answer is 429 with the seconds to wait.</summary>
public sealed class LimitSettings
{
    [Range(1, 100_000)] public int StationPerSecond { get; set; } = 20;
    [Range(1, 100_000)] public int StationBurst { get; set; } = 100;
    [Range(1, 100_000)] public int AddressPerSecond { get; set; } = 10;
    [Range(1, 100_000)] public int SearchPerSecond { get; set; } = 5;
    [Range(1, 100_000)] public int ReplyPerSecond { get; set; } = 10;
    [Range(1, 100_000)] public int ReplyBurst { get; set; } = 60;
    [Range(1, 1000)] public int SignInPerMinute { get; set; } = 5;
    [Range(1, 1000)] public int PairingPerMinute { get; set; } = 5;
}

/// <summary>When an organiser's page that nobody touches asks for the password again.</summary>
public sealed class LockSettings
{
    [Range(0.02, 480)] public double AfterMinutes { get; set; } = 15;
}

/// <summary>What a sign-in asks for.</summary>
public sealed class SignInSettings
{
    /// <summary>An organiser without an authenticator app or a passkey sets one up before anything else.</summary>
    public bool OrganisersNeedSecondStep { get; set; }
}

/// <summary>Where settings come from and what they may be.</summary>
static class Settings
{
    static readonly Dictionary<string, string> Switches = new() { ["--data"] = "Data", ["--urls"] = "Urls" };

    public static void AddSettings(this WebApplicationBuilder builder, string[] args)
    {
        // Files of a build that is being worked on are sent as they lie on the disk, unpacked; a phone should not have to load them so.
        if (!builder.Environment.IsDevelopment()) builder.Configuration["ReloadStaticAssetsAtRuntime"] = "false";
        builder.Configuration.AddCommandLine(args, Switches);
        builder.Services.AddOptions<LimitSettings>().BindConfiguration("Limits", binder => binder.ErrorOnUnknownConfiguration = true)
            .ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddOptions<SignInSettings>().BindConfiguration("SignIn", binder => binder.ErrorOnUnknownConfiguration = true);
        builder.Services.AddOptions<LockSettings>().BindConfiguration("Lock", binder => binder.ErrorOnUnknownConfiguration = true)
            .ValidateDataAnnotations().ValidateOnStart();
    }

    /// <param name="make">Make the folder where there is none yet.</param>
    public static DataDirectory DataDirectory(this WebApplicationBuilder builder, bool make = true)
    {
        var path = Path.Combine(builder.Environment.ContentRootPath, builder.Configuration["Data"] is { Length: > 0 } set ? set : "data");
        return make ? Shared.Data.DataDirectory.Open(path) : new DataDirectory(Path.GetFullPath(path));
    }

    /// <summary>The plain sentences of a settings error.</summary>
    public static string Explain(OptionsValidationException wrong) => string.Join(Environment.NewLine, wrong.Failures);
}
