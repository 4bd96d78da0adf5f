using Microsoft.EntityFrameworkCore;
using Shared.CheckIn;
using Shared.Demo;
using Shared.Registration;

namespace Shared.Tests.Demo;

public sealed class SampleCrowdTests : IAsyncLifetime
{
    readonly SampleHall hall = new();

    public async ValueTask InitializeAsync() => await hall.InitializeAsync();

    public ValueTask DisposeAsync() => hall.DisposeAsync();

    [Fact]
    public async Task A_crowd_joins_the_meeting_with_badges_and_is_found()
    {
        await new AddSampleCrowd(hall.Database, hall.Database.Data, hall.Key, hall.Clock).RunAsync(hall.MeetingId, 2500, TestContext.Current.CancellationToken);
        await using var db = hall.Database.CreateDbContext();
        var listed = db.Attendees().Listed(hall.MeetingId);
        Assert.Equal(158 + 2500, await listed.CountAsync(TestContext.Current.CancellationToken));
        Assert.Equal(158 + 2500, await db.Badges().Where(b => b.AttendeeId != null).Select(b => b.Number).Distinct().CountAsync(TestContext.Current.CancellationToken));
        var last = await listed.OrderBy(a => a.ListNo).LastAsync(TestContext.Current.CancellationToken);
        var found = await RosterSearch.NarrowAsync(db, listed, hall.MeetingId, last.Phone![^4..], TestContext.Current.CancellationToken);
        Assert.Contains(last.Id, await found.Select(a => a.Id).ToListAsync(TestContext.Current.CancellationToken));
    }
}
