using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using EventApp.Components;
using EventApp.Web;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.Localization;
using Shared.Access;
using Shared.Registration.Proofing;
using Shared.Registration.Replies;

namespace EventApp.Registration.Replies;

/// <summary>What a unit's reply form asks for: once the link's cookie, then to keep what is typed, to see what colleagues typed, and to send.</summary>
static class ReplyEndpoints
{
    static readonly TimeSpan Remembered = TimeSpan.FromDays(90);
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static void MapReplies(this IEndpointRouteBuilder app)
    {
        app.MapPost("/reply/{id:int}/open", OpenAsync).AllowAnonymous().DisableAntiforgery().RequireRateLimiting(Limits.Address);
        app.MapGet("/reply/{id:int}/state", StateAsync).AllowAnonymous().RequireRateLimiting(ReplyLimits.Form);
        app.MapGet("/reply/{id:int}/form", FormAsync).AllowAnonymous().RequireRateLimiting(ReplyLimits.Form);
        app.MapGet("/reply/{id:int}/links", LinksAsync).AllowAnonymous().RequireRateLimiting(ReplyLimits.Form);
        app.MapGet("/reply/{id:int}/links/{link:int}.png", PictureAsync).AllowAnonymous().RequireRateLimiting(ReplyLimits.Form);
        app.MapPost("/reply/{id:int}/save", SaveAsync).AllowAnonymous().WithMetadata(new RequireAntiforgeryTokenAttribute()).RequireRateLimiting(ReplyLimits.Form);
        app.MapPost("/reply/{id:int}/proof", ProofAsync).AllowAnonymous().WithMetadata(new RequireAntiforgeryTokenAttribute()).RequireRateLimiting(ReplyLimits.Form);
        app.MapPost("/reply/{id:int}/send", SendAsync).AllowAnonymous().WithMetadata(new RequireAntiforgeryTokenAttribute()).RequireRateLimiting(ReplyLimits.Form);
    }

    /// <summary>What a page's script reads as data inside the page.</summary>
    public static string Embedded(object value) => JsonSerializer.Serialize(value, Json);

    // The cookie goes to this link's path alone, so it cannot bear the __Host- prefix; one browser may fill in for two units.
    static string CookieName(HttpContext http) => http.Request.IsHttps ? "__Secure-reply" : "reply";

    /// <summary>The link's token as the browser remembers it; null where it bears none.</summary>
    public static string? Token(HttpContext http) => http.Request.Cookies[CookieName(http)] is { Length: LinkKey.TokenLength } token ? token : null;

    /// <summary>Whether the caller's cookie opens this form.</summary>
    public static async Task<bool> AdmitsAsync(HttpContext http, int id)
    {
        var (pass, known, token) = (http.RequestServices.GetRequiredService<ReplyPass>(), http.RequestServices.GetRequiredService<KnownLinks>(), Token(http));
        var admits = token is not null && await pass.AdmitsAsync(id, token, http.RequestAborted);
        known.Note(id, token, admits);
        return admits;
    }

    static async Task<IResult> OpenAsync(int id, OpenReply body, HttpContext http, ReplyPass pass, KnownLinks known)
    {
        // That staff looks at a form says nothing of its unit.
        var opens = await StaffAsync(http, id) is not null ? pass.AdmitsAsync(id, body.Token, http.RequestAborted) : pass.OpenAsync(id, body.Token, http.RequestAborted);
        if (!await opens) return Closed();
        known.Note(id, body.Token, works: true);
        http.Response.Cookies.Append(CookieName(http), body.Token!, new CookieOptions
        {
            Path = $"/reply/{id}", HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = http.Request.IsHttps, MaxAge = Remembered, IsEssential = true,
        });
        return Results.NoContent();
    }

    static async Task<IResult> StateAsync(int id, HttpContext http, ReplyForm form, IStringLocalizer<ReplyTexts> texts)
    {
        if (!await AdmitsAsync(http, id) || await form.ReadAsync(id, http.RequestAborted) is not { } view) return Closed();
        return Results.Json(ReplyFace.Of(view, texts), Json);
    }

    // For a page that outlived the cookie of its forms.
    static async Task<IResult> FormAsync(int id, HttpContext http, IAntiforgery forms) =>
        await AdmitsAsync(http, id) ? Results.Json(new { Token = forms.GetAndStoreTokens(http).RequestToken }, Json) : Closed();

    static async Task<IResult> SaveAsync(int id, SaveEdits body, HttpContext http, TypeReply type)
    {
        if (!await AdmitsAsync(http, id)) return Closed();
        if (!http.IsOurs()) return Results.Problem(statusCode: StatusCodes.Status400BadRequest);
        if (body.Edits is not { Count: > 0 and <= TypeReply.MostEdits } edits || edits.Any(IsBroken)) return Results.Problem(statusCode: StatusCodes.Status422UnprocessableEntity);
        var results = await type.RunAsync(id, Editor(await StaffAsync(http, id), body.Editor), edits, http.RequestAborted);
        return results is null ? Closed() : Results.Json(results.Select(EditFace.Of), Json);
    }

    static async Task<IResult> SendAsync(int id, SendForm body, HttpContext http, SendReply send)
    {
        if (!await AdmitsAsync(http, id)) return Closed();
        if (!http.IsOurs()) return Results.Problem(statusCode: StatusCodes.Status400BadRequest);
        var staff = await StaffAsync(http, id);
        var result = await send.RunAsync(id, Editor(staff, body.Editor), staff, http.RequestAborted);
        return result is SendReplyResult.NoSuchReply ? Closed() : Results.Json(SendFace.Of(result), Json);
    }

    static async Task<IResult> ProofAsync(int id, ProofForm body, HttpContext http, ConfirmProof confirm)
    {
        if (!await AdmitsAsync(http, id)) return Closed();
        if (!http.IsOurs()) return Results.Problem(statusCode: StatusCodes.Status400BadRequest);
        var staff = await StaffAsync(http, id);
        var result = await confirm.RunAsync(id, body.Version, body.Editor, staff, http.RequestAborted);
        return Results.Json(new { Kind = JsonNamingPolicy.CamelCase.ConvertName(result.ToString()) }, Json);
    }

    static async Task<IResult> LinksAsync(int id, HttpContext http, UnitLinks links)
    {
        if (!await AdmitsAsync(http, id)) return Closed();
        return Results.Json((await links.ReadAsync(id, http.RequestAborted)).Select(one => new { one.Name, Address = Absolute(http, one), Picture = $"/reply/{id}/links/{one.Link.LinkId}.png" }), Json);
    }

    // A picture that a long press saves; a drawing in the page it would not.
    static async Task<IResult> PictureAsync(int id, int link, HttpContext http, UnitLinks links)
    {
        if (!await AdmitsAsync(http, id)) return Closed();
        if ((await links.ReadAsync(id, http.RequestAborted)).FirstOrDefault(one => one.Link.LinkId == link) is not { } found) return Results.NotFound();
        var named = new Microsoft.Net.Http.Headers.ContentDispositionHeaderValue("inline");
        named.SetHttpFileName($"{found.Name}.png");
        http.Response.Headers.ContentDisposition = named.ToString();
        return Results.Bytes(QrPicture.Of(Absolute(http, found)), "image/png");
    }

    static string Absolute(HttpContext http, PersonsLink one) => $"{http.Request.Scheme}://{http.Request.Host}{one.Link.Address}";

    // With a body of its own, so that the answer is not turned into the page for people.
    static IResult Closed() => Results.Problem(statusCode: StatusCodes.Status401Unauthorized);

    static bool IsBroken(ReplyEdit? edit) => edit is null or { Person: null } or { Field: null } or { Before: null } or { Text: null };

    /// <summary>The name of an organiser of the reply's meeting; null for everybody else.</summary>
    public static async Task<string?> StaffAsync(HttpContext http, int id) => http.User.HoldsAnywhere(Roles.Organiser)
        && await http.RequestServices.GetRequiredService<ReplyPass>().MeetingAsync(id, http.RequestAborted) is { } meeting && http.User.Holds(meeting, Roles.Organiser) ? http.User.DisplayName() : null;

    static string Editor(string? staff, string? typed)
    {
        var name = staff ?? Shared.Chinese.TextNormal.Line(typed);
        return name[..Math.Min(name.Length, ReplyDraft.EditorLength)];
    }

    internal sealed record OpenReply(string? Token);

    internal sealed record SaveEdits(string? Editor, IReadOnlyList<ReplyEdit>? Edits);

    internal sealed record SendForm(string? Editor);

    internal sealed record ProofForm(string? Editor, string? Version);
}

/// <summary>How one edit ended, for the form's script.</summary>
sealed record EditFace(string Kind, string? Problem, string? Theirs)
{
    public static EditFace Of(ReplyEditResult result) => result switch
    {
        ReplyEditResult.Kept kept => new("kept", kept.Problem, null),
        ReplyEditResult.Taken taken => new("taken", null, taken.Theirs),
        ReplyEditResult.NotTaken not => new("notTaken", not.Problem, null),
        _ => throw new ArgumentOutOfRangeException(nameof(result)),
    };
}

/// <summary>How sending ended, for the form's script.</summary>
sealed record SendFace(string Kind, int Count, IReadOnlyList<ReplyProblem> Problems)
{
    public static SendFace Of(SendReplyResult result) => result switch
    {
        SendReplyResult.Sent sent => new("sent", sent.Added + sent.Changed + sent.Cancelled, []),
        SendReplyResult.Asked asked => new("asked", asked.Changes, []),
        SendReplyResult.Declined => new("declined", 0, []),
        SendReplyResult.Refused refused => new("refused", refused.Problems.Count, refused.Problems),
        _ => throw new ArgumentOutOfRangeException(nameof(result)),
    };
}
