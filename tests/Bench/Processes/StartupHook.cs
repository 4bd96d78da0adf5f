using System.Net.Sockets;
using System.Runtime;
using System.Text;

/// <summary>
/// Loaded by the runtime into the server under measurement (DOTNET_STARTUP_HOOKS), so that its heap can be read from inside
/// while the program itself stays as it is. Uses nothing but the runtime.
/// </summary>
static class StartupHook
{
    public const string SocketVariable = "BENCH_PROBE";

    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(SocketVariable) is not { Length: > 0 } path) return;
        var listening = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listening.Bind(new UnixDomainSocketEndPoint(path));
        listening.Listen();
        new Thread(() => Answer(listening)) { IsBackground = true, Name = "bench probe" }.Start();
    }

    static void Answer(Socket listening)
    {
        while (true)
        {
            using var asking = listening.Accept();
            asking.Send(Encoding.ASCII.GetBytes(HeapBytes().ToString(null, null)));
        }
    }

    static long HeapBytes()
    {
        for (var i = 0; i < 3; i++)
        {
            GCSettings.LargeObjectHeapCompactionMode = GCLargeObjectHeapCompactionMode.CompactOnce;
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
