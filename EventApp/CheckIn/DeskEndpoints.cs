using Shared.CheckIn;

namespace EventApp.CheckIn;

sealed record SearchBody(string? Q, int CheckpointId);
sealed record BadgeBody(string? Code, string? Reason, Guid? Nonce);
sealed record NonceBody(Guid? Nonce);
sealed record SubstituteBody(string? Name, string? Post, string? Phone, string? Code, Guid? Nonce);
sealed record HandoutBody(string? Item, int? ItemId, int? Count, int? CheckpointId, string? CollectedBy, Guid? Nonce);

/// <summary>What a person at a desk does besides scanning: find, register, bind, replace, hand over.</summary>
static class DeskEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/attendees/search", Search).Accepts<SearchBody>("application/json").Produces<FoundPeople>().RequireRateLimiting(StationLimits.Search);
        api.MapPost("/attendees/walk-in", WalkIn).Accepts<WalkInAsk>("application/json").Produces<DeskPersonResult>();
        api.MapPost("/attendees/{id:int}/badge", Bind).Accepts<BadgeBody>("application/json").Produces<BindBadgeResult>();
        api.MapPost("/attendees/{id:int}/reinstate", Reinstate).Accepts<NonceBody>("application/json").Produces<DeskPersonResult>();
        api.MapPost("/attendees/{id:int}/substitute", Substitute).Accepts<SubstituteBody>("application/json").Produces<SubstituteResult>();
        api.MapPost("/attendees/{id:int}/handouts", Give).Accepts<HandoutBody>("application/json").Produces<HandoutResult>();
        api.MapPost("/attendees/{id:int}/handouts/{handoutId:long}/undo", UndoGiven).Produces<UndoHandoutResult>();
        api.MapGet("/units/{id:int}/attendees", Unit).Produces<UnitPeople>();
    }

    static Task<IResult> Search(HttpContext http, DeskSearch search) => ApiCall.WithPass(http, pass => ApiCall.ReadAsync(http, ApiJson.Wire.SearchBody, async body =>
    {
        if (pass.RefusesDeskWork is { } refused) return ApiProblem.Refuse(http, refused);
        if (!pass.MayUse(body.CheckpointId)) return ApiProblem.Refuse(http, DeskRefusal.NotThisCheckpoint);
        return ApiCall.Json(await search.ReadAsync(pass.MeetingId, body.CheckpointId, body.Q, http.RequestAborted), ApiJson.Wire.FoundPeople);
    }));

    static Task<IResult> WalkIn(HttpContext http, AddWalkIn add) => ApiCall.WithBody(http, ApiJson.Wire.WalkInAsk, async (bearer, body) =>
        ApiCall.Json(http, await add.RunAsync(bearer.Caller, body), ApiJson.Wire.DeskPersonResult));

    static Task<IResult> Bind(HttpContext http, BindBadge bind, int id) => ApiCall.WithBody(http, ApiJson.Wire.BadgeBody, async (bearer, body) =>
        ApiCall.Json(http, await bind.RunAsync(bearer.Caller, new(id, body.Code, body.Reason, body.Nonce)), ApiJson.Wire.BindBadgeResult));

    static Task<IResult> Reinstate(HttpContext http, ReinstateAttendee reinstate, int id) => ApiCall.WithBody(http, ApiJson.Wire.NonceBody, async (bearer, body) =>
        ApiCall.Json(http, await reinstate.RunAsync(bearer.Caller, id, body.Nonce), ApiJson.Wire.DeskPersonResult));

    static Task<IResult> Substitute(HttpContext http, SubstituteAttendee substitute, int id) => ApiCall.WithBody(http, ApiJson.Wire.SubstituteBody, async (bearer, body) =>
        ApiCall.Json(http, await substitute.RunAsync(bearer.Caller, new(id, body.Name, body.Post, body.Phone, body.Code, body.Nonce)), ApiJson.Wire.SubstituteResult));

    static Task<IResult> Give(HttpContext http, GiveHandout give, int id) => ApiCall.WithBody(http, ApiJson.Wire.HandoutBody, async (bearer, body) =>
        ApiCall.Json(http, await give.RunAsync(bearer.Caller, new(id, body.Item, body.Count, body.CheckpointId, body.CollectedBy, body.Nonce) { ItemId = body.ItemId }), ApiJson.Wire.HandoutResult));

    static async Task<IResult> UndoGiven(HttpContext http, UndoHandout undo, int id, long handoutId) => StationBearer.Of(http) is { } bearer
        ? ApiCall.Json(http, await undo.RunAsync(bearer.Caller, id, handoutId), ApiJson.Wire.UndoHandoutResult) : ApiProblem.Refuse(http, DeskRefusal.UnknownStation);

    static Task<IResult> Unit(HttpContext http, UnitCard card, int id, int checkpointId) => ApiCall.WithPass(http, async pass =>
    {
        if (pass.RefusesDeskWork is { } refused) return ApiProblem.Refuse(http, refused);
        if (!pass.MayUse(checkpointId)) return ApiProblem.Refuse(http, DeskRefusal.NotThisCheckpoint);
        if (await card.ReadAsync(pass.MeetingId, id, checkpointId, http.RequestAborted) is not { } unit) return ApiProblem.Answer(http, StatusCodes.Status404NotFound, "UnknownUnit");
        return ApiCall.Json(unit with { Attendees = [.. unit.Attendees.Select(person => person with { Sheet = ApiTexts.Sheet(http, person.Line) })] }, ApiJson.Wire.UnitPeople);
    });
}
