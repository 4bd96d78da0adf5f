namespace Bench;

/// <summary>Measured values of one kind. Safe for one thread at a time.</summary>
sealed class Sample(int expected = 1024)
{
    readonly List<double> values = new(expected);
    bool sorted = true;

    public static Sample Of(IEnumerable<double> values)
    {
        var sample = new Sample();
        foreach (var value in values) sample.Add(value);
        return sample;
    }

    public int Count => values.Count;
    public double Largest => At(1);

    public void Add(double value)
    {
        values.Add(value);
        sorted = false;
    }

    public void Add(Sample other)
    {
        values.AddRange(other.values);
        sorted = false;
    }

    /// <summary>The smallest value that this share (0 to 1) of all values does not pass; not a number where there are none.</summary>
    public double At(double share)
    {
        if (values.Count == 0) return double.NaN;
        if (!sorted) values.Sort();
        sorted = true;
        return values[Math.Clamp((int)Math.Ceiling(share * values.Count) - 1, 0, values.Count - 1)];
    }

    public double Median => At(0.5);
}
