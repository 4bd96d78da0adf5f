using EventApp.Registration.Importing;
using EventApp.Registration.Own;
using EventApp.Registration.Replies;

namespace EventApp.Registration;

static class RegistrationEndpoints
{
    public static void AddRegistrationPages(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<AttendeeExport>().AddHostedService<ResumeImports>().AddSingleton<KnownLinks>().AddScoped<OwnWords>();
        builder.Services.AddRateLimiter(ReplyLimits.AddTo);
    }

    public static void MapRegistration(this WebApplication app)
    {
        AttendeeExport.Map(app);
        TemplateFiles.Map(app);
        app.MapReplies();
        OwnEndpoints.Map(app);
    }
}
