namespace Shared.CheckIn;

/// <summary>Why a request of a station is not even decided: the caller's own fault, never a verdict about a person.</summary>
public enum DeskRefusal
{
    Malformed = 1, UnknownStation, NotThisCheckpoint, NoOperator, CodesOnly, NotYourScan, UnknownScan, UnknownAttendee, UnknownItem, UnknownHandout,
    NonceReused, NothingToUndo, AlreadyUndone, LaterScanFirst, AlreadyGiven, NotASpare, NotReinstatable, AlreadyReplaced, NotComing, NotAPhone, NoConsent, WrongPin, PinLocked, NoPin, UnknownOperator, Failed,
}

/// <summary>What was asked for, or why it was refused.</summary>
public readonly record struct DeskResult<T>(T? Value, DeskRefusal? Refusal = null) where T : class
{
    public static implicit operator DeskResult<T>(T value) => new(value);
    public static implicit operator DeskResult<T>(DeskRefusal refusal) => new(null, refusal);
}
