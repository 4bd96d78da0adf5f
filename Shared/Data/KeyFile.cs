using System.Security.Cryptography;

namespace Shared.Data;

/// <summary>A secret that lies beside the database, readable by its owner alone.</summary>
public static class KeyFile
{
    public const int Bytes = 32;

    /// <summary>The key in the file; made at first use and on the disk before it is returned.</summary>
    public static byte[] ReadOrMake(string path)
    {
        if (File.Exists(path)) return File.ReadAllBytes(path);
        var made = RandomNumberGenerator.GetBytes(Bytes);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new FileStream(path, options);
        file.Write(made);
        file.Flush(flushToDisk: true);
        return made;
    }
}
