namespace Shared.CheckIn;

/// <summary>Nothing can be written now: the database is locked, the disk is full, the queue is too long, or the program stops. Nothing of the request was kept.</summary>
public sealed class CannotRecord(string message, Exception? inner = null) : Exception(message, inner);
