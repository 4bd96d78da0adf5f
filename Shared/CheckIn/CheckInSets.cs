using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shared.CheckIn.SettingUp;
using Shared.Data;
using Shared.Live;
using Shared.Meetings.CarryingOver;
using Shared.Registration;

namespace Shared.CheckIn;

public static class CheckInSets
{
    public static DbSet<Badge> Badges(this EventDb db) => db.Set<Badge>();
    public static DbSet<Checkpoint> Checkpoints(this EventDb db) => db.Set<Checkpoint>();
    public static DbSet<Station> Stations(this EventDb db) => db.Set<Station>();
    public static DbSet<Scan> Scans(this EventDb db) => db.Set<Scan>();
    public static DbSet<Presence> Presences(this EventDb db) => db.Set<Presence>();
    public static DbSet<DeskWork> DeskWorks(this EventDb db) => db.Set<DeskWork>();
    public static DbSet<HandoutGiven> HandoutsGiven(this EventDb db) => db.Set<HandoutGiven>();

    /// <summary>Told after every committed change of who is where.</summary>
    public static LiveTopic Arrivals(int meetingId) => new("arrivals", meetingId);

    public static IServiceCollection AddCheckIn(this IServiceCollection services) => services
        .AddPrints()
        .AddSingleton<CheckpointStatus>()
        .AddSingleton<BadgeKey>()
        .AddSingleton<IArrivalCheck, ArrivalCheck>().AddSingleton<ICheckInTies, CheckInTies>()
        .AddScoped<AttendeeHistory>().AddScoped<ReportedIn>().AddScoped<ArrivalList>().AddScoped<ScanList>()
        .AddScoped<SetUpProgress>().AddScoped<SkipStep>().AddScoped<LastStationScan>().AddScoped<ICarriedOver, CarriedCheckpoints>()
        .AddScoped<OwnCard>().AddScoped<OpenMatters>().AddScoped<SettingsCounts>().AddScoped<MyUnits>()
        .AddScoped<CheckpointPlan>().AddScoped<ProposedCheckpoints>().AddScoped<StationRegister>()
        .AddStationWork();
}
