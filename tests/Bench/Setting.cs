namespace Bench;

/// <summary>What was asked on the command line: one run or all, the folder for the data, the file for the results.</summary>
sealed record Setting(string? Word, string Data, string? Out)
{
    const string Usage = "usage: dotnet run -c Release --project tests/Bench -- [{0}] [--data DIR] [--out FILE]";

    public static Setting Read(string[] args, string[] words)
    {
        string? word = null, data = null, file = null;
        for (var i = 0; i < args.Length; i++)
        {
            if (args[i] is "--data" && i + 1 < args.Length) data = args[++i];
            else if (args[i] is "--out" && i + 1 < args.Length) file = args[++i];
            else if (word is null && words.Contains(args[i])) word = args[i];
            else throw new CannotMeasure(string.Format(null, Usage, string.Join(" | ", words)));
        }
        return new Setting(word, Path.GetFullPath(data ?? Path.Combine(Repository, "artifacts", "bench")), file);
    }

    /// <summary>An empty folder of this name under the data folder.</summary>
    public string Fresh(string name)
    {
        var folder = Path.Combine(Data, name);
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        return folder;
    }

    public static string Repository { get; } = FindRepository();

    static string FindRepository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "EventApp.slnx"))) return folder.FullName;
        throw new CannotMeasure("Bench runs from its place in the repository.");
    }
}

/// <summary>Nothing can be measured here; the message says to a person what to do.</summary>
sealed class CannotMeasure(string message) : Exception(message);
