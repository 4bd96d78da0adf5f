using Microsoft.Extensions.DependencyInjection;
using Shared.CheckIn.Reading;
using Shared.CheckIn.Writing;

namespace Shared.CheckIn;

static class StationWork
{
    /// <summary>The writer, what is asked of it, and what organisers do with checkpoints and stations.</summary>
    public static IServiceCollection AddStationWork(this IServiceCollection services) => services
        .AddSingleton<ReadLanes>().AddSingleton<RosterIndex>().AddSingleton<IShowAtScan, ShowAtDesk>()
        .AddSingleton<DeskSearch>().AddSingleton<UnitCard>().AddSingleton<AddWalkIn>().AddSingleton<BindBadge>().AddSingleton<ReinstateAttendee>()
        .AddSingleton<SubstituteAttendee>().AddSingleton<GiveHandout>().AddSingleton<UndoHandout>()
        .AddSingleton<CheckInWriter>().AddSingleton<ProbeWriter>().AddSingleton<ReadShownAtScan>()
        .AddSingleton<ScanBadge>().AddSingleton<CheckInByHand>().AddSingleton<UndoScan>()
        .AddSingleton<StationByToken>().AddSingleton<StationCard>().AddSingleton<StationPin>().AddScoped<SwitchOperator>().AddSingleton<MarkStationSeen>()
        .AddScoped<SaveCheckpoint>().AddScoped<OpenPairing>().AddScoped<SaveStation>().AddScoped<EnrolStation>().AddScoped<RevokeStation>();
}
