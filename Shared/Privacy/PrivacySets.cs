using Microsoft.Extensions.DependencyInjection;
using Shared.CheckIn;

namespace Shared.Privacy;

public static class PrivacySets
{
    public static IServiceCollection AddPrivacy(this IServiceCollection services) => services
        .AddScoped<PersonalData>().AddScoped<ErasePerson>()
        .AddScoped<RetentionBoard>().AddScoped<IDueData, RetentionBoard>().AddScoped<SaveRetention>().AddScoped<SettleContact>().AddScoped<RunRetention>();
}
