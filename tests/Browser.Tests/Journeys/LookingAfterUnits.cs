using EventApp.Tests.CheckIn;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Shared.Access;
using Shared.CheckIn;
using Shared.Meetings;
using Shared.Registration;
using Shared.Seating;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests.Journeys;

/// <summary>A liaison with a phone: whose people are here, whom to call.</summary>
public sealed class LookingAfterUnits(Chromium chromium) : IAsyncLifetime
{
    readonly ApiHall hall = new();

    public async ValueTask InitializeAsync()
    {
        await hall.App.AddAccountAsync("小方", $"{Roles.Liaison}@{hall.Meeting.Id}");
        hall.AddHall();
        var wang = hall.AddPerson("王刚", person => (person.Phone, person.Roles, person.Post) = ("15400001234", StageRoles.Speaks, "总工程师"));
        var (plan, seat) = hall.Read(db => (db.Set<SeatPlan>().Single().Id, db.Seats().Single(s => s.Zone!.Name == "池座" && s.Number == 1).Id));
        hall.Add(new Placement { PlanId = plan, SeatId = seat, AttendeeId = wang.Id });
        var li = hall.AddPerson("李娜", person => person.Phone = "15400005678");
        hall.Add(new Journey { AttendeeId = li.Id, Direction = JourneyDirection.Arrival, Mode = TravelMode.Train, ServiceNo = "G9901", Terminal = "齐齐哈尔南", At = DateTime.UtcNow });
        var other = hall.Add(new Unit { MeetingId = hall.Meeting.Id, ListNo = 2, Organisation = new() { FullName = "别人的单位", Kind = OrganisationKind.Enterprise } });
        hall.AddPerson("赵六", person => (person.UnitId, person.Phone) = (other.Id, "15400009999"));
    }

    public ValueTask DisposeAsync() => hall.DisposeAsync();

    [Theory]
    [InlineData("zh-CN", "宋小松", "保存角色", "在路上", "已到", "1排1号", "发言"), InlineData("en", "宋小松", "Save roles", "On the way", "Here", "row 1, seat 1", "Speaks")]
    public async Task A_liaison_sees_the_own_units_alone_dials_with_one_tap_and_watches_them_arrive(string language, string name, string save, string travelling, string here, string seat, string role)
    {
        var organiser = await chromium.Browser.OpenAsOrganiserAsync(hall.App, "/2026/accounts", language);
        await organiser.SettleAsync();
        await organiser.Locator("tr", new() { HasText = "小方" }).Locator("a.text-button").ClickAsync();
        await organiser.Locator("#account-staff").SelectOptionAsync(new SelectOptionValue { Label = $"小松 ({name})" });
        await organiser.GetByRole(AriaRole.Button, new() { Name = save }).ClickAsync();
        await Expect(organiser.Locator("#account-staff")).ToHaveCountAsync(0);
        var page = await chromium.Browser.OpenAsAsync(hall.App, "小方", "/", language, Pages.Phone);
        await page.ArriveAsync("**/2026/my-units");
        await page.SettleAsync();
        await Expect(page.Locator(".my-person")).ToHaveCountAsync(2);
        await Expect(page.Locator("body")).Not.ToContainTextAsync("赵六");
        await Expect(page.Locator(".dial").First).ToHaveAttributeAsync("href", "tel:15400001234");
        await Expect(page.Locator(".my-person").Nth(1)).ToContainTextAsync(travelling);
        await Expect(page.Locator(".my-person").First.Locator(".my-who")).ToContainTextAsync(role);
        await Expect(page.Locator(".my-seat")).ToHaveTextAsync([seat]);
        await page.LookAsync($"my-units-{language}");
        await page.SetViewportSizeAsync(Pages.Phone, 740);
        await page.Locator(".my-person").First.Locator(".text-button").ClickAsync();
        await page.Locator(".note-form input").FillAsync("老人家，走得慢");
        await page.Locator(".note-form input").BlurAsync();
        await page.Locator(".note-form .mud-button-root").ClickAsync();
        await Expect(page.Locator(".my-person .note")).ToHaveTextAsync("老人家，走得慢");
        await page.PictureAsync($"my-units-note-{language}");
        using (var desk = hall.AddStation("1号台"))
            await desk.CallAsync("check-ins", hall.Ask(hall.AddBadge(hall.Read(db => db.Attendees().Single(a => a.Name == "李娜")))));
        await Expect(page.Locator(".my-person").Nth(1)).ToContainTextAsync(here);
        Assert.Equal(1, hall.Read(db => db.AuditEntries().Count(e => e.What == "phones-shown" && e.MeetingId == hall.Meeting.Id)));
    }
}
