using EventApp.CheckIn.Badges;
using EventApp.CheckIn.Closing;
using EventApp.CheckIn.Paper;
using Shared.CheckIn;

namespace EventApp.CheckIn;

/// <summary>Badges, paper lists and the closing report: the files they hand out and what they add to a verdict.</summary>
static class PrintEndpoints
{
    public static void AddPrints(this WebApplicationBuilder builder) => builder.Services.AddSingleton<IShowAtScan, ShowSheetLine>();

    public static void MapPrints(this WebApplication app)
    {
        app.MapBadges();
        app.MapClosing();
    }
}
