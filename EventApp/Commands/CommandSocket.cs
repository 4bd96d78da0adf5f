using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Shared.Data;

namespace EventApp.Commands;

/// <summary>
/// A local socket in the data directory, open to the directory's owner alone, through which writing commands reach the running server.
/// One line asks (JSON: folder and words); lines answer, each led by <c>o</c>, <c>e</c> (what is printed where) or <c>x</c> (the exit code).
/// </summary>
sealed class CommandSocket(DataDirectory data, IServiceProvider services, ILogger<CommandSocket> log) : BackgroundService
{
    sealed record Asked(string Folder, string[] Words);

    // The operating systems' limit for the address of a local socket, less its end mark.
    const int LongestPath = 103;

    static string PathIn(DataDirectory data) => data.In("command.sock");

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        var path = PathIn(data);
        if (Encoding.UTF8.GetByteCount(path) > LongestPath)
        {
            log.LogWarning("The path of the data directory is too long for a command socket; writing commands wait until the server is stopped.");
            return;
        }
        File.Delete(path);
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(path));
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        socket.Listen();
        try
        {
            while (true) _ = ServeAsync(await socket.AcceptAsync(stop), stop);
        }
        catch (OperationCanceledException)
        {
            File.Delete(path);
        }
    }

    async Task ServeAsync(Socket caller, CancellationToken stop)
    {
        try
        {
            await using var stream = new NetworkStream(caller, ownsSocket: true);
            using var reader = new StreamReader(stream);
            await using var writer = new StreamWriter(stream);
            var asked = JsonSerializer.Deserialize<Asked>(await reader.ReadLineAsync(stop) ?? "null");
            if (asked is null) return;
            await using var scope = services.CreateAsyncScope();
            var run = new ToolRun([], asked.Folder, scope.ServiceProvider, new LedLines(writer, 'o', atOnce: false), new LedLines(writer, 'e', atOnce: true), stop);
            var code = await ToolCommands.RunHereAsync(asked.Words, run);
            await run.Out.FlushAsync(stop);
            await run.Error.FlushAsync(stop);
            await writer.WriteLineAsync($"x{code}");
        }
        catch (Exception wrong) when (wrong is IOException or JsonException or OperationCanceledException)
        {
            log.LogWarning("A command from the local socket ended early: {Reason}", wrong.Message);
        }
    }

    /// <summary>Lets the running server do it. Exit code 2 where the server cannot be reached or went away.</summary>
    public static async Task<int> AskAsync(DataDirectory data, string[] words, ToolRun run)
    {
        try
        {
            using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(PathIn(data)), run.Stop);
            await using var stream = new NetworkStream(socket);
            using var reader = new StreamReader(stream);
            await stream.WriteAsync(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new Asked(run.Folder, words)) + "\n"), run.Stop);
            while (await reader.ReadLineAsync(run.Stop) is { } line)
            {
                if (line is ['x', .. var code]) return int.Parse(code, System.Globalization.CultureInfo.InvariantCulture);
                await (line[0] == 'o' ? run.Out : run.Error).WriteLineAsync(line.AsMemory(1), run.Stop);
            }
        }
        catch (Exception wrong) when (wrong is IOException or SocketException or ArgumentException)
        {
            await run.Error.WriteLineAsync($"The server that holds {data.Path} does not answer ({wrong.Message}). Stop it, or try again in a moment.");
            return 2;
        }
        await run.Error.WriteLineAsync("The server stopped before the command was finished. Start it again and repeat the command.");
        return 2;
    }

    /// <summary>Sends each finished line with its leading letter; what is said to a person <paramref name="atOnce"/>, a long listing as it fills.</summary>
    sealed class LedLines(StreamWriter target, char lead, bool atOnce) : TextWriter
    {
        readonly StringBuilder line = new();

        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value)
        {
            if (value == '\n') Send();
            else if (value != '\r') line.Append(value);
        }

        public override void Flush()
        {
            if (line.Length > 0) Send();
        }

        public override Task FlushAsync(CancellationToken stop)
        {
            Flush();
            return Task.CompletedTask;
        }

        void Send()
        {
            lock (target)
            {
                target.Write(lead);
                target.WriteLine(line);
                if (atOnce) target.Flush();
            }
            line.Clear();
        }
    }
}
