using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shared.Data;
using Shared.Live;
using Shared.Meetings.CarryingOver;

namespace Shared.Shuttles;

public static class ShuttlesSets
{
    public static DbSet<Vehicle> Vehicles(this EventDb db) => db.Set<Vehicle>();

    /// <summary>Told after every committed change of vehicles.</summary>
    public static LiveTopic Fleets(int meetingId) => new("fleet", meetingId);

    public static IServiceCollection AddShuttles(this IServiceCollection services) => services
        .AddScoped<Fleet>().AddScoped<SaveVehicle>().AddScoped<ICarriedOver, CarriedVehicles>();
}
