using System.Collections.Concurrent;

namespace Shared.Registration.Importing;

/// <summary>The imports that this process is writing now; any other that is not finished was left behind by one that died.</summary>
public sealed class RunningImports
{
    readonly ConcurrentDictionary<int, bool> running = [];

    internal IDisposable Begin(int importId)
    {
        running[importId] = true;
        return new Running(this, importId);
    }

    internal bool Has(int importId) => running.ContainsKey(importId);

    sealed class Running(RunningImports owner, int importId) : IDisposable
    {
        public void Dispose() => owner.running.TryRemove(importId, out _);
    }
}
