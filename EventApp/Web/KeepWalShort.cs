using Microsoft.Data.Sqlite;
using Shared.Data;

namespace EventApp.Web;

/// <summary>Shortens the write-ahead log while the server runs.</summary>
sealed class KeepWalShort(DataDirectory data, TimeProvider clock, ILogger<KeepWalShort> log) : BackgroundService
{
    static readonly TimeSpan Every = TimeSpan.FromMilliseconds(500), Soon = TimeSpan.FromMilliseconds(50);

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        using var shorten = new ShortenWal(data);
        for (var pause = Every; ; await Task.Delay(pause, clock, stop))
            try
            {
                pause = shorten.Run() ? Soon : Every;
            }
            catch (Exception wrong) when (wrong is SqliteException or IOException)
            {
                // The next beat tries again; a full disk is said by the writer, to those whom it concerns.
                log.LogWarning(wrong, "The write-ahead log could not be shortened");
            }
    }
}
