using EventApp.Access;
using EventApp.CheckIn;
using EventApp.Dashboard;
using EventApp.Privacy;
using EventApp.Registration;
using EventApp.Seating;
using EventApp.Shuttles;

namespace EventApp;

/// <summary>What the page folders bring to the server: what they stand on, and their addresses.</summary>
static class Rooms
{
    public static void AddRooms(this WebApplicationBuilder builder)
    {
        builder.AddRegistrationPages();
        builder.AddStationApi();
        builder.AddPrints();
        builder.AddSeatingPages();
        builder.AddShuttlePages();
        builder.AddPrivacyPages();
    }

    public static void MapRooms(this WebApplication app)
    {
        app.MapAccess();
        app.MapRegistration();
        app.MapStationApi();
        app.MapPrints();
        app.MapSeating();
        app.MapShuttles();
        app.MapPrivacy();
        app.MapDashboard();
        app.MapScreen();
    }
}
