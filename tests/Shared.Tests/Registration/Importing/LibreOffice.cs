using System.Diagnostics;

namespace Shared.Tests.Registration.Importing;

/// <summary>The other program that people open our files with.</summary>
static class LibreOffice
{
    /// <summary>Null where it is not installed.</summary>
    public static readonly string? Program = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, "soffice")).FirstOrDefault(File.Exists);

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Turns every xlsx of a folder into another kind, beside it.</summary>
    public static async Task ConvertAsync(string folder, string kind, string? into = null)
    {
        var start = new ProcessStartInfo(Program!) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[$"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", kind, "--outdir", into ?? folder, .. Directory.GetFiles(folder, "*.xlsx")])
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        await process.StandardOutput.ReadToEndAsync(Stop);
        await process.WaitForExitAsync(Stop);
    }

    /// <summary>The file as somebody opens and saves it there; null where the program is not installed.</summary>
    public static async Task<byte[]?> SaveAgainAsync(byte[] xlsx)
    {
        if (Program is null) return null;
        var folder = Directory.CreateTempSubdirectory("saved-").FullName;
        await File.WriteAllBytesAsync(Path.Combine(folder, "file.xlsx"), xlsx, Stop);
        await ConvertAsync(folder, "xlsx", Path.Combine(folder, "again"));
        var saved = await File.ReadAllBytesAsync(Path.Combine(folder, "again", "file.xlsx"), Stop);
        Directory.Delete(folder, recursive: true);
        return saved;
    }
}
