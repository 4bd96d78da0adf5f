using System.Globalization;
using Shared.Data;

namespace Shared.Tests.Data;

public sealed class OwnThreadTests
{
    [Fact]
    public async Task Long_work_leaves_the_pool_to_those_who_answer() => Assert.False(await OwnThread.RunAsync(() => Thread.CurrentThread.IsThreadPoolThread));

    [Fact]
    public async Task Long_work_stands_behind_others_and_nobody_else_does()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Elsewhere the runtime itself sets the priority.");
        Assert.Equal(10, await OwnThread.RunAsync(Niceness));
        Assert.Equal(0, Niceness());
    }

    [Fact]
    public async Task Long_work_speaks_the_language_of_who_asked()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        Assert.Equal("en", await OwnThread.RunAsync(() => CultureInfo.CurrentUICulture.Name));
    }

    [Fact]
    public async Task What_goes_wrong_or_is_stopped_reaches_who_asked()
    {
        await Assert.ThrowsAsync<InvalidDataException>(() => OwnThread.RunAsync<int>(() => throw new InvalidDataException()));
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        var stopped = OwnThread.RunAsync<int>(() => throw new OperationCanceledException(stop.Token));
        await Assert.ThrowsAsync<TaskCanceledException>(() => stopped);
        Assert.True(stopped.IsCanceled);
    }

    // The nineteenth field of the thread's own line; the second is a name in brackets that may hold spaces.
    static int Niceness() => int.Parse(File.ReadAllText("/proc/thread-self/stat").Split(')')[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries)[16], CultureInfo.InvariantCulture);
}
