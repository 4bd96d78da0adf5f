using EventApp.Tests.CheckIn;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Shared.CheckIn;
using Shared.Registration;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests.Journeys;

/// <summary>What a person at a desk does besides scanning, by keyboard alone.</summary>
public sealed class WorkingAtTheDesk(Chromium chromium) : DeskJourney(chromium)
{
    [Theory]
    [InlineData("王"), InlineData("wg"), InlineData("wanggang"), InlineData("1234")]
    public async Task Somebody_is_found_while_one_types_and_reported_in_by_enter(string typed)
    {
        await FindAsync(typed, "王刚");
        await Page.Keyboard.PressAsync("Enter");
        await Desk.SeeAsync("Welcome");
        await Expect(Desk.Verdict).ToContainTextAsync("王刚");
    }

    [Fact]
    public async Task Enter_that_runs_ahead_of_the_answer_means_who_is_found_alone_and_nobody_of_the_list_before()
    {
        await FindAsync("李娜", "李娜");
        var held = await HoldAsync("**/attendees/search");
        await Page.FillAsync("#query", "王刚");
        await Page.Keyboard.PressAsync("Enter");
        held.SetResult();
        await Desk.SeeAsync("Welcome");
        await Expect(Desk.Verdict).ToContainTextAsync("王刚");
    }

    [Fact]
    public async Task The_arrows_choose_among_those_found()
    {
        await FindAsync("重型", "王刚");
        await Page.Keyboard.PressAsync("ArrowDown");
        var chosen = await Page.Locator("#found [aria-selected=true] b").TextContentAsync();
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Desk.Verdict).ToContainTextAsync(chosen!);
    }

    [Fact]
    public async Task Enter_gives_everything_but_what_was_unticked_and_an_item_is_taken_back_by_its_key()
    {
        await Desk.ScanAsync(Hall.AddBadge(Wang));
        await Desk.SeeAsync("Welcome");
        await Page.Keyboard.PressAsync("3");
        await Expect(Page.Locator("#verdict .handouts button").Nth(2)).ToHaveAttributeAsync("aria-checked", "false");
        await Desk.PressUntilAsync("Enter", "ready");
        Assert.Equal(["资料袋", "餐券"], Given(Wang));
        await FindAsync("王刚", "王刚");
        await Page.Keyboard.PressAsync("Enter");
        await Desk.SeeAsync("AlreadyIn");
        await Page.Keyboard.PressAsync("1");
        await Expect(Page.Locator("#verdict .handouts button").First).ToHaveAttributeAsync("aria-checked", "false");
        Assert.Equal(["餐券"], Given(Wang));
    }

    [Fact]
    public async Task A_walk_in_takes_four_fields_a_consent_and_a_spare()
    {
        var spare = Hall.AddBadge();
        await Page.Keyboard.PressAsync("w");
        await Page.FillAsync("#walk-in-name", "周补录");
        await Page.FillAsync("#walk-in-phone", "154");
        await Page.PressAsync("#walk-in-phone", "Enter");
        await Expect(Page.Locator("#walk-in-form .field-wrong")).ToHaveCountAsync(3);
        await Page.FillAsync("#walk-in-unit", "重型铸造");
        await Page.FillAsync("#walk-in-phone", "15400004321");
        await Page.CheckAsync("#walk-in-form [name=consent]");
        await Page.PressAsync("#walk-in-phone", "Enter");
        await Desk.SeeScreenAsync("spare");
        await Desk.ScanAsync(spare);
        await Desk.SeeAsync("Welcome");
        var walkIn = Hall.Read(db => db.Attendees().Single(a => a.Source == AttendeeSource.WalkIn));
        Assert.Equal(("周补录", Hall.Unit.Id), (walkIn.Name, walkIn.UnitId));
        Assert.Equal(walkIn.Id, Hall.Read(db => db.Badges().Single().AttendeeId));
    }

    [Fact]
    public async Task A_substitute_takes_three_fields_and_a_spare_and_the_red_list_says_what_to_confirm_again()
    {
        Hall.Change(Wang, person => (person.Roles, person.Category) = (StageRoles.Speaks | StageRoles.Signs, AttendeeCategory.ViceChair));
        var (old, spare) = (Hall.AddBadge(Wang), Hall.AddBadge());
        await FindAsync("王刚", "王刚", key: "t");
        await Page.Keyboard.PressAsync("Enter");
        await Desk.SeeScreenAsync("substitute");
        await Page.FillAsync("#substitute-name", "周代会");
        await Page.FillAsync("#substitute-post", "工程师");
        await Page.FillAsync("#substitute-phone", "15400004321");
        await Page.PressAsync("#substitute-phone", "Enter");
        await Desk.SeeScreenAsync("spare");
        await Desk.ScanAsync(spare);
        await Desk.SeeScreenAsync("reconfirm");
        await Page.PictureAsync("reconfirm");
        await Expect(Page.Locator("#reconfirm .refuse li")).ToHaveTextAsync(["发言", "签约", "排名"]);
        await Page.Locator("#reconfirm .primary").DblClickAsync();
        await Desk.SeeAsync("Welcome");
        await Expect(Desk.Verdict).ToContainTextAsync("周代会");
        await Desk.ScanAsync(old);
        await Desk.SeeAsync("RevokedBadge");
        await Expect(Desk.Verdict).ToContainTextAsync("请替会人用自己的胸卡");
    }
}
