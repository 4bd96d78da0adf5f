using EventApp.Registration.Catering;
using EventApp.Registration.Importing;
using EventApp.Registration.Own;
using EventApp.Registration.Replies;
using EventApp.Registration.Replies.Files;

namespace EventApp.Registration;

static class RegistrationEndpoints
{
    public static void AddRegistrationPages(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<AttendeeExport>().AddScoped<CateringExport>().AddHostedService<ResumeImports>().AddScoped<OwnWords>().AddScoped<HandOutFiles>();
        builder.Services.AddRateLimiter(ReplyLimits.AddTo).AddRateLimiter(OwnEndpoints.AddLimitTo);
    }

    public static void MapRegistration(this WebApplication app)
    {
        AttendeeExport.Map(app);
        CateringExport.Map(app);
        TemplateFiles.Map(app);
        app.MapReplies();
        OwnEndpoints.Map(app);
        app.MapReplyFiles();
    }
}
