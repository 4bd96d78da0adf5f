using EventApp.Tests.CheckIn;
using Microsoft.Playwright;
using Shared.Access;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests.Journeys;

/// <summary>A dispatcher writes down what there is to drive with.</summary>
public sealed class KeepingTheFleet(Chromium chromium) : IAsyncLifetime
{
    readonly ApiHall hall = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => hall.DisposeAsync();

    [Theory]
    [InlineData("zh-CN", "添加车辆", "保存", "这个车牌已在本届的车辆里。"), InlineData("en", "Add a vehicle", "Save", "This plate is on the list already.")]
    public async Task A_dispatcher_adds_vehicles_and_is_told_of_a_plate_that_is_there(string language, string add, string save, string twice)
    {
        await hall.App.AddAccountAsync("小郑", $"{Roles.Dispatcher}@{hall.Meeting.Id}");
        var page = await chromium.Browser.OpenAsAsync(hall.App, "小郑", "/", language);
        await page.SettleAsync();
        await page.ArriveAsync("**/2026/vehicles");
        await page.LookAsync($"fleet-empty-{language}");
        foreach (var expected in (string?[])[null, twice])
        {
            await page.GetByRole(AriaRole.Link, new() { Name = add }).ClickAsync();
            await page.Locator("#model").WriteAsync("商务车");
            await page.FillAsync("#seats", "７");
            await page.FillAsync("#plate", "黑b·d0003");
            await page.GetByRole(AriaRole.Button, new() { Name = save, Exact = true }).ClickAsync();
            if (expected is not null) await Expect(page.Locator(".field-problem")).ToHaveTextAsync(expected);
            else await Expect(page.Locator("tbody tr td.number").Last).ToHaveTextAsync("5");
        }
        await page.LookAsync($"fleet-twice-{language}");
    }
}
