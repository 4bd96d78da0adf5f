namespace EventApp.Privacy;

static class PrivacyEndpoints
{
    public static void AddPrivacyPages(this WebApplicationBuilder builder) => builder.Services.AddScoped<HeldWords>().AddScoped<PersonExport>();

    public static void MapPrivacy(this WebApplication app) => PersonExport.Map(app);
}
