using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shared.CheckIn;
using Shared.Data;
using Shared.Live;
using Shared.Meetings.CarryingOver;
using Shared.Seating.Filling;
using Shared.Seating.Grouping;
using Shared.Seating.Importing;
using Shared.Seating.Placing;
using Shared.Seating.Printing;
using Shared.Seating.Versions;

namespace Shared.Seating;

public static class SeatingSets
{
    public static DbSet<Hall> Halls(this EventDb db) => db.Set<Hall>();
    public static DbSet<Zone> Zones(this EventDb db) => db.Set<Zone>();
    public static DbSet<Seat> Seats(this EventDb db) => db.Set<Seat>();
    public static DbSet<SeatPlan> SeatPlans(this EventDb db) => db.Set<SeatPlan>();
    public static DbSet<Placement> Placements(this EventDb db) => db.Set<Placement>();
    public static DbSet<TablePair> TablePairs(this EventDb db) => db.Set<TablePair>();
    public static DbSet<TableHost> TableHosts(this EventDb db) => db.Set<TableHost>();
    public static DbSet<TableKitchen> TableKitchens(this EventDb db) => db.Set<TableKitchen>();
    public static DbSet<SeatStep> SeatSteps(this EventDb db) => db.Set<SeatStep>();

    /// <summary>Told after every committed change of halls and of who sits where.</summary>
    public static LiveTopic Seats(int meetingId) => new("seats", meetingId);

    public static IServiceCollection AddSeating(this IServiceCollection services) => services
        .AddScoped<HallList>().AddScoped<HallShape>().AddScoped<SaveHall>().AddScoped<RemoveHall>().AddScoped<SaveZone>().AddScoped<RemoveZone>().AddScoped<MarkSeat>()
        .AddScoped<ICarriedOver, CarriedHalls>()
        .AddScoped<SeatMap>().AddScoped<SeatPerson>().AddScoped<SwapSeats>().AddScoped<UnseatPerson>().AddScoped<LockSeat>().AddScoped<UndoSeating>().AddScoped<RedoSeating>()
        .AddScoped<AudienceProposal>().AddScoped<FillAudience>()
        .AddScoped<TableQuestion>().AddScoped<GroupTables>().AddScoped<AskForPair>().AddScoped<ChooseTableHost>().AddScoped<MarkKitchen>().AddScoped<KitchenTables>()
        .AddScoped<SeatVersions>().AddScoped<VersionDifferences>().AddScoped<SaveSeatVersion>().AddScoped<RestoreSeatVersion>()
        .AddScoped<PrintSeats>().AddScoped<PrintedSeats>().AddScoped<TakeSeatGrid>().AddScoped<BuildFromGrid>()
        .AddSingleton<SeatsOf>().AddSingleton<ISeatsWalkIns, SeatWalkIn>();
}
