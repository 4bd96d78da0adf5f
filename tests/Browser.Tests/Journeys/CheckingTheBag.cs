using Shared.CheckIn;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests.Journeys;

/// <summary>At report-in the badge in the bag says whether it is the right bag; whatever else comes leaves people as they are.</summary>
public sealed class CheckingTheBag(Chromium chromium) : DeskJourney(chromium)
{
    [Fact]
    public async Task The_badge_in_the_bag_confirms_it_and_a_wrong_bag_is_taken_back()
    {
        var (right, wrong) = (Hall.AddBadge(Wang), Hall.AddBadge(Li));
        await ReportInAsync("王刚");
        await Desk.ScanAsync(wrong);
        await Desk.SeeAsync("WrongBag");
        await Expect(Desk.Verdict).ToContainTextAsync("李娜");
        Assert.Equal([Wang.Id], Present());
        await Desk.ScanAsync(right);
        await Desk.SeeAsync("RightBag");
        await Desk.PressUntilAsync("Enter", "ready");
        Assert.Equal((3, 0), (Given(Wang).Count, Given(Li).Count));
        Assert.Equal([Wang.Id], Present());
    }

    [Fact]
    public async Task A_wrong_bag_is_taken_back_even_when_the_desk_has_moved_on()
    {
        var wrong = Hall.AddBadge(Li);
        await ReportInAsync("王刚");
        var held = await HoldAsync("**/api/v1/check-ins");
        await Desk.ScanAsync(wrong);
        await Desk.PressUntilAsync("Escape", "ready");
        held.SetResult();
        await Expect(Desk.LastScans.First).ToContainTextAsync("已撤销", new() { Timeout = 15_000 });
        Assert.Equal([Wang.Id], Present());
    }

    async Task TakeAllAsync()
    {
        await Desk.PressUntilAsync("Enter", "ready");
        Assert.Equal(3, Given(Wang).Count);
    }

    [Fact]
    public async Task A_code_that_nobody_knows_leaves_the_bag_open_to_be_checked()
    {
        var right = Hall.AddBadge(Wang);
        await ReportInAsync("王刚");
        await Desk.ScanAsync("00000000000000000000000000");
        await Desk.SeeAsync("UnknownBadge");
        await Expect(Desk.Verdict).ToContainTextAsync("资料袋：王刚");
        await Desk.ScanAsync(right);
        await Desk.SeeAsync("RightBag");
        await TakeAllAsync();
    }

    [Fact]
    public async Task Ones_own_revoked_badge_is_not_the_right_one()
    {
        var old = Hall.AddBadge(Wang);
        Hall.Read(db => { db.Badges().Single().RevokedAt = DateTime.UtcNow; return db.SaveChanges(); });
        await ReportInAsync("王刚");
        await Desk.ScanAsync(old);
        await Desk.SeeAsync("RevokedBadge");
        await TakeAllAsync();
    }

    [Fact]
    public async Task A_late_reply_about_what_was_handed_over_leaves_the_next_persons_verdict_alone()
    {
        var (first, second) = (Hall.AddBadge(Wang), Hall.AddBadge(Li));
        await Desk.ScanAsync(first);
        await Desk.SeeAsync("Welcome");
        var held = await HoldAsync("**/handouts");
        // However long the next person takes, the station does not give these up.
        await Page.EvaluateAsync("() => { AbortSignal.timeout = () => new AbortController().signal; }");
        await Page.ClickAsync(".verdict-actions .main");
        await Desk.ScanAsync(second);
        await Expect(Desk.Verdict).ToContainTextAsync("李娜");
        var replies = 0;
        await Page.RunAndWaitForResponseAsync(() => { held.SetResult(); return Task.CompletedTask; }, reply => reply.Url.EndsWith("/handouts", StringComparison.Ordinal) && ++replies == 3);
        // A round trip of its own: whatever the last reply sets off has happened before it is back.
        await Page.EvaluateAsync("() => fetch('/health/live').then(() => 0)");
        await Desk.SeeScreenAsync("verdict");
        await Expect(Desk.Verdict).ToContainTextAsync("李娜");
        Assert.Equal((3, 0), (Given(Wang).Count, Given(Li).Count));
    }
}
