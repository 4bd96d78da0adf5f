using Shared.CheckIn;

namespace Shared.Dashboard;

/// <summary>How far a unit is: all its people here, some, none though some are expected, or nobody expected.</summary>
public enum UnitState { All = 1, Some, None, Nobody }

public static class UnitLight
{
    /// <summary>People on leave are not waited for.</summary>
    public static UnitState Of(UnitCount unit) => unit.People switch
    {
        { OnSite: > 0, Absent: 0 } => UnitState.All,
        { OnSite: > 0 } => UnitState.Some,
        { Absent: > 0 } => UnitState.None,
        _ => UnitState.Nobody,
    };
}
