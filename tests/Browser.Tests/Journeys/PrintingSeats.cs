using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Shared.Seating;
using Shared.Seating.Placing;
using Shared.Seating.Printing;

namespace Browser.Tests.Journeys;

/// <summary>Plan, lists and stickers of a hall as the printer gets them.</summary>
public sealed class PrintingSeats(Chromium chromium, SampleApp sample) : IClassFixture<SampleApp>
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    Task<SeatMapView> MapAsync() => sample.InMeetingAsync(async (services, meeting) => (await services.GetRequiredService<SeatMap>().ReadAsync(meeting, await HallAsync(services, meeting), "", stop: Stop))!);

    static async Task<int> HallAsync(IServiceProvider services, int meeting) => (await services.GetRequiredService<HallList>().ReadAsync(meeting, Stop)).Halls[0].Id;

    async Task<IPage> PrintAsync(SeatSheet sheet, string query = "", string language = "zh-CN")
    {
        var print = await sample.InMeetingAsync(async (services, meeting) => await services.GetRequiredService<PrintSeats>().RunAsync(meeting, await HallAsync(services, meeting), sheet, "小雨", Stop));
        return await chromium.Browser.OpenAsOrganiserAsync(sample.App, $"/{sample.Year}/seating/print/{print}{query}", language);
    }

    [Theory]
    [InlineData("zh-CN", "观众视角", "台上视角"), InlineData("en", "As the audience sees it", "As seen from the stage")]
    public async Task The_plan_says_whose_view_it_is_and_one_view_is_the_mirror_of_the_other(string language, string audience, string stage)
    {
        var map = await MapAsync();
        var row = map.Zones[0].Seats.Where(seat => seat.Row == 3 && seat.Person is not null).Select(seat => seat.Person!.Name).ToList();
        Assert.True(row.Count > 4);
        foreach (var (query, view, order) in ((string, string, List<string>)[])[("?as=audience", audience, row), ("?as=stage", stage, [.. row.AsEnumerable().Reverse()])])
        {
            var page = await PrintAsync(SeatSheet.Plan, query, language);
            using var paper = await Paper.PrintAsync(page);
            paper.Picture($"seats-plan-{language}-{query[4..]}");
            var text = string.Join('\n', Enumerable.Range(1, paper.Info().Pages).Select(paper.Text));
            Assert.Contains(view, text);
            Assert.Contains("841.92 x 594.96", paper.Info().Size);
            Assert.Equal(order, await page.EvaluateAsync<string[]>("names => { const at = name => [...document.querySelectorAll('.plan-paper text')].find(one => one.textContent.replace(/\\s/g, '') === name).getBoundingClientRect().x; return [...names].sort((a, b) => at(a) - at(b)); }", row));
            await page.Context.DisposeAsync();
        }
    }

    [Theory]
    [InlineData("pinyin"), InlineData("strokes"), InlineData("seat")]
    public async Task The_list_holds_everybody_once_in_each_order(string order)
    {
        var map = await MapAsync();
        var page = await PrintAsync(SeatSheet.List, $"?as={order}");
        using var paper = await Paper.PrintAsync(page);
        paper.Picture($"seats-list-{order}");
        Assert.Equal("594.96 x 841.92 pts (A4)", paper.Info().Size);
        Assert.Contains("第1页", paper.Text(1));
        Assert.Equal(map.Seated, await page.Locator(".seat-list tbody tr").CountAsync());
        // A long name stands in two lines of its cell.
        var names = map.Seats.Where(seat => seat.Person is not null).Select(seat => seat.Person!.Name).Where(name => name.Length < 5).ToHashSet();
        var printed = string.Concat(Enumerable.Range(1, paper.Info().Pages).Select(paper.Text)).Replace(" ", "").Replace("　", "");
        Assert.Equal("", string.Join(" ", names.Where(name => !printed.Contains(name.Replace(" ", "")))));
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Twenty_four_stickers_of_seventy_by_thirty_seven_lie_on_a_sheet()
    {
        var seated = (await MapAsync()).Seated;
        var page = await PrintAsync(SeatSheet.Stickers);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        Assert.Equal(24, await page.Locator(".sheet >> nth=0").Locator(".sticker").CountAsync());
        var box = (await page.Locator(".sticker").First.BoundingBoxAsync())!;
        Assert.Equal((70.0, 37.0), (Math.Round(box.Width / 96 * 25.4), Math.Round(box.Height / 96 * 25.4)));
        using var paper = await Paper.PrintAsync(page);
        paper.Picture("seats-stickers");
        Assert.Equal(((seated + 23) / 24, "594.96 x 841.92 pts (A4)"), paper.Info());
        await page.Context.DisposeAsync();
    }
}
