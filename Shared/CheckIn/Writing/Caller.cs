namespace Shared.CheckIn.Writing;

/// <summary>Who asks, as the database knows them in this transaction.</summary>
sealed record Caller(int MeetingId)
{
    public int? StationId { get; init; }
    public StationKind? Kind { get; init; }
    public int? OperatorId { get; init; }

    /// <summary>The signed-in person; null for a station.</summary>
    public string? EnteredBy { get; init; }

    /// <summary>For the audit trail.</summary>
    public required string Name { get; init; }
    public DateTime EnrolledAt { get; init; }

    /// <summary>Empty allows all of the meeting.</summary>
    public IReadOnlyList<int> CheckpointIds { get; init; } = [];

    public bool IsStaffed => StationId is null || OperatorId is not null;
    public bool IsKiosk => Kind == StationKind.Kiosk;

    /// <summary>Why this caller may not do what needs a person at the desk; null where it may.</summary>
    public DeskRefusal? RefusesDeskWork => IsKiosk ? DeskRefusal.CodesOnly : IsStaffed ? null : DeskRefusal.NoOperator;

    public bool MayUse(CheckpointFacts? checkpoint) => checkpoint is { Retired: false } && checkpoint.MeetingId == MeetingId
        && (CheckpointIds.Count == 0 || CheckpointIds.Contains(checkpoint.Id));
}

/// <summary>A checkpoint as a decision needs it.</summary>
sealed record CheckpointFacts(int Id, int MeetingId)
{
    public required DateTime OpensAt { get; init; }
    public required DateTime ClosesAt { get; init; }
    public required HoursRule Hours { get; init; }
    public required EntryRule Entry { get; init; }
    public required Admission Admits { get; init; }
    public required int CategoryBits { get; init; }
    public required bool Retired { get; init; }
    public required TimeZoneInfo Zone { get; init; }
    public required IReadOnlyList<int> Implied { get; init; }
}
