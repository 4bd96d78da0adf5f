using Microsoft.Extensions.Logging;

namespace Shared.CheckIn;

/// <summary>Gathers what every feature shows at a scan. Slow or failing pieces are left out; the verdict never waits for them.</summary>
public sealed class ReadShownAtScan(IEnumerable<IShowAtScan> pieces, ILogger<ReadShownAtScan> log)
{
    public static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(250);

    readonly IShowAtScan[] pieces = [.. pieces];

    public async ValueTask<ShownAtScan> ReadAsync(ShowAsk ask, CancellationToken stop = default)
    {
        var shown = new ShownAtScan();
        foreach (var piece in pieces)
        {
            try
            {
                var reading = piece.AddAsync(ask, shown, stop);
                if (!reading.IsCompletedSuccessfully) await reading.AsTask().WaitAsync(Longest, stop);
            }
            catch (Exception left) when (left is not OutOfMemoryException)
            {
                log.LogWarning(left, "A piece of what a scan shows was left out: {Piece}", piece.GetType().Name);
            }
        }
        return shown;
    }
}
