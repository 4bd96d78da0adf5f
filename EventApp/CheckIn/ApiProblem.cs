using Shared.CheckIn;

namespace EventApp.CheckIn;

/// <summary>RFC 9457, with a sentence in the caller's language and a code that never changes.</summary>
sealed record Problem(string Type, string Title, int Status, string Detail, string Code);

static class ApiProblem
{
    public static IResult Refuse(HttpContext http, DeskRefusal refusal) => Answer(http, StatusOf(refusal), refusal.ToString());

    public static IResult TooLarge(HttpContext http) => Answer(http, StatusCodes.Status413PayloadTooLarge, "TooLarge");

    public static IResult CannotRecord(HttpContext http)
    {
        http.Response.Headers.RetryAfter = "2";
        return Answer(http, StatusCodes.Status503ServiceUnavailable, "CannotRecord");
    }

    public static IResult Answer(HttpContext http, int status, string code)
    {
        if (status == StatusCodes.Status401Unauthorized) http.Response.Headers.WWWAuthenticate = "Bearer";
        return TypedResults.Json(Of(http, status, code), ApiJson.Wire.Problem, "application/problem+json", status);
    }

    public static Problem Of(HttpContext http, DeskRefusal refusal) => Of(http, StatusOf(refusal), refusal.ToString());

    static Problem Of(HttpContext http, int status, string code)
    {
        var name = char.ToLowerInvariant(code[0]) + code[1..];
        return new($"/api/problems#{name}", ApiTexts.Get(http, $"Status{status}"), status, ApiTexts.Get(http, code), name);
    }

    public static int StatusOf(DeskRefusal refusal) => refusal switch
    {
        DeskRefusal.Malformed or DeskRefusal.NoConsent or DeskRefusal.NotAPhone => StatusCodes.Status400BadRequest,
        DeskRefusal.UnknownStation => StatusCodes.Status401Unauthorized,
        DeskRefusal.NotThisCheckpoint or DeskRefusal.NoOperator or DeskRefusal.CodesOnly or DeskRefusal.NotYourScan or DeskRefusal.WrongPin or DeskRefusal.PinLocked or DeskRefusal.NoPin => StatusCodes.Status403Forbidden,
        DeskRefusal.UnknownScan or DeskRefusal.UnknownAttendee or DeskRefusal.UnknownItem or DeskRefusal.UnknownHandout or DeskRefusal.UnknownOperator => StatusCodes.Status404NotFound,
        DeskRefusal.Failed => StatusCodes.Status500InternalServerError,
        _ => StatusCodes.Status409Conflict,
    };
}
