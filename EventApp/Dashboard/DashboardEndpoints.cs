using EventApp.Web;
using Shared.Dashboard;

namespace EventApp.Dashboard;

static class DashboardEndpoints
{
    public static void MapDashboard(this WebApplication app) =>
        app.MapGet("/dashboard", async (MeetingOfTheMoment moment, CancellationToken stop) =>
            Results.LocalRedirect(await moment.ReadAsync(stop) is { } year ? $"/{year}/dashboard" : "/")).RequireAuthorization(Policies.Overview);
}
