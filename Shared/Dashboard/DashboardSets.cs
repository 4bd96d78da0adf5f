using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shared.Data;

namespace Shared.Dashboard;

public static class DashboardSets
{
    public static DbSet<DisplayLink> DisplayLinks(this EventDb db) => db.Set<DisplayLink>();

    public static IServiceCollection AddDashboard(this IServiceCollection services) => services
        .AddSingleton<DashboardFeed>().AddSingleton<LiveOverview>().AddSingleton<DashboardParts>()
        .AddSingleton<MissingPeople>().AddSingleton<StationBoard>().AddSingleton<RefusalTally>().AddSingleton<LatestWelcomes>()
        .AddSingleton<CheckpointChoices>().AddSingleton<UnitChoices>().AddSingleton<UnitBoard>().AddSingleton<MeetingOfTheMoment>().AddSingleton<PublicScreen>()
        .AddSingleton<SubjectNames>().AddScoped<DisplayLinkList>().AddScoped<MakeDisplayLink>().AddScoped<RevokeDisplayLink>();
}
