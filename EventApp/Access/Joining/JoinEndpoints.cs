using EventApp.Web;
using Microsoft.AspNetCore.Antiforgery;
using Shared.Meetings.Joining;

namespace EventApp.Access.Joining;

/// <summary>What the phone of somebody who joins asks for: once the code's cookie, then whether it is accepted, then to be let in.</summary>
static class JoinEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var join = app.MapGroup(JoinCookie.Path).AllowAnonymous().RequireRateLimiting(Limits.Address);
        join.MapPost("/open", OpenAsync).DisableAntiforgery();
        join.MapGet("/state", StateAsync);
        join.MapPost("/enter", EnterAsync).WithMetadata(new RequireAntiforgeryTokenAttribute());
    }

    // With a body of its own, so that the answer is not turned into the page for people.
    static IResult Closed() => Results.Problem(statusCode: StatusCodes.Status401Unauthorized);

    static async Task<IResult> OpenAsync(OpenJoin body, HttpContext http, JoinDoor door)
    {
        if (!await door.AdmitsAsync(body.Meeting, body.Token, http.RequestAborted)) return Closed();
        new JoinCookie(body.Meeting, body.Token!).Write(http, JoinCookie.Code);
        return Results.NoContent();
    }

    static async Task<IResult> StateAsync(HttpContext http, EnterJoined enter) =>
        await enter.ReadAsync(JoinCookie.Read(http, JoinCookie.Phone)) is { State: var state and not JoinerState.Unknown } ? Results.Json(new { state = state.ToString() }) : Closed();

    static async Task<IResult> EnterAsync(HttpContext http, EnterJoined enter)
    {
        var phone = JoinCookie.Read(http, JoinCookie.Phone);
        if ((await enter.ReadAsync(phone)).State == JoinerState.Unknown) return Closed();
        if (!http.IsOurs()) return Results.BadRequest();
        if (!await enter.RunAsync(phone)) return Results.LocalRedirect(JoinCookie.Path);
        foreach (var name in (string[])[JoinCookie.Code, JoinCookie.Phone]) JoinCookie.Forget(http, name);
        return Results.LocalRedirect("/");
    }

    internal sealed record OpenJoin(int Meeting, string? Token);
}
