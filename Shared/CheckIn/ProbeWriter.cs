using Shared.CheckIn.Writing;

namespace Shared.CheckIn;

/// <summary>Asks the writer for an empty transaction.</summary>
public sealed class ProbeWriter(CheckInWriter writer)
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>False where a scan could not be recorded now.</summary>
    public async Task<bool> RunAsync(CancellationToken stop = default)
    {
        try
        {
            return await writer.RunAsync(turn => turn.IsOpen).WaitAsync(Patience, stop);
        }
        catch (Exception cannot) when (cannot is CannotRecord or TimeoutException)
        {
            return false;
        }
    }
}
