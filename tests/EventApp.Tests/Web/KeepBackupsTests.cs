using System.Threading.Channels;
using EventApp.Web;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Shared.Data.Backups;
using Shared.Tests;

namespace EventApp.Tests.Web;

public sealed class KeepBackupsTests : IDisposable
{
    readonly TestDatabase database = new();
    readonly string folder = Directory.CreateTempSubdirectory("event-backup-").FullName;
    readonly FakeTimeProvider clock = new(DateTimeOffset.UtcNow);
    readonly Said said = new();

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public KeepBackupsTests()
    {
        database.CreateDbContext().Dispose();
        BackupFolder.Write(database.Data, folder);
    }

    public void Dispose()
    {
        database.Dispose();
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }

    async Task<KeepBackups> StartAsync()
    {
        var keep = new KeepBackups(new(database.Data, clock), new(database.Data, clock), clock, said);
        await keep.StartAsync(Stop);
        return keep;
    }

    // Hours pass until it says something: when it begins to wait for the next one, nobody is told.
    async Task<string> HoursPassAsync()
    {
        while (!said.Lines.Reader.TryPeek(out _))
        {
            clock.Advance(TimeSpan.FromHours(1));
            await Task.Yield();
        }
        return await said.Lines.Reader.ReadAsync(Stop);
    }

    [Fact]
    public async Task The_first_is_made_at_the_start_and_the_next_in_an_hour_in_which_something_changed()
    {
        using var keep = await StartAsync();
        Assert.Contains("was made", await said.Lines.Reader.ReadAsync(Stop));
        File.SetLastWriteTimeUtc(database.Data.Database, DateTime.UtcNow.AddYears(1));
        Assert.Contains("was made", await HoursPassAsync());
        await keep.StopAsync(Stop);
        Assert.InRange(BackupList.In(folder).Count, 2, 100);
    }

    [Fact]
    public async Task A_folder_that_is_gone_is_not_made_anew_and_the_next_hour_tries_again()
    {
        Directory.Delete(folder);
        using var keep = await StartAsync();
        Assert.Contains("Unreachable", await said.Lines.Reader.ReadAsync(Stop));
        Assert.False(Directory.Exists(folder));
        Directory.CreateDirectory(folder);
        Assert.Contains("was made", await HoursPassAsync());
        await keep.StopAsync(Stop);
    }

    [Fact]
    public async Task What_goes_wrong_in_looking_for_the_last_one_ends_neither_the_backups_nor_the_server()
    {
        Directory.CreateDirectory(Path.Combine(folder, "backup-20200101-000000-000"));
        using var keep = new KeepBackups(new(database.Data, new BrokenClock()), new(database.Data, clock), clock, said);
        await keep.StartAsync(Stop);
        Assert.Equal("No backup was made", await said.Lines.Reader.ReadAsync(Stop).AsTask().WaitAsync(TimeSpan.FromSeconds(30), Stop));
        Assert.Contains("was made", await HoursPassAsync());
        await keep.StopAsync(Stop);
    }

    // As a disk that does not answer.
    sealed class BrokenClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => throw new IOException();
    }

    sealed class Said : ILogger<KeepBackups>
    {
        public Channel<string> Lines { get; } = Channel.CreateUnbounded<string>();

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel level) => true;

        public void Log<TState>(LogLevel level, EventId id, TState state, Exception? wrong, Func<TState, Exception?, string> format) => Lines.Writer.TryWrite(format(state, wrong));
    }
}
