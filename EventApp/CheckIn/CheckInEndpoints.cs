using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Shared.CheckIn;

namespace EventApp.CheckIn;

/// <summary>Scans and their undoing.</summary>
static class CheckInEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/check-ins", Scan).Accepts<ScanAsk>("application/json").Produces<ScanResult>();
        api.MapPost("/check-ins/batch", Batch).Accepts<BatchAsk>("application/json").Produces<BatchAnswer>()
            .WithMetadata(new RequestSizeLimitAttribute(ApiCall.MostBatchBytes));
        api.MapPost("/check-ins/{scanId:long}/undo", Undo).Accepts<UndoBody>("application/json").Produces<UndoResult>();
    }

    static Task<IResult> Scan(HttpContext http, ScanBadge scan) => ApiCall.WithBody(http, ApiJson.Wire.ScanAsk, async (bearer, ask) =>
    {
        var result = await scan.RunAsync(bearer.Caller, ask, http.RequestAborted);
        if (result.Value?.Show is { } show) show.Sheet = ApiTexts.Sheet(http, show.Line);
        return ApiCall.Json(http, result, ApiJson.Wire.ScanResult);
    });

    static Task<IResult> Batch(HttpContext http, ScanBadge scan) => ApiCall.WithBody(http, ApiJson.Wire.BatchAsk, async (bearer, batch) =>
    {
        if (batch.Items is not { } items) return ApiProblem.Refuse(http, DeskRefusal.Malformed);
        if (items.Count > ScanBadge.MostInBatch) return ApiProblem.TooLarge(http);
        var answers = await scan.RunAsync(bearer.Caller, [.. items.Select(Read)]);
        if (answers.Any(answer => answer.Refusal == DeskRefusal.UnknownStation)) return ApiCall.Json(http, (DeskResult<ScanResult>)DeskRefusal.UnknownStation, ApiJson.Wire.ScanResult);
        return ApiCall.Json(new BatchAnswer([.. answers.Select(answer => answer.Refusal is { } refusal
            ? new BatchItem(ApiProblem.StatusOf(refusal), null, ApiProblem.Of(http, refusal)) : new BatchItem(StatusCodes.Status200OK, answer.Value, null))]), ApiJson.Wire.BatchAnswer);
    });

    static Task<IResult> Undo(HttpContext http, UndoScan undo, long scanId) => ApiCall.WithBody(http, ApiJson.Wire.UndoBody, async (bearer, body) =>
        ApiCall.Json(http, await undo.RunAsync(bearer.Caller, new(scanId, body.Reason, body.Nonce)), ApiJson.Wire.UndoResult));

    // One item that cannot be read is that item's fault alone.
    static ScanAsk? Read(JsonElement item)
    {
        try
        {
            return item.Deserialize(ApiJson.Wire.ScanAsk);
        }
        catch (Exception wrong) when (wrong is JsonException or FormatException)
        {
            return null;
        }
    }
}
