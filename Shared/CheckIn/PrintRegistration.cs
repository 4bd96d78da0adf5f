using Microsoft.Extensions.DependencyInjection;
using Shared.CheckIn.Badges;
using Shared.CheckIn.Closing;
using Shared.CheckIn.Paper;

namespace Shared.CheckIn;

static class PrintRegistration
{
    /// <summary>Badges, paper lists and the closing report.</summary>
    public static IServiceCollection AddPrints(this IServiceCollection services) => services
        .AddSingleton<SheetLines>().AddSingleton<BadgeMint>()
        .AddScoped<IssueBadges>().AddScoped<IssueSpares>().AddScoped<ReissueBadge>()
        .AddScoped<BadgeList>().AddScoped<PrintBadges>().AddScoped<PrintedBadges>()
        .AddScoped<SignInSheet>().AddScoped<PaperRoster>().AddScoped<PaperCheckpoints>().AddScoped<PrintSignInSheet>().AddScoped<PrintRoster>().AddScoped<PrintedPaper>()
        .AddScoped<MarkOnPaper>().AddScoped<PaperLookup>()
        .AddScoped<ClosingReport>().AddScoped<PrintClosing>().AddScoped<PrintedClosing>();
}
