using System.Globalization;
using System.Text;
using Shared.CheckIn;

namespace EventApp.Dashboard;

/// <summary>The lines of the arrivals curve: above, how many have come; below, how many came in each ten minutes.</summary>
sealed class CurveShape
{
    public const int Width = 640, Height = 220, Left = 44, Right = 612, Top = 12, Foot = 136, BarsTop = 150, BarsFoot = 194;

    /// <summary>Two days of ten minutes; what came before is left of the picture.</summary>
    public const int MostSlots = 288;
    const int SlotsPastLast = 6;
    const int MostTicks = 7;
    static readonly int[] TickSlots = [1, 3, 6, 12, 18, 36, 72, 144];

    readonly DateTime from;
    readonly int[] slots;

    public CurveShape(CheckpointNumbers numbers)
    {
        var (first, last) = (numbers.PerTenMinutes[0].At, numbers.PerTenMinutes[^1].At);
        var now = Slot(first, numbers.AsOf);
        var count = Math.Max(1, Math.Max(Slot(first, last), Math.Min(now, Slot(first, last) + SlotsPastLast)) + 1);
        var dropped = Math.Max(0, count - MostSlots);
        from = first.AddMinutes(dropped * CheckpointStatus.SlotMinutes);
        slots = new int[count - dropped];
        foreach (var ten in numbers.PerTenMinutes)
            if (Slot(from, ten.At) is >= 0 and var at) slots[at] = ten.Count;
            else Before += ten.Count;
        Most = Math.Max(1, Math.Max(numbers.People.Expected, numbers.People.Arrived));
        Peak = new TenMinutes(from.AddMinutes(Array.IndexOf(slots, slots.Max()) * CheckpointStatus.SlotMinutes), slots.Max());
        (Line, Bars) = (DrawLine(), DrawBars());
    }

    public int Before { get; }

    /// <summary>The number at the top of the upper picture.</summary>
    public int Most { get; }

    /// <summary>The busiest ten minutes.</summary>
    public TenMinutes Peak { get; }

    public string Line { get; }
    public string Area => $"{Line}V{Foot}H{Left}Z";
    public string Bars { get; }

    /// <summary>At most seven times along the foot, on whole steps of the venue's clock.</summary>
    public IEnumerable<(double X, string Text)> Ticks(Func<DateTime, DateTime> local)
    {
        var step = TickSlots.FirstOrDefault(step => slots.Length / step < MostTicks, TickSlots[^1]);
        for (var i = 0; i <= slots.Length; i++)
        {
            var at = local(from.AddMinutes(i * CheckpointStatus.SlotMinutes));
            var slotOfDay = (int)at.TimeOfDay.TotalMinutes / CheckpointStatus.SlotMinutes;
            if (slotOfDay % step == 0) yield return (X(i), at.ToString(slotOfDay == 0 ? "MM-dd" : "HH:mm", CultureInfo.InvariantCulture));
        }
    }

    string DrawLine()
    {
        var path = new StringBuilder($"M{Left} {Text(Y(Before))}");
        var sum = Before;
        for (var i = 0; i < slots.Length; i++) path.Append(CultureInfo.InvariantCulture, $"L{Text(X(i + 1))} {Text(Y(sum += slots[i]))}");
        return path.ToString();
    }

    string DrawBars()
    {
        var path = new StringBuilder();
        for (var i = 0; i < slots.Length; i++)
            if (slots[i] > 0)
                path.Append(CultureInfo.InvariantCulture, $"M{Text(X(i) + .5)} {BarsFoot}V{Text(BarsFoot - (BarsFoot - BarsTop) * (double)slots[i] / Peak.Count)}H{Text(X(i + 1) - .5)}V{BarsFoot}Z");
        return path.ToString();
    }

    static int Slot(DateTime from, DateTime at) => (int)Math.Floor((at - from).TotalMinutes / CheckpointStatus.SlotMinutes);

    double X(int slot) => Left + (Right - Left) * (double)slot / slots.Length;

    double Y(int people) => Foot - (Foot - Top) * (double)people / Most;

    static string Text(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
