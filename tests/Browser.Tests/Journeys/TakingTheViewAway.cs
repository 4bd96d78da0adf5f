using Microsoft.Playwright;

namespace Browser.Tests.Journeys;

/// <summary>An organiser takes what a page shows into a chat: as text and as a picture.</summary>
public sealed class TakingTheViewAway(Chromium chromium, SampleApp sample) : IClassFixture<SampleApp>
{
    async Task<IPage> OpenAsync(string path, string language, int width = Pages.Desk)
    {
        var page = await chromium.Browser.OpenAsOrganiserAsync(sample.App, $"/{sample.Year}/{path}", language, width);
        await page.SettleAsync();
        await page.MayCopyAsync();
        return page;
    }

    static async Task<string> CopyAsync(IPage page, string button, string done)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
        await page.GetByText(done, new() { Exact = true }).WaitForAsync();
        return await page.CopiedAsync();
    }

    [Theory]
    [InlineData("zh-CN", "复制文字", "已复制", "到场名单", "截至 ", "已到", "共 60 条"), InlineData("en", "Copy text", "Copied", "Arrivals", "As of ", "Arrived", "60 in all")]
    public async Task The_text_of_a_list_is_its_title_its_time_and_its_rows(string language, string button, string done, string title, string asOf, string state, string foot)
    {
        var page = await OpenAsync("arrivals?state=arrived", language);
        var lines = (await CopyAsync(page, button, done)).Split('\n');
        var name = await page.Locator(".list-table tbody tr").First.Locator(".row-link").InnerTextAsync();
        Assert.StartsWith($"{title}  {asOf}", lines[0]);
        Assert.Contains($"  {name}  ", lines[1]);
        Assert.Contains($"  {state}  ", lines[1]);
        Assert.StartsWith(foot, lines[^1]);
        // What a button says is no part of what is shown.
        Assert.Equal(await page.Locator(".list-table tbody tr").CountAsync() + 2, lines.Length);
        Assert.All(lines[1..^1], line => Assert.DoesNotMatch("撤销|Undo", line));
        await page.Context.DisposeAsync();
    }

    [Theory]
    [InlineData("arrivals", Pages.Desk), InlineData("dashboard", Pages.Desk), InlineData("closing", Pages.Phone)]
    public async Task The_picture_is_a_file_with_everything_in_it(string path, int width)
    {
        var page = await OpenAsync(path, "zh-CN", width);
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "存为图片" }).ClickAsync());
        Assert.EndsWith(".png", download.SuggestedFilename);
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.png");
        await download.SaveAsAsync(file);
        var png = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        File.Delete(file);
        if (Environment.GetEnvironmentVariable("PICTURES") is { Length: > 0 } folder) await File.WriteAllBytesAsync(Path.Combine(folder, $"view-{path}.png"), png, TestContext.Current.CancellationToken);
        var (wide, high) = (Size(png, 16), Size(png, 20));
        var rows = await page.Locator(".list-table tbody tr, .category-table tbody tr").CountAsync();
        const int row = 32, scale = 2;
        Assert.InRange(wide, 800 * scale, int.MaxValue);
        Assert.InRange(high, rows * row * scale, int.MaxValue);
        await page.Context.DisposeAsync();
    }

    // The header of a PNG names width and height, the high byte first.
    static int Size(byte[] png, int at) => System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
}
