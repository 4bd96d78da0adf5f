using Microsoft.Extensions.Logging;
using Shared.CheckIn;

namespace Shared.Dashboard;

/// <summary>One part of the dashboard; <see cref="Failed"/> where it could not be read this time, while the other parts could.</summary>
public sealed record Part<T>(T? Value) where T : class
{
    public bool Failed => Value is null;
}

/// <summary>All that one dashboard shows, in no language, the same object for everyone who looks. A part that has not changed since the last overview is the same object again.</summary>
public sealed record Overview(
    DateTime AsOf, Part<CheckpointNumbers> Numbers, Part<IReadOnlyList<MissingPerson>> Missing,
    Part<IReadOnlyList<StationActivity>> Stations, Part<RefusalNumbers> Refusals,
    Part<IReadOnlyList<PublicWelcome>> Welcomes)
{
    /// <summary>When the absent will have come if people go on coming as now; null where that cannot be told.</summary>
    public DateTime? FinishesAt => Numbers.Value is { } numbers ? Pace.Finish(numbers, AsOf) : null;
}

/// <summary>Reads the parts of a dashboard; one that fails leaves the others.</summary>
public sealed class LiveOverview(CheckpointStatus status, DashboardParts parts, TimeProvider clock, ILogger<LiveOverview> log)
{
    /// <param name="before">The overview last shown; its unchanged parts are taken over.</param>
    public async Task<Overview> ReadAsync(int meetingId, int checkpointId, Overview? before = null, CancellationToken stop = default)
    {
        var asOf = clock.GetUtcNow().UtcDateTime;
        return new(asOf,
            await PartAsync(() => status.ReadAsync(meetingId, checkpointId, stop), before?.Numbers, Same),
            await PartAsync(async () => await parts.Missing.ReadAsync(meetingId, checkpointId, stop), before?.Missing, Enumerable.SequenceEqual),
            await PartAsync(async () => await parts.Stations.ReadAsync(meetingId, stop), before?.Stations, Enumerable.SequenceEqual),
            await PartAsync(async () => await parts.Refusals.ReadAsync(meetingId, checkpointId, stop), before?.Refusals, Same),
            await PartAsync(async () => await parts.Welcomes.ReadAsync(meetingId, checkpointId, stop), before?.Welcomes, Enumerable.SequenceEqual));
    }

    async Task<Part<T>> PartAsync<T>(Func<Task<T?>> read, Part<T>? before, Func<T, T, bool> same) where T : class
    {
        try
        {
            var now = await read();
            return before is { Value: { } old } && now is not null && same(old, now) ? before : new(now);
        }
        catch (Exception wrong) when (wrong is not OperationCanceledException)
        {
            log.LogError(wrong, "A part of the dashboard could not be read: {Part}", typeof(T).Name);
            return before is { Failed: true } ? before : new((T?)null);
        }
    }

    static bool Same(CheckpointNumbers a, CheckpointNumbers b) =>
        a.People == b.People && a.Inside == b.Inside && a.Units.SequenceEqual(b.Units)
        && a.Categories.SequenceEqual(b.Categories) && a.PerTenMinutes.SequenceEqual(b.PerTenMinutes);

    static bool Same(RefusalNumbers a, RefusalNumbers b) => a.ToCheck == b.ToCheck && a.Reasons.SequenceEqual(b.Reasons);
}

/// <summary>The queries beside the numbers.</summary>
public sealed class DashboardParts(MissingPeople missing, StationBoard stations, RefusalTally refusals, LatestWelcomes welcomes)
{
    public MissingPeople Missing { get; } = missing;
    public StationBoard Stations { get; } = stations;
    public RefusalTally Refusals { get; } = refusals;
    public LatestWelcomes Welcomes { get; } = welcomes;
}
