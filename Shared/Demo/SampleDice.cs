namespace Shared.Demo;

/// <summary>Draws that are the same on every machine and runtime for one seed (SplitMix64).</summary>
public sealed class SampleDice(ulong seed)
{
    ulong state = seed;

    /// <summary>A number from 0 to below <paramref name="below"/>.</summary>
    public int Next(int below)
    {
        state += 0x9E3779B97F4A7C15;
        var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return (int)((mixed ^ (mixed >> 31)) % (ulong)below);
    }

    public T Pick<T>(IReadOnlyList<T> from) => from[Next(from.Count)];

    /// <summary>All of them in a drawn order.</summary>
    public List<T> Shuffle<T>(IEnumerable<T> items)
    {
        var list = items.ToList();
        for (var last = list.Count - 1; last > 0; last--)
        {
            var other = Next(last + 1);
            (list[last], list[other]) = (list[other], list[last]);
        }
        return list;
    }
}
