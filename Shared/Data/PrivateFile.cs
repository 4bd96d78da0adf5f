namespace Shared.Data;

/// <summary>A file readable by its owner alone that appears whole or not at all.</summary>
public static class PrivateFile
{
    /// <summary>On the disk before it bears its name; what bore it before is replaced.</summary>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        var part = Path.Combine(Path.GetDirectoryName(path)!, $".{Path.GetFileName(path)}.part");
        File.Delete(part);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(part, options))
        {
            file.Write(content);
            file.Flush(flushToDisk: true);
        }
        File.Move(part, path, overwrite: true);
    }
}
