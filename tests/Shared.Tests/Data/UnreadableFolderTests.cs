using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using Shared.Data;
using Shared.Data.Backups;

namespace Shared.Tests.Data;

/// <summary>A folder for backups that is there and yet does not say what lies in it, as a failing stick: asked of by whoever may not read it.</summary>
public sealed class UnreadableFolderTests : IDisposable
{
    const UnixFileMode OpenToAll = (UnixFileMode)0b111_101_101;

    readonly TestDatabase database = new();
    readonly string folder = Directory.CreateTempSubdirectory("event-backup-").FullName;

    public UnreadableFolderTests()
    {
        database.CreateDbContext().Dispose();
        BackupFolder.Write(database.Data, folder);
        if (OperatingSystem.IsWindows()) return;
        File.SetUnixFileMode(database.Data.Path, OpenToAll);
        File.SetUnixFileMode(folder, UnixFileMode.None);
    }

    public void Dispose()
    {
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(folder, OpenToAll);
        Directory.Delete(folder);
        database.Dispose();
    }

    [Fact]
    public void It_is_out_of_reach_and_breaks_neither_the_bar_nor_the_page_of_backups()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows keeps files from people by other means.");
        Assert.Throws<UnauthorizedAccessException>(() => AsNobody(() => BackupList.In(folder)));
        var watch = new BackupWatch(database.Data, TimeProvider.System);
        Assert.Equal((BackupTrouble.Unreachable, true, true), AsNobody(() => (watch.Read(), watch.IsOld, watch.HasChanged)));
        var list = AsNobody(new BackupList(database.Data).Read);
        Assert.Equal((folder, false, 0), (list.Folder, list.Reachable, list.Backups.Count));
    }

    // Whoever runs the tests may be root, who may read everything: the thread asks as somebody else.
    static T AsNobody<T>(Func<T> ask)
    {
        const int nobody = 65534;
        T? answer = default;
        ExceptionDispatchInfo? wrong = null;
        var thread = new Thread(() =>
        {
            _ = SetFileSystemUser(nobody);
            try
            {
                answer = ask();
            }
            catch (Exception thrown)
            {
                wrong = ExceptionDispatchInfo.Capture(thrown);
            }
        });
        thread.Start();
        thread.Join();
        wrong?.Throw();
        return answer!;
    }

    [DllImport("libc", EntryPoint = "setfsuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    static extern int SetFileSystemUser(int user);
}
