namespace Shared.Data;

/// <summary>Held while one server or one writing command owns the data directory; the operating system frees it when the process dies.</summary>
public sealed class ServerLock : IDisposable
{
    readonly FileStream file;

    ServerLock(FileStream file) => this.file = file;

    /// <exception cref="CannotStart">Another process holds the directory.</exception>
    public static ServerLock Take(DataDirectory data) => TryTake(data)
        ?? throw new CannotStart($"Another server already runs on the data directory {data.Path}. Stop it first, or choose another folder with --data.");

    public static ServerLock? TryTake(DataDirectory data)
    {
        try
        {
            return new ServerLock(new FileStream(data.LockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1));
        }
        catch (IOException)
        {
            return null;
        }
    }

    public void Dispose() => file.Dispose();
}
