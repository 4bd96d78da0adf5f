namespace Shared.CheckIn;

/// <summary>One scan as a station sends it: a badge's code, or at a desk the person chosen after a search.</summary>
public sealed record ScanAsk
{
    public string? Code { get; init; }
    public int? AttendeeId { get; init; }
    public int CheckpointId { get; init; }

    /// <summary>16 random bytes, one per attempt; a repeat is answered as before and recorded no second time.</summary>
    public Guid? Nonce { get; init; }

    /// <summary>Null alternates where re-entry is allowed and means in elsewhere.</summary>
    public ScanDirection? Direction { get; init; }

    /// <summary>The station's clock; decides only for an offline scan.</summary>
    public DateTimeOffset? ScannedAt { get; init; }
    public bool Offline { get; init; }

    /// <summary>A reason; lifts NotEntitled, NotYetOpen and AlreadyClosed.</summary>
    public string? Override { get; init; }

    /// <summary>Server clock minus station clock in milliseconds, measured at the last contact before the scan; read for an offline scan. At most a century.</summary>
    public long? ClockOffset { get; init; }

    /// <summary>The server's time at the last contact before the scan; an offline scan cannot have happened earlier. Without it the enrolment bounds.</summary>
    public DateTimeOffset? ContactAt { get; init; }

    static readonly long MostOffset = (long)TimeSpan.FromDays(36_525).TotalMilliseconds;

    /// <summary>When an offline scan happened by the station's corrected clock; null online and outside all time.</summary>
    internal DateTime? OfflineAt => Offline && ScannedAt is { } at && (ClockOffset ?? 0) is var offset && offset >= -MostOffset && offset <= MostOffset
        && at.UtcTicks + offset * TimeSpan.TicksPerMillisecond is var ticks && ticks >= DateTime.MinValue.Ticks && ticks <= DateTime.MaxValue.Ticks ? new DateTime(ticks, DateTimeKind.Utc) : null;

    /// <summary>True where it makes sense by itself: one of code and person, a nonce, a time if offline, nothing too long.</summary>
    public bool IsSound => (Code is null) != (AttendeeId is null) && Nonce is not null && Nonce != Guid.Empty
        && (Code is null || BadgeKey.Read(Code) is { Length: > 0 }) && (!Offline || OfflineAt is not null)
        && (Override is null || Override.Trim().Length is > 0 and <= Scan.ReasonLength) && (Direction is null || Enum.IsDefined(Direction.Value));
}
