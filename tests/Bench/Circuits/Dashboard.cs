using System.Globalization;

namespace Bench.Circuits;

/// <summary>The dashboard's address, and many of them opened.</summary>
static class Dashboard
{
    const int AtOnce = 8;

    public static string Path(int year, int checkpoint) => string.Create(CultureInfo.InvariantCulture, $"/{year}/dashboard?checkpoint={checkpoint}");

    public static async Task<IReadOnlyList<Circuit>> OpenAsync(SignedIn person, Uri page, int count)
    {
        var opened = new Circuit[count];
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (at, stop) => opened[at] = await Circuit.OpenAsync(person, page, stop));
        return opened;
    }
}
