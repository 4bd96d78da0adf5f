using Shared.CheckIn;

namespace EventApp.CheckIn;

/// <summary>What a station does about itself.</summary>
static class StationEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/stations/enrol", Enrol).Accepts<EnrolBody>("application/json").Produces<EnrolStationResult>().RequireRateLimiting(StationLimits.Pairing);
        api.MapGet("/stations/me", Me).Produces<StationView>();
        api.MapPost("/stations/me/operator", Switch).Accepts<OperatorBody>("application/json").Produces<StationView>();
        api.MapPost("/stations/me/pin", Pin).Accepts<PinBody>("application/json").Produces(StatusCodes.Status204NoContent).RequireRateLimiting(StationLimits.Pairing);
    }

    static Task<IResult> Enrol(HttpContext http, EnrolStation enrol, KnownTokens known) => ApiCall.ReadAsync(http, ApiJson.Wire.EnrolBody, async body =>
    {
        if (await enrol.RunAsync(body.PairingCode, http.RequestAborted) is not { } enrolled) return ApiProblem.Answer(http, StatusCodes.Status401Unauthorized, "WrongPairingCode");
        known.Note(enrolled.Token, works: true);
        return ApiCall.Json(enrolled, ApiJson.Wire.EnrolStationResult);
    });

    static Task<IResult> Me(HttpContext http, StationCard card, MarkStationSeen seen) => ApiCall.WithPass(http, async pass =>
    {
        _ = seen.RunAsync(StationBearer.Of(http)!.Hash, pass);
        return ApiCall.Json(await card.ReadAsync(pass, http.RequestAborted), ApiJson.Wire.StationView);
    });

    static Task<IResult> Switch(HttpContext http, SwitchOperator hand, StationCard card) => ApiCall.WithPass(http, pass => ApiCall.ReadAsync(http, ApiJson.Wire.OperatorBody, async body =>
        await hand.RunAsync(pass, body.OperatorId, body.Pin, http.RequestAborted) is { } refusal ? ApiProblem.Refuse(http, refusal)
            : ApiCall.Json(await card.ReadAsync(pass with { OperatorId = body.OperatorId }, http.RequestAborted), ApiJson.Wire.StationView)));

    static Task<IResult> Pin(HttpContext http, StationPin pin) => ApiCall.WithPass(http, pass => ApiCall.ReadAsync(http, ApiJson.Wire.PinBody, async body =>
        await pin.ReadAsync(pass, body.Pin, http.RequestAborted) ? TypedResults.NoContent() : ApiProblem.Refuse(http, DeskRefusal.WrongPin)));
}
