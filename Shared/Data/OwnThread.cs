using System.Runtime.InteropServices;

namespace Shared.Data;

/// <summary>
/// Long computing on a thread of its own, behind everybody else where the processors are short: the pool has no more threads than
/// the machine has processors, and those answer people.
/// </summary>
public static class OwnThread
{
    const int ThisThread = 0, Behind = 10;

    /// <summary>The result of <paramref name="work"/>, or its exception. Never on the caller's thread.</summary>
    public static Task<T> RunAsync<T>(Func<T> work)
    {
        var result = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() =>
        {
            // The runtime leaves a thread's priority alone on Linux; there "process 0" is the thread that asks.
            if (OperatingSystem.IsLinux()) _ = SetPriority(0, ThisThread, Behind);
            try
            {
                result.SetResult(work());
            }
            catch (OperationCanceledException stopped)
            {
                result.SetCanceled(stopped.CancellationToken);
            }
            catch (Exception wrong)
            {
                result.SetException(wrong);
            }
        }) { IsBackground = true, Name = "long work", Priority = ThreadPriority.BelowNormal }.Start();
        return result.Task;
    }

    [DllImport("libc", EntryPoint = "setpriority")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    static extern int SetPriority(int which, uint who, int value);
}
