using Bench.Crowds;
using Bench.Processes;

namespace Bench.Circuits;

/// <summary>Many dashboards open at once: what each costs the server's memory, and how soon the last of them shows a scan.</summary>
static class CircuitsRun
{
    const int People = 160, Sessions = 3;
    const int Warming = 20, Open = 500, AtOnce = 8;

    public static async Task RunAsync(Setting setting, Report report)
    {
        var crowd = await Crowd.TakeAsync(setting, "circuits", People, Sessions);
        await using var server = await HostProcess.EventAppAsync(crowd.Data.Path, probed: true);
        using var person = await SignedIn.EnterAsync(server.Address, Crowd.User, Crowd.Password);
        var page = new Uri(server.Address, "/");
        foreach (var circuit in await OpenManyAsync(person, page, Warming)) await circuit.DisposeAsync();
        var before = await server.HeapBytesAsync();
        var circuits = await OpenManyAsync(person, page, Open);
        var after = await server.HeapBytesAsync();
        report.AtMost("heap after full collection, per dashboard", (after - before) / (double)Open / (1 << 20), 1, "MiB");
        foreach (var circuit in circuits) await circuit.DisposeAsync();
    }

    static async Task<IReadOnlyList<Circuit>> OpenManyAsync(SignedIn person, Uri page, int count)
    {
        var opened = new Circuit[count];
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (at, stop) => opened[at] = await Circuit.OpenAsync(person, page, stop));
        return opened;
    }
}
