using Shared.CheckIn.Writing;

namespace Shared.CheckIn;

/// <summary>One person entered from a page.</summary>
public sealed record HandEntry(int MeetingId, int CheckpointId, int AttendeeId)
{
    /// <summary>List for the arrivals list, Paper for marks on a sheet.</summary>
    public ScanSource Source { get; init; } = ScanSource.List;

    /// <summary>The time written on paper (UTC); null takes the server's clock. It decides hours and day.</summary>
    public DateTime? OccurredAt { get; init; }
    public ScanDirection? Direction { get; init; }

    /// <summary>A reason; lifts NotEntitled, NotYetOpen and AlreadyClosed.</summary>
    public string? Override { get; init; }
}

/// <summary>Checks a person in from an organiser's page, by the same rules and the same writer as a scan.</summary>
public sealed class CheckInByHand(CheckInWriter writer, BadgeKey key)
{
    /// <param name="who">The signed-in person, as shown to people.</param>
    /// <exception cref="CannotRecord" />
    public Task<DeskResult<ScanResult>> RunAsync(HandEntry entry, string who)
    {
        if (entry.Override?.Trim().Length is 0 or > Scan.ReasonLength) return Task.FromResult<DeskResult<ScanResult>>(DeskRefusal.Malformed);
        var (caller, scan) = (CallerAsk.Person(entry.MeetingId, who), new ScanCase
        {
            CheckpointId = entry.CheckpointId, AttendeeId = entry.AttendeeId, Source = entry.Source, WrittenAt = entry.OccurredAt,
            Direction = entry.Direction, Override = entry.Override?.Trim(),
        });
        return writer.RunAsync(turn => ScanDecision.Run(turn, key, caller, scan));
    }
}
