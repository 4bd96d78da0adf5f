using Shared.Registration;

namespace Shared.CheckIn;

/// <summary>What a place in the list counts as at one checkpoint: 实到, 请假, 未到, 计划外, or nothing. 应到 is the sum of the first three.</summary>
public enum Standing { Arrived = 1, OnLeave, Absent, Unplanned, NotCounted }

/// <summary>A place in the list with the person who holds it now. A replaced person has no place of their own: the substitute fills it.</summary>
public sealed class Place
{
    public required Attendee Holder { get; init; }
    public Presence? Presence { get; init; }
    public Standing Standing { get; init; }
}

/// <summary>What a substitute takes over: when somebody first arrived on this place, whether it was planned, whether it was on the checkpoint's list.</summary>
sealed record Inheritance(DateTime? FirstAt, bool Planned, bool OnList);
