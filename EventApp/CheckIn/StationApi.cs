using EventApp.Web;
using Microsoft.AspNetCore.Mvc;

namespace EventApp.CheckIn;

/// <summary>The public HTTP interface of stations, version 1. Every call but enrolling bears a station's token.</summary>
static class StationApi
{
    public static void AddStationApi(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<KnownTokens>();
        builder.Services.AddRateLimiter(StationLimits.AddTo);
        builder.Services.AddHealthChecks().AddCheck<Readiness>("writer");
        builder.AddApiDocument();
    }

    public static void MapStationApi(this WebApplication app)
    {
        // A token is asked for by each call itself: no cookie opens anything here.
        var api = app.MapGroup("/api/v1").AllowAnonymous().DisableAntiforgery().RequireRateLimiting(StationLimits.Station)
            .WithMetadata(new RequestSizeLimitAttribute(ApiCall.MostBytes), new OverPlainHttpAttribute()).AddEndpointFilter(ApiCall.Guard);
        CheckInEndpoints.Map(api);
        DeskEndpoints.Map(api);
        StationEndpoints.Map(api);
        CheckpointEndpoints.Map(api);
        app.MapHealthChecks("/health/ready").AllowAnonymous().WithMetadata(new OverPlainHttpAttribute()).RequireRateLimiting(StationLimits.Station);
        app.MapApiDocument();
        app.Map("/api/{**rest}", (HttpContext http) => ApiProblem.Answer(http, StatusCodes.Status404NotFound, "UnknownCall")).AllowAnonymous().ExcludeFromDescription();
    }
}
