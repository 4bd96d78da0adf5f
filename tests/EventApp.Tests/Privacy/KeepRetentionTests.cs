using EventApp.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Shared.Live;
using Shared.Meetings;
using Shared.Privacy;
using Shared.Registration;

namespace EventApp.Tests.Privacy;

public sealed class KeepRetentionTests : PageTest
{
    [Fact]
    public async Task What_is_due_goes_every_day_only_where_the_organiser_has_switched_it_on()
    {
        var clock = new FakeTimeProvider(new(2026, 11, 20, 0, 0, 0, TimeSpan.Zero));
        var other = new Meeting { Year = 2027, Name = "下一届", FirstDay = new(2026, 11, 23), LastDay = new(2026, 11, 24) };
        Rosters.Database.Add(other);
        var unit = new Unit { MeetingId = other.Id, Organisation = new() { FullName = "别的单位", Kind = OrganisationKind.Enterprise } };
        Rosters.Database.Add(unit);
        var theirs = new Attendee { MeetingId = other.Id, UnitId = unit.Id, Name = "李娜" };
        Rosters.Database.Add(theirs);
        var own = Rosters.Add("王刚");
        Rosters.Database.Add(new Diet { AttendeeId = own.Id, Kind = DietKind.Halal }, new Diet { AttendeeId = theirs.Id, Kind = DietKind.Halal }, new RetentionPlan { MeetingId = Meeting.Id, Daily = true });
        Services.AddSingleton<TimeProvider>(clock);
        using var keep = new KeepRetention(Services.GetRequiredService<IServiceScopeFactory>(), clock, NullLogger<KeepRetention>.Instance);
        var gone = new TaskCompletionSource();
        using var hearing = Services.GetRequiredService<LiveUpdates>().Hear(RegistrationSets.Roster(Meeting.Id), () => gone.TrySetResult());
        await keep.StartAsync(Xunit.TestContext.Current.CancellationToken);
        Assert.Equal(2, Diets());
        // Days go on until it is gone: when the service begins to wait for the next one, nobody is told.
        while (!gone.Task.IsCompleted)
        {
            clock.Advance(TimeSpan.FromDays(1));
            await Task.WhenAny(gone.Task, Task.Delay(TimeSpan.FromMilliseconds(50), Xunit.TestContext.Current.CancellationToken));
        }
        await keep.StopAsync(Xunit.TestContext.Current.CancellationToken);
        using var db = Rosters.Database.CreateDbContext();
        Assert.Equal(theirs.Id, db.Diets().Single().AttendeeId);
        Assert.Equal(RetentionRun.ByItself, db.Set<RetentionRun>().Single().RunBy);
    }

    int Diets()
    {
        using var db = Rosters.Database.CreateDbContext();
        return db.Diets().Count();
    }
}
