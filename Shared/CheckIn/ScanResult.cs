using Shared.Registration;

namespace Shared.CheckIn;

/// <summary>What a desk may do with one key about a refusal.</summary>
public enum Remedy { Reinstate = 1, CheckInPerson, Bind }

public sealed record ScannedPerson(int Id, string Name, string Unit, AttendeeCategory Category, string? BadgeNo, int UnitId);

/// <summary>Who was first, where, by whom. Station and operator are null for an entry from a page.</summary>
public sealed record FirstScan(DateTime At, string? Station, string? Operator);

/// <summary>An implied checkpoint recorded along with the scan.</summary>
public sealed record AlsoRecorded(int CheckpointId, long ScanId);

/// <summary>How a scan ended and what the person at the desk needs to see.</summary>
public sealed record ScanResult
{
    public required ScanOutcome Outcome { get; init; }
    public Guid? Nonce { get; init; }
    public required long ScanId { get; init; }
    public required DateTime RecordedAt { get; init; }

    /// <summary>Null where the outcome has nothing to do with hours.</summary>
    public ScanTiming? Timing { get; init; }
    public int Minutes { get; init; }
    public IReadOnlyList<AlsoRecorded> Also { get; init; } = [];
    public ScannedPerson? Attendee { get; init; }
    public FirstScan? First { get; init; }
    public Remedy? Remedy { get; init; }

    /// <summary>An offline scan that would not have been admitted; a human looks at it.</summary>
    public bool Conflict { get; init; }

    /// <summary>Read after the commit; null where it could not be read in time, or the person is unknown.</summary>
    public ShownAtScan? Show { get; init; }
}
