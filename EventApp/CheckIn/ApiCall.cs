using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Shared.CheckIn;

namespace EventApp.CheckIn;

/// <summary>What every call of the station API has in common: a body that can be read, a token, an answer or a problem.</summary>
static class ApiCall
{
    public const int MostBytes = 16 << 10;
    public const int MostBatchBytes = 512 << 10;

    /// <summary>Reads the body and answers; what is wrong with it is the caller's own fault.</summary>
    public static async Task<IResult> WithBody<T>(HttpContext http, JsonTypeInfo<T> type, Func<StationBearer, T, Task<IResult>> answer) where T : class
    {
        if (StationBearer.Of(http) is not { } bearer) return ApiProblem.Refuse(http, DeskRefusal.UnknownStation);
        return await ReadAsync(http, type, body => answer(bearer, body));
    }

    public static async Task<IResult> ReadAsync<T>(HttpContext http, JsonTypeInfo<T> type, Func<T, Task<IResult>> answer) where T : class
    {
        T? body;
        try
        {
            body = await JsonSerializer.DeserializeAsync(http.Request.BodyReader, type, http.RequestAborted);
        }
        catch (BadHttpRequestException large) when (large.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return ApiProblem.TooLarge(http);
        }
        catch (Exception wrong) when (wrong is JsonException or BadHttpRequestException or FormatException)
        {
            return ApiProblem.Refuse(http, DeskRefusal.Malformed);
        }
        return body is null ? ApiProblem.Refuse(http, DeskRefusal.Malformed) : await answer(body);
    }

    /// <summary>For calls that only read: the station that holds the token.</summary>
    public static async Task<IResult> WithPass(HttpContext http, Func<StationPass, Task<IResult>> answer)
    {
        if (StationBearer.Of(http) is not { } bearer) return ApiProblem.Refuse(http, DeskRefusal.UnknownStation);
        var pass = await http.RequestServices.GetRequiredService<StationByToken>().ReadAsync(bearer.Hash, http.RequestAborted);
        Note(http, bearer, pass is not null);
        return pass is null ? ApiProblem.Refuse(http, DeskRefusal.UnknownStation) : await answer(pass);
    }

    public static IResult Json<T>(T value, JsonTypeInfo<T> type) => TypedResults.Json(value, type);

    public static IResult Json<T>(HttpContext http, DeskResult<T> result, JsonTypeInfo<T> type) where T : class
    {
        if (StationBearer.Of(http) is { } bearer) Note(http, bearer, result.Refusal != DeskRefusal.UnknownStation);
        return result.Refusal is { } refusal ? ApiProblem.Refuse(http, refusal) : TypedResults.Json(result.Value!, type);
    }

    public static void Note(HttpContext http, StationBearer bearer, bool works) => http.RequestServices.GetRequiredService<KnownTokens>().Note(bearer.Token, works);

    /// <summary>Turns what could not be recorded into 503, and keeps pages' error screens out of the API.</summary>
    public static async ValueTask<object?> Guard(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        var http = call.HttpContext;
        try
        {
            return await next(call);
        }
        catch (CannotRecord)
        {
            return ApiProblem.CannotRecord(http);
        }
        catch (Exception failed) when (!http.RequestAborted.IsCancellationRequested)
        {
            http.RequestServices.GetRequiredService<ILogger<Problem>>().LogError(failed, "A call of the station API failed: {Route}", (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText);
            return ApiProblem.Answer(http, StatusCodes.Status500InternalServerError, "Failed");
        }
    }
}
