using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shared.Data;
using Shared.Live;
using Shared.Meetings.CarryingOver;

namespace Shared.Shuttles;

public static class ShuttlesSets
{
    public static DbSet<Vehicle> Vehicles(this EventDb db) => db.Set<Vehicle>();
    public static DbSet<DriverLink> DriverLinks(this EventDb db) => db.Set<DriverLink>();

    /// <summary>Told after every committed change of vehicles and their drivers' links.</summary>
    public static LiveTopic Fleets(int meetingId) => new("fleet", meetingId);

    /// <summary>How the audit trail names a vehicle.</summary>
    public static string Subject(int vehicleId) => $"vehicle:{vehicleId}";

    public static IServiceCollection AddShuttles(this IServiceCollection services) => services
        .AddScoped<Fleet>().AddScoped<SaveVehicle>().AddScoped<ICarriedOver, CarriedVehicles>()
        .AddScoped<DriverCard>().AddScoped<DriverLinkCard>().AddScoped<MakeDriverLink>().AddScoped<RenewDriverLink>().AddScoped<EndDriverLink>().AddScoped<OpenDriverLink>();
}
