using System.Net;
using System.Text;
using EventApp.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shared.Access;
using Shared.Data;
using Shared.Meetings;
using Shared.Registration;

namespace EventApp.Tests.Registration;

public sealed class AttendeeExportTests
{
    [Fact]
    public async Task An_organiser_gets_the_filtered_list_marked_recorded_and_harmless()
    {
        await using var app = new RunningApp();
        await AddPeopleAsync(app);
        using var client = await app.SignedInAsync("organiser", Roles.Organiser);
        var bytes = await client.GetByteArrayAsync("/2026/attendees/export?kind=csv&category=leader", TestContext.Current.CancellationToken);
        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        var text = Encoding.UTF8.GetString(bytes);
        Assert.Contains("'=1+1,", text);
        Assert.Contains("15400001234", text);
        Assert.Contains("导出人：organiser", text);
        Assert.DoesNotContain("李四", text);
        await using var db = await app.Get<IDbContextFactory<EventDb>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        var printout = await db.Printouts().Include(p => p.Items).SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal(("attendees-csv", "organiser", 1), (printout.Kind, printout.PrintedBy, printout.Items.Count));
    }

    [Fact]
    public async Task What_a_reply_asks_for_stands_in_the_file()
    {
        await using var app = new RunningApp();
        await AddPeopleAsync(app);
        await using (var db = await app.Get<IDbContextFactory<EventDb>>().CreateDbContextAsync(TestContext.Current.CancellationToken))
        {
            var person = db.Attendees().Single(a => a.Name == "李四");
            (person.SaidRoles, person.Stay) = (StageRoles.Signs, new() { Needed = true, Room = RoomKind.Twin, Roommate = "王刚", From = new(2026, 11, 22), To = new(2026, 11, 24), Meals = Meals.Breakfast | Meals.Dinner });
            person.Journeys = [new() { Direction = JourneyDirection.Arrival, Mode = TravelMode.Undecided, AskAgainOn = new(2026, 11, 10) }, new() { Direction = JourneyDirection.Departure, Mode = TravelMode.Train, ServiceNo = "D6902", ServiceAlias = "D6903" }];
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }
        using var client = await app.SignedInAsync("organiser", Roles.Organiser);
        var lines = Encoding.UTF8.GetString(await client.GetByteArrayAsync("/2026/attendees/export?kind=csv", TestContext.Current.CancellationToken)).TrimStart('\uFEFF').Split("\r\n");
        var row = lines[0].Split(',').Zip(lines.Single(line => line.Contains("李四", StringComparison.Ordinal)).Split(',')).ToDictionary(cell => cell.First, cell => cell.Second);
        Assert.Equal(["是", "标间合住", "王刚", "2026-11-22", "2026-11-24", "早餐、晚餐", "签约", "2026-11-10", "D6902/D6903"],
            ((string[])["是否住宿", "房型", "同住人", "入住日期", "离店日期", "用餐", "单位报的任务", "到达再问日期", "返程班次"]).Select(head => row[head]));
    }

    [Fact]
    public async Task A_desk_account_gets_no_file()
    {
        await using var app = new RunningApp();
        await AddPeopleAsync(app);
        using var client = await app.SignedInAsync("desk", Roles.Desk);
        using var answer = await client.GetAsync("/2026/attendees/export?kind=xlsx", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [InlineData("/2025/attendees/export?kind=csv"), InlineData("/2026/attendees/export?kind=pdf")]
    public async Task An_unknown_year_or_kind_is_not_found(string path)
    {
        await using var app = new RunningApp();
        await AddPeopleAsync(app);
        using var client = await app.SignedInAsync("organiser", Roles.Organiser);
        using var answer = await client.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    static async Task AddPeopleAsync(RunningApp app)
    {
        await using var db = await app.Get<IDbContextFactory<EventDb>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        var meeting = new Meeting { Year = 2026, Name = "年会", FirstDay = new(2026, 11, 23), LastDay = new(2026, 11, 24) };
        db.Add(meeting);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        var unit = new Unit { MeetingId = meeting.Id, Organisation = new Organisation { FullName = "重型铸造", Kind = OrganisationKind.Enterprise } };
        db.Add(unit);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        db.Add(new Attendee { MeetingId = meeting.Id, UnitId = unit.Id, Name = "=1+1", Phone = "15400001234", Category = AttendeeCategory.Leader });
        db.Add(new Attendee { MeetingId = meeting.Id, UnitId = unit.Id, Name = "李四" });
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }
}
