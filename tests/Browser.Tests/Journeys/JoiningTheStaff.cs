using EventApp.Tests.CheckIn;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Shared.Meetings;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests.Journeys;

/// <summary>One of the staff scans the code on the organiser's screen, says who they are and sets a PIN; the organiser accepts.</summary>
public sealed class JoiningTheStaff(Chromium chromium) : IAsyncLifetime
{
    readonly ApiHall hall = new();

    public async ValueTask InitializeAsync()
    {
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        hall.Read(db => db.Meetings().ExecuteUpdate(set => set.SetProperty(m => m.FirstDay, today).SetProperty(m => m.LastDay, today.AddDays(1))));
        hall.Add(new StaffMember { MeetingId = hall.Meeting.Id, Name = "李大树", Nickname = "大树" });
        await Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => hall.DisposeAsync();

    [Theory]
    [InlineData("zh-CN"), InlineData("en")]
    public async Task A_phone_comes_in_by_itself_once_the_organiser_has_accepted(string language)
    {
        var organiser = await chromium.Browser.OpenAsOrganiserAsync(hall.App, "/2026/joining", language);
        await organiser.SettleAsync();
        await organiser.Locator(".joining-code .mud-button-filled").ClickAsync();
        await organiser.Locator(".joining-qr svg").WaitForAsync();
        var code = await ReadQrAsync(organiser);
        Assert.Contains("/join#", code);
        var phone = await chromium.Browser.OpenAsync(hall.App, new Uri(code).PathAndQuery + new Uri(code).Fragment, "zh-CN", Pages.Phone);
        await phone.Locator(".join-names a").First.WaitForAsync();
        Assert.DoesNotContain("#", phone.Url);
        if (language == "en") await phone.GotoAsync("/language/en?to=/join");
        await phone.LookAsync($"join-names-{language}");
        await phone.Locator(".join-names a", new() { HasText = "小松" }).ClickAsync();
        await SetPinAsync(phone, "123456");
        await Expect(phone.Locator(".form-error")).ToBeVisibleAsync();
        await phone.LookAsync($"join-pin-{language}");
        await SetPinAsync(phone, "284913");
        await Expect(phone.Locator("h1")).ToContainTextAsync("小松");
        await Expect(phone.Locator(".join-waiting")).ToBeVisibleAsync();
        await phone.LookAsync($"join-waiting-{language}");
        await Expect(organiser.Locator(".joining-phone")).ToHaveCountAsync(1);
        await organiser.LookAsync($"joining-{language}");
        await organiser.Locator(".joining-phone .mud-button-filled").ClickAsync();
        await Expect(organiser.Locator(".joining-phone")).ToHaveCountAsync(0);
        await phone.ArriveAsync("**/2026/arrivals");
        await Expect(phone.Locator(".rail-link")).Not.ToHaveCountAsync(0);
    }

    static async Task SetPinAsync(IPage phone, string pin)
    {
        foreach (var field in (string[])["#pin", "#again"]) await phone.FillAsync(field, pin);
        await phone.ClickAsync("button.primary");
    }

    static async Task<string> ReadQrAsync(IPage page)
    {
        var picture = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.png");
        await page.Locator(".joining-qr").ScreenshotAsync(new() { Path = picture });
        try
        {
            return Paper.CodesIn(picture).Single();
        }
        finally
        {
            File.Delete(picture);
        }
    }
}
