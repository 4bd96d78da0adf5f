using EventApp.Seating.Printing;
using Shared.CheckIn;

namespace EventApp.Seating;

/// <summary>What the pages of seating stand on, and what seating adds to a verdict.</summary>
static class SeatingEndpoints
{
    public static void AddSeatingPages(this WebApplicationBuilder builder) => builder.Services.AddSingleton<IShowAtScan, ShowSeat>().AddTransient<SeatingDesk>();

    public static void MapSeating(this WebApplication app) => SeatGridFile.Map(app);
}
