using Shared.CheckIn;

namespace Shared.Dashboard;

/// <summary>How fast people come and when the last will have come.</summary>
public static class Pace
{
    /// <summary>Beyond this many hours a forecast says nothing.</summary>
    public const int FarthestHours = 12;

    /// <summary>The UTC minute at which the absent will have come if they come as in this slot and the one before; null while nobody comes or nobody is missing.</summary>
    public static DateTime? Finish(CheckpointNumbers numbers, DateTime asOf)
    {
        if (numbers.People.Absent == 0) return null;
        var slot = SlotOf(asOf);
        var since = slot.AddMinutes(-CheckpointStatus.SlotMinutes);
        var came = numbers.PerTenMinutes.Where(ten => ten.At >= since && ten.At <= slot).Sum(ten => ten.Count);
        if (came == 0) return null;
        var minutes = Math.Max(1, (asOf - since).TotalMinutes) / came * numbers.People.Absent;
        return minutes > FarthestHours * 60 ? null : WholeMinute(asOf.AddMinutes(minutes));
    }

    static DateTime SlotOf(DateTime at) => at.AddTicks(-(at.Ticks % TimeSpan.FromMinutes(CheckpointStatus.SlotMinutes).Ticks));

    static DateTime WholeMinute(DateTime at) => at.Ticks % TimeSpan.TicksPerMinute == 0 ? at : at.AddTicks(TimeSpan.TicksPerMinute - at.Ticks % TimeSpan.TicksPerMinute);
}
