using Shared.CheckIn;

namespace EventApp.CheckIn;

sealed record UnitStatus(int Id, string Name, int Expected, int Arrived);

/// <summary>A checkpoint's numbers, all of one moment: expected = arrived + onLeave + absent; walk-ins stand apart.</summary>
sealed record StatusAnswer(int Expected, int Arrived, int OnLeave, int Absent, int Inside, int WalkIns)
{
    public required IReadOnlyList<UnitStatus> Units { get; init; }
    public required IReadOnlyList<TenMinutes> PerTenMinutes { get; init; }
    public required DateTime AsOf { get; init; }

    public static StatusAnswer Of(CheckpointNumbers numbers) =>
        new(numbers.People.Expected, numbers.People.Arrived, numbers.People.OnLeave, numbers.People.Absent, numbers.Inside, numbers.People.Unplanned)
        {
            Units = [.. numbers.Units.Select(unit => new UnitStatus(unit.Id, unit.Name, unit.People.Expected, unit.People.Arrived))],
            PerTenMinutes = numbers.PerTenMinutes, AsOf = numbers.AsOf,
        };
}

/// <summary>Where a station may check in, and how it stands there.</summary>
static class CheckpointEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/checkpoints", All).Produces<Items<CheckpointView>>();
        api.MapGet("/checkpoints/{id:int}/status", Status).Produces<StatusAnswer>();
    }

    static Task<IResult> All(HttpContext http, StationCard card) => ApiCall.WithPass(http, async pass =>
        ApiCall.Json(new Items<CheckpointView>(await card.ReadCheckpointsAsync(pass, http.RequestAborted)), ApiJson.Wire.ItemsCheckpointView));

    static Task<IResult> Status(HttpContext http, CheckpointStatus status, int id) => ApiCall.WithPass(http, async pass =>
    {
        if (!pass.MayUse(id)) return ApiProblem.Refuse(http, DeskRefusal.NotThisCheckpoint);
        return await status.ReadAsync(pass.MeetingId, id, http.RequestAborted) is { } numbers ? ApiCall.Json(StatusAnswer.Of(numbers), ApiJson.Wire.StatusAnswer)
            : ApiProblem.Refuse(http, DeskRefusal.NotThisCheckpoint);
    });
}
