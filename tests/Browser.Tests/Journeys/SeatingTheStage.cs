using Microsoft.Playwright;
using Shared.Seating.Scenes;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests.Journeys;

/// <summary>An organiser ranks a presidium, a leader drops out half an hour before, and the cards are moved by the list.</summary>
public sealed class SeatingTheStage(Chromium chromium, SampleApp sample) : IClassFixture<SampleApp>
{
    static ILocator Row(IPage page, int rank) => page.Locator(".scene-ranks li").Nth(rank - 1);

    // Waits until the order of ranks is this one.
    static Task ExpectAsync(IPage page, string order) => Expect(page.Locator(".scene-ranks .scene-name")).ToHaveTextAsync(order.Select(rank => $"王大{rank}"));

    Task<int> SceneAsync(string name) => sample.SceneAsync(new() { Name = name }, [.. "甲乙丙丁戊己庚".Select(one => new ScenePlaceEntry { Name = $"王大{one}" })]);

    [Fact]
    public async Task Ranks_change_by_keys_by_dragging_by_tapping_and_by_number_and_the_last_step_is_taken_back()
    {
        var page = await OpenAsync(path: $"/{await SceneAsync("名次")}");
        await Row(page, 3).Locator(".scene-person").FocusAsync();
        await page.Keyboard.PressAsync("Alt+ArrowUp");
        await ExpectAsync(page, "甲丙乙丁戊己庚");
        await Expect(Row(page, 2).Locator(".scene-person")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Alt+ArrowUp");
        await ExpectAsync(page, "丙甲乙丁戊己庚");
        await Expect(Row(page, 1).Locator(".scene-person")).ToBeFocusedAsync();
        await Row(page, 5).Locator(".scene-name").DragToAsync(Row(page, 2));
        await ExpectAsync(page, "丙戊甲乙丁己庚");
        await page.Locator(".scene-card", new() { HasText = "王大己" }).ClickAsync();
        await page.Locator(".scene-card", new() { HasText = "王大丙" }).ClickAsync();
        await ExpectAsync(page, "己丙戊甲乙丁庚");
        await Row(page, 7).Locator(".scene-rank").FillAsync("２");
        await page.Keyboard.PressAsync("Tab");
        await ExpectAsync(page, "己庚丙戊甲乙丁");
        await page.GetByRole(AriaRole.Button, new() { Name = "撤销上一步" }).ClickAsync();
        await ExpectAsync(page, "己丙戊甲乙丁庚");
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task A_finger_gives_somebody_the_rank_of_another_and_takes_it_back()
    {
        var page = await OpenAsync(path: $"/{await SceneAsync("手指")}", width: Pages.Phone);
        await page.Locator(".scene-card", new() { HasText = "王大丁" }).TapAsync();
        await page.Locator(".scene-card", new() { HasText = "王大乙" }).TapAsync();
        await ExpectAsync(page, "甲丁乙丙戊己庚");
        await page.GetByRole(AriaRole.Button, new() { Name = "撤销上一步" }).TapAsync();
        await ExpectAsync(page, "甲乙丙丁戊己庚");
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task A_leader_drops_out_the_cards_are_walked_and_one_who_joins_gets_a_card()
    {
        var page = await OpenAsync(path: $"/{await SceneAsync("走位")}");
        await page.GetByRole(AriaRole.Button, new() { Name = "席卡已摆好" }).ClickAsync();
        await Expect(page.Locator(".scene-walk")).ToContainTextAsync("席卡都在位");
        await Row(page, 5).GetByRole(AriaRole.Button, new() { Name = "不来了" }).ClickAsync();
        // 7 5 3 1 2 4 6 loses the fifth: the sixth goes to its place, the seventh to that of the sixth, and the chair at the left end is free.
        await Expect(page.Locator(".scene-steps li")).ToHaveTextAsync([
            "撤下王大戊（第1排左起第2位）", "王大己：第1排左起第7位 → 第1排左起第2位", "王大庚：第1排左起第1位 → 第1排左起第7位", "最后撤去第1排左端1把椅子",
        ]);
        await Expect(page.Locator(".scene-away s")).ToHaveTextAsync("王大戊");
        await page.LookAsync("scenes-walk-zh-CN");
        await page.GetByRole(AriaRole.Button, new() { Name = "已照此走完" }).ClickAsync();
        await Expect(page.Locator(".scene-walk")).ToContainTextAsync("席卡都在位");
        await page.FillAsync("#add-rank", "2");
        await page.FillAsync("#add-name", "赵新");
        await page.FillAsync("#add-unit", "演示省厅 副厅长");
        await page.Locator(".scene-add").GetByRole(AriaRole.Button, new() { Name = "加进来", Exact = true }).ClickAsync();
        await Expect(page.Locator(".scene-steps li").Last).ToHaveTextAsync("摆上赵新的新席卡 → 第1排左起第4位");
        await page.GetByRole(AriaRole.Button, new() { Name = "打印新席卡" }).ClickAsync();
        await page.ArriveAsync("**/seating/scenes/print/*");
        using var paper = await Paper.PrintAsync(page);
        paper.Picture("scenes-new-card");
        Assert.Equal((1, "594.96 x 841.92 pts (A4)"), paper.Info());
        Assert.Equal(2, paper.Text(1).Count(one => one == '新'));
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task On_an_award_stage_the_names_on_the_floor_are_walked_and_a_receiver_without_a_presenter_is_named()
    {
        ScenePlaceEntry[] people = [new() { Name = "王一" }, .. ((string[])["李甲", "李乙"]).Select(name => new ScenePlaceEntry { Name = name, Role = SceneRole.Receiver })];
        var page = await OpenAsync(path: $"/{await sample.SceneAsync(new() { Kind = SceneKind.AwardStage, Name = "颁奖走位" }, people)}");
        await Expect(page.Locator(".scene-pairs")).ToContainTextAsync("领奖人比颁奖人多1位");
        await Expect(page.GetByText("对面无颁奖人")).ToHaveCountAsync(1);
        await page.GetByRole(AriaRole.Button, new() { Name = "站位贴已贴好" }).ClickAsync();
        await Expect(page.Locator(".scene-walk")).ToContainTextAsync("站位贴都在位");
        await page.Locator("li").Filter(new() { HasText = "李甲" }).GetByRole(AriaRole.Button, new() { Name = "不来了" }).ClickAsync();
        await Expect(page.Locator(".scene-steps li")).ToHaveTextAsync(["撤下李甲（第1排左起第1位）", "李乙：第1排左起第2位 → 第1排左起第1位", "最后撤去第1排右端1个站位"]);
        await Expect(page.GetByText("对面无颁奖人")).ToHaveCountAsync(0);
        await page.LookAsync("scenes-award-walk");
        await page.Context.DisposeAsync();
    }

    [Theory]
    [InlineData("zh-CN"), InlineData("en")]
    public async Task Every_view_of_a_scene_fits_and_is_accessible(string language)
    {
        var page = await OpenAsync(language, "");
        foreach (var path in (string[])["", "?edit=new", "/1", "/1?view=stage", "/1?edit=settings", "/2"])
        {
            await page.GotoAsync($"/{sample.Year}/seating/scenes{path}");
            await page.LookAsync($"scenes{path.Replace('/', '-').Replace('?', '-').Replace('=', '-')}-{language}");
        }
        await page.Context.DisposeAsync();
    }

    async Task<IPage> OpenAsync(string language = "zh-CN", string path = "/1", int width = Pages.Desk)
    {
        var page = await chromium.Browser.OpenAsOrganiserAsync(sample.App, $"/{sample.Year}/seating/scenes{path}", language, width);
        await page.SettleAsync();
        return page;
    }
}
