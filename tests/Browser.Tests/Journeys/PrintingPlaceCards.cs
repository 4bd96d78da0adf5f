using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Shared.Seating.Scenes;

namespace Browser.Tests.Journeys;

/// <summary>Cards and lists of a scene as the printer gets them.</summary>
public sealed class PrintingPlaceCards(Chromium chromium, SampleApp sample) : IClassFixture<SampleApp>
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    Task<int> SceneAsync(SceneEntry entry, params ScenePlaceEntry[] people) => sample.SceneAsync(entry, people);

    async Task<IPage> PrintAsync(int scene, SceneOrder order, string query = "", string language = "zh-CN")
    {
        var print = await sample.InMeetingAsync((services, meeting) => services.GetRequiredService<PrintScene>().RunAsync(meeting, scene, order, "小雨", Stop));
        return await chromium.Browser.OpenAsOrganiserAsync(sample.App, $"/{sample.Year}/seating/scenes/print/{print}{query}", language);
    }

    [Theory]
    [InlineData("", 0, 99, 210), InlineData("?size=200x100", 5, 100, 200), InlineData("?size=210x140", 0, 140, 210)]
    public async Task A_card_has_two_faces_of_its_size_with_the_upper_one_on_its_head_and_marks_to_fold_and_cut(string query, double left, double height, double width)
    {
        var scene = await SceneAsync(new() { Name = $"席卡{query}" }, new() { Name = "王刚" }, new() { Name = "欧阳若水" }, new() { Name = "阿卜杜拉·买买提明" });
        var page = await PrintAsync(scene, new(SceneSheets.Cards, null, 1), query);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        var faces = await page.EvaluateAsync<double[][]>("""
            [...document.querySelector('.sheet').querySelectorAll('.face')].map(face => { const o = face.closest('.sheet').getBoundingClientRect(), r = face.getBoundingClientRect();
              return [...[r.x - o.x, r.y - o.y, r.width, r.height].map(v => Math.round(v / 96 * 254) / 10), new DOMMatrix(getComputedStyle(face).transform).a]; })
            """);
        Assert.Equal([[left, 0, width, height, -1], [left, height, width, height, 1]], faces);
        Assert.Equal((2, left > 0 ? 8 : 0), (await page.Locator(".sheet >> nth=0").Locator(".fold").CountAsync(), await page.Locator(".sheet >> nth=0").Locator(".cut").CountAsync()));
        using var paper = await Paper.PrintAsync(page);
        paper.Picture($"scenes-cards-{width}x{height}");
        Assert.Equal((4, "594.96 x 841.92 pts (A4)"), paper.Info());
        Assert.Equal(2, paper.Text(1).Count(one => one == '刚'));
        Assert.DoesNotContain("刚", paper.Text(4));
        await page.Context.DisposeAsync();
    }

    [Theory]
    [InlineData("zh-CN", "观众视角", "台上视角"), InlineData("en", "Seen by the audience", "Seen from the stage")]
    public async Task A_plan_is_printed_in_both_views_with_the_views_name_and_one_is_the_mirror_of_the_other(string language, string audience, string stage)
    {
        var scene = await SceneAsync(new() { Name = $"两排 {language}", PerRow = 5 }, [.. "一二三四五六七八".Select(name => new ScenePlaceEntry { Name = $"王大{name}" })]);
        var page = await PrintAsync(scene, new(SceneSheets.Plan), language: language);
        using var paper = await Paper.PrintAsync(page);
        paper.Picture($"scenes-plan-{language}");
        Assert.Equal(2, paper.Info().Pages);
        Assert.Contains(audience, paper.Text(1));
        Assert.Contains(stage, paper.Text(2));
        var rows = page.Locator(".scene-row");
        async Task<string> RanksAsync(int row) => string.Join(' ', await rows.Nth(row).Locator("b").AllTextContentsAsync());
        Assert.Equal(("8 6 7", "5 3 1 2 4", "4 2 1 3 5", "7 6 8"), (await RanksAsync(0), await RanksAsync(1), await RanksAsync(2), await RanksAsync(3)));
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Lists_and_tables_are_printed_and_looked_at()
    {
        var table = await SceneAsync(new() { Kind = SceneKind.HeadTable, Name = "主桌", PerRow = 10 }, [.. "一二三四五六七".Select((name, at) => new ScenePlaceEntry { Name = $"王大{name}", Side = at % 3 == 0 ? SceneSide.Host : SceneSide.Guest })]);
        var photo = await SceneAsync(new() { Kind = SceneKind.GroupPhoto, Name = "合影", PerRow = 20 }, [.. Enumerable.Range(0, 50).Select(at => new ScenePlaceEntry { Name = $"王{"春夏秋冬东南西北"[at % 8]}{"甲乙丙丁戊己庚"[at / 8]}" })]);
        var signing = await SceneAsync(new() { Kind = SceneKind.SigningTable, Name = "签字桌" }, new() { Name = "王主", Side = SceneSide.Host }, new() { Name = "王客", Side = SceneSide.Guest }, new() { Name = "王助甲", Role = SceneRole.Assistant, Side = SceneSide.Host },
            new() { Name = "王助乙", Role = SceneRole.Assistant, Side = SceneSide.Guest }, new() { Name = "王见甲", Role = SceneRole.Witness }, new() { Name = "王见乙", Role = SceneRole.Witness }, new() { Name = "王见丙", Role = SceneRole.Witness });
        foreach (var (scene, name) in ((int, string)[])[(table, "table"), (photo, "photo"), (signing, "signing"), (1, "presidium"), (2, "award")])
            foreach (var kind in (string[])[SceneSheets.Plan, SceneSheets.Ushers, SceneSheets.Introductions])
            {
                var page = await PrintAsync(scene, new(kind));
                using var paper = await Paper.PrintAsync(page);
                paper.Picture($"{kind}-{name}");
                Assert.Contains("第1页", paper.Text(1));
                Assert.Equal(0, await page.EvaluateAsync<int>("[...document.querySelectorAll('.sheet .scene-card, .sheet td .fit')].filter(one => one.getBoundingClientRect().right > one.closest('.sheet').getBoundingClientRect().right).length"));
                await page.Context.DisposeAsync();
            }
        var open = await chromium.Browser.OpenAsOrganiserAsync(sample.App, $"/{sample.Year}/seating/scenes/{table}");
        await open.LookAsync("scenes-table");
        await open.GotoAsync($"/{sample.Year}/seating/scenes/{signing}");
        await open.LookAsync("scenes-signing");
        await open.Context.DisposeAsync();
    }
}
