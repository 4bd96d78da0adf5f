namespace EventApp.Commands;

/// <summary>What a tool has at hand, whether it runs by itself or inside the running server.</summary>
/// <param name="Args">The words after the tool's own, without --data and --urls.</param>
/// <param name="Folder">Relative paths start here.</param>
sealed record ToolRun(string[] Args, string Folder, IServiceProvider Services, TextWriter Out, TextWriter Error, CancellationToken Stop)
{
    public string PathOf(string given) => Path.Combine(Folder, given);
}

/// <summary>One word of the command line that does one thing and ends with an exit code.</summary>
/// <param name="Writes">Whether with these words it changes the database: while a server runs it goes through that server, else it takes the lock itself. What only reads opens the database read-only.</param>
/// <param name="OwnsFolder">It works on the data directory itself: no database is opened before it, and it never runs inside a server.</param>
sealed record Tool(Func<string[], bool> Writes, Func<ToolRun, Task<int>> RunAsync, bool OwnsFolder = false);
