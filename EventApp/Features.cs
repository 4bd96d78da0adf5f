using EventApp.Web;
using Shared.Access;
using Shared.CheckIn;
using Shared.Dashboard;
using Shared.Data;
using Shared.Live;
using Shared.Meetings;
using Shared.Privacy;
using Shared.Registration;
using Shared.Seating;
using Shared.Seating.Scenes;
using Shared.Shuttles;

namespace EventApp;

/// <summary>The rooms of Shared, from the lowest up; the server and the command line stand on the same ones.</summary>
static class Features
{
    /// <param name="readOnly">For commands that change nothing.</param>
    public static void AddFeatures(this WebApplicationBuilder builder, bool readOnly = false)
    {
        builder.Services.AddData(builder.DataDirectory(make: !readOnly), readOnly);
        if (!readOnly) builder.Services.AddHostedService<KeepWalShort>().AddHostedService<KeepBackups>().AddHostedService<KeepRetention>();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<LiveUpdates>();
        builder.Services.AddLocalization();
        builder.Services.AddAccess();
        builder.Services.AddMeetings();
        builder.Services.AddRegistration();
        builder.Services.AddCheckIn();
        builder.Services.AddSeating();
        builder.Services.AddScenes();
        builder.Services.AddShuttles();
        builder.Services.AddPrivacy();
        builder.Services.AddDashboard();
    }
}
