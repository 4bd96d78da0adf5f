using EventApp.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Shared.CheckIn;
using Shared.Data;
using Shared.Meetings;
using Shared.Registration;
using Shared.Registration.Replies;
using Shared.Shuttles;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests.Journeys;

/// <summary>The second year: what the first one knew comes along where it is ticked, its people do not; each page of it looked at in both languages.</summary>
public sealed class SettingUpFromLastYear(Chromium chromium) : IAsyncLifetime
{
    static readonly int Last = DateTime.UtcNow.Year + 1, Year = Last + 1;

    // Those that look otherwise than on the sample meeting.
    static readonly string[] Steps = ["units?setup=4&lack=liaison", "meeting?setup=5", "replies/settings?setup=6", "badges?setup=7", "backups?setup=10", "attendees", "proof"];

    readonly RunningApp app = new();
    IPage page = null!;
    string language = "";

    public ValueTask InitializeAsync()
    {
        using var db = app.Get<IDbContextFactory<EventDb>>().CreateDbContext();
        var last = new Meeting { Year = Last, Name = $"{Last}年金属新材料年会", FirstDay = new(Last, 8, 23), LastDay = new(Last, 8, 25), Venue = "会展中心", LegalBody = "联盟秘书处", PrivacyNotice = $"{Last}年告知，联系：小松 0452-2791234" };
        db.Add(last);
        db.SaveChanges();
        var liaison = new StaffMember { MeetingId = last.Id, Name = "宋小松", Nickname = "小松", Phone = "15400000001" };
        db.Add(liaison);
        db.SaveChanges();
        Unit Of(string name, string shortName, CouncilRank rank, int at) => new()
        {
            MeetingId = last.Id, ListNo = at, CouncilRank = rank, LiaisonId = at == 1 ? liaison.Id : null, Organisation = new() { FullName = name, ShortName = shortName, Kind = OrganisationKind.Enterprise },
        };
        var foundry = Of("重型铸造有限责任公司", "重型铸造", CouncilRank.ViceChair, 1);
        db.AddRange(foundry, Of("沈阳铸造研究所", "沈铸所", CouncilRank.Director, 2), new ReplyRules { MeetingId = last.Id, ViceChairPlaces = 5 });
        db.Add(new Checkpoint { MeetingId = last.Id, Name = "8月23日上午签到", NameEn = "Session 8/23 morning", Kind = CheckpointKind.Session, OpensAt = new(Last, 8, 23, 0, 0, 0), ClosesAt = new(Last, 8, 23, 4, 0, 0) });
        db.Add(new Checkpoint { MeetingId = last.Id, Name = "第三天考察", Kind = CheckpointKind.Trip, OpensAt = new(Last, 8, 25, 0, 0, 0), ClosesAt = new(Last, 8, 25, 4, 0, 0) });
        db.Add(new Vehicle { MeetingId = last.Id, Model = "考斯特", Seats = 19, PlateNo = "黑BD0005" });
        db.SaveChanges();
        db.Add(new Attendee { MeetingId = last.Id, UnitId = foundry.Id, Name = "张三", ListNo = 1 });
        db.SaveChanges();
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        if (page is not null) await page.Context.DisposeAsync();
        await app.DisposeAsync();
    }

    Task LookAsync(string name) => page.LookAsync($"{name}-{language}");

    ILocator Primary => page.Locator("main .mud-button-filled-primary").First;

    [Theory]
    [InlineData("zh-CN", "副理事长单位"), InlineData("en", "Vice-chair")]
    public async Task Units_come_along_with_their_rank_and_people_are_not_copied(string spoken, string rank)
    {
        language = spoken;
        page = await chromium.Browser.OpenAsOrganiserAsync(app, "/meetings/new", language);
        await MakeAsync();
        await page.GotoAsync($"/{Year}/units");
        await page.SettleAsync();
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(2);
        await Expect(page.Locator("tbody tr").First).ToContainTextAsync(rank);
        foreach (var step in Steps)
        {
            await page.GotoAsync($"/{Year}/{step}");
            await LookAsync($"second-{step.Split('?')[0].Replace('/', '-')}");
        }
        await CarryAgainAsync();
        await PasteAsync(rank);
        using var db = app.Get<IDbContextFactory<EventDb>>().CreateDbContext();
        Assert.Equal(Last, db.Meetings().Single(m => m.Id == db.Attendees().Single().MeetingId).Year);
        Assert.Equal(2, db.Vehicles().Count(v => v.PlateNo == "黑BD0005"));
        Assert.Equal([CouncilRank.ViceChair, CouncilRank.Director, CouncilRank.Member], db.Units().Where(u => u.MeetingId != db.Attendees().Single().MeetingId).OrderBy(u => u.ListNo).Select(u => u.CouncilRank!.Value));
    }

    async Task MakeAsync()
    {
        await page.SettleAsync();
        await Expect(page.Locator("#meeting-name")).ToHaveValueAsync($"{Year}年金属新材料年会");
        await LookAsync("second-new");
        await page.FillAsync("#first-day", $"{Year}-08-22");
        await page.FillAsync("#last-day", $"{Year}-08-23");
        await page.Locator("#last-day").BlurAsync();
        await Primary.ClickAsync();
        await Expect(page.Locator(".carried .open-point")).ToHaveCountAsync(1);
        await LookAsync("second-carried");
        await Primary.ClickAsync();
        await page.ArriveAsync($"**/{Year}/set-up");
        await LookAsync("second-set-up");
    }

    // What was there already is not taken twice.
    async Task CarryAgainAsync()
    {
        await page.GotoAsync($"/{Year}/carry-over?setup=1");
        await LookAsync("second-carry-over");
        await Primary.ClickAsync();
        await page.Locator(".carried li").First.WaitForAsync();
        await LookAsync("second-carry-over-done");
    }

    async Task PasteAsync(string rank)
    {
        await page.GotoAsync($"/{Year}/units/import");
        await page.SettleAsync();
        await page.FillAsync("#pasted", "重型铸造\n沈铸所\nX Co., Ltd.\n");
        await page.Locator("#pasted").BlurAsync();
        await Primary.ClickAsync();
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(3);
        await LookAsync("second-preview");
        await Primary.ClickAsync();
        await page.Locator(".empty-title").WaitForAsync();
        await page.GotoAsync($"/{Year}/units");
        await Expect(page.Locator("tbody tr").First).ToContainTextAsync(rank);
    }
}
