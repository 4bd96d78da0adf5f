using Microsoft.Extensions.DependencyInjection;

namespace Shared.Demo;

public static class DemoSets
{
    public static IServiceCollection AddSampleMeeting(this IServiceCollection services) => services
        .AddScoped<MakeSampleMeeting>().AddScoped<MoveSampleMeeting>().AddScoped<RenewSampleStations>().AddScoped<SampleKeys>();
}
