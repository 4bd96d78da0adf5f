using Microsoft.Extensions.Time.Testing;
using Shared.CheckIn;
using Shared.Data.Backups;
using Shared.Meetings;
using Shared.Registration;
using Shared.Registration.Replies;
using Shared.Tests.Registration;

namespace Shared.Tests.CheckIn;

public sealed class OpenMattersTests : IDisposable
{
    readonly Rosters rosters = new();
    readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 10, 1, 0, 0, 0, TimeSpan.Zero));

    public void Dispose() => rosters.Dispose();

    async Task<string> ReadAsync()
    {
        var meeting = await new MeetingCalendar(rosters.Database).ReadAsync(2026, TestContext.Current.CancellationToken);
        var matters = await new OpenMatters(rosters.Database, new BackupWatch(rosters.Database.Data, clock), new Shared.Privacy.RetentionBoard(rosters.Database, clock), clock).ReadAsync(meeting!, TestContext.Current.CancellationToken);
        return string.Join(' ', matters.Select(m => $"{m.Matter}:{m.Count}"));
    }

    [Fact]
    public async Task A_new_meeting_misses_its_first_steps() =>
        Assert.Equal("ReplyUnsent:2 NoPeople:1 NoCheckpoint:1 NoStation:1 NoPrivacyNotice:1 NoLiaison:2", await ReadAsync());

    [Fact]
    public async Task Units_without_an_invitation_are_told_until_the_deadline_and_people_are_awaited_once_one_was_sent()
    {
        Reply Sent(Unit unit) => new() { MeetingId = rosters.Meeting.Id, UnitId = unit.Id, Nonce = [1], SentAt = clock.GetUtcNow().UtcDateTime };
        rosters.Database.Add(Sent(rosters.Foundry));
        Assert.StartsWith("ReplyUnsent:1 NoCheckpoint", await ReadAsync());
        rosters.Add("张三");
        Assert.StartsWith("ReplyUnsent:1 NoCheckpoint", await ReadAsync());
        rosters.Database.Add(new ReplyRules { MeetingId = rosters.Meeting.Id, Deadline = clock.GetUtcNow().UtcDateTime });
        Assert.DoesNotContain("ReplyUnsent", await ReadAsync());
    }

    [Fact]
    public async Task A_list_that_was_imported_asks_for_no_invitations()
    {
        rosters.Add("张三");
        Assert.DoesNotContain("ReplyUnsent", await ReadAsync());
    }

    [Fact]
    public async Task A_backup_folder_out_of_reach_comes_first()
    {
        BackupFolder.Write(rosters.Database.Data, Path.Combine(Path.GetTempPath(), $"gone-{Guid.NewGuid():N}"));
        Assert.StartsWith("BackupStopped:1 ReplyUnsent:2", await ReadAsync());
    }

    [Fact]
    public async Task Each_matter_counts_whom_it_concerns_and_nobody_who_cancelled()
    {
        rosters.Add("张三", change: a => a.Phone = "15400001234");
        rosters.Add("李四");
        rosters.Add("王五", change: a => a.State = AttendeeState.Cancelled);
        rosters.Database.Add(new Checkpoint { MeetingId = rosters.Meeting.Id, Name = "报到" }, new Station { MeetingId = rosters.Meeting.Id, Name = "1号台", TokenHash = [1] });
        Assert.Equal("NoPrivacyNotice:1 NoBadge:2 MemberWithoutPeople:1 NoLiaison:2 NoPhone:1 NoArrival:2 NoNotice:2", await ReadAsync());
        clock.SetUtcNow(new DateTimeOffset(2026, 11, 20, 0, 0, 0, TimeSpan.Zero));
        Assert.EndsWith("NotFrozen:1", await ReadAsync());
        rosters.Add("李四");
        Assert.Contains("PossibleDuplicate:1", await ReadAsync());
    }
}
