using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Shared.Registration;
using Shared.Registration.Replies;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests.Journeys;

/// <summary>The rarer answers of a reply, from the phone into the list: trains, nights, too many people, a unit that does not come after all.</summary>
public sealed class AnsweringInFull(Chromium chromium) : ReplyJourney(chromium)
{
    async Task<IPage> FilledAsync(string name = "王刚")
    {
        var page = await OpenAsync();
        await FillAsync(Card(page), name);
        await FillUnitAsync(page);
        return page;
    }

    Attendee Person() => Hall.Read(db => db.Attendees().Include(a => a.Journeys).Include(a => a.Stay).Single());

    // A day that is still to come, whenever this runs.
    static readonly DateOnly AskAgainOn = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(3);

    static async Task TravelAsync(ILocator card)
    {
        await Ask(card, "arrivalMode").SelectOptionAsync("train");
        await Ask(card, "arrivalService").FillAsync("G1234");
        await Ask(card, "arrivalDay").FillAsync("2026-11-22");
        await Ask(card, "arrivalHour").FillAsync("15:30");
        await Ask(card, "pickUp").SelectOptionAsync("yes");
        await Ask(card, "lodging").SelectOptionAsync("yes");
        await Ask(card, "room").SelectOptionAsync("twin");
        await Ask(card, "stayFrom").FillAsync("2026-11-24");
        await Ask(card, "stayTo").FillAsync("2026-11-24");
        await Ask(card, "departureMode").SelectOptionAsync("undecided");
        await Ask(card, "departureAskAgain").FillAsync($"{AskAgainOn:yyyy-MM-dd}");
    }

    [Fact]
    public async Task A_train_with_a_ride_and_nights_at_the_hotel_reach_the_list()
    {
        var page = await FilledAsync();
        var card = Card(page);
        await TravelAsync(card);
        await SendAsync(page, "refused");
        await Expect(page.Locator("#outcome-problems button")).ToHaveTextAsync(["王刚 · 到达站 · 要接站请写到达站", "王刚 · 离店 · 离店要晚于入住"]);
        // What two answers make wrong together stays said until one of them is mended.
        await page.RunAndWaitForResponseAsync(() => Task.CompletedTask, "**/state");
        await page.RunAndWaitForResponseAsync(() => Task.CompletedTask, "**/state");
        await Expect(card.Locator("[data-question=stayTo] .field-problem")).ToHaveTextAsync("离店要晚于入住");
        await Ask(card, "stayFrom").FillAsync("2026-11-22");
        await Ask(card, "arrivalTerminal").FillAsync("齐齐哈尔南站");
        await Expect(card.Locator("[data-question=stayTo] .field-problem")).ToBeHiddenAsync();
        await SendAsync(page, "sent");
        var person = Person();
        var (there, back) = (person.Journeys.Single(j => j.Direction == JourneyDirection.Arrival), person.Journeys.Single(j => j.Direction == JourneyDirection.Departure));
        Assert.Equal((TravelMode.Train, "G1234", true), (there.Mode, there.ServiceNo, there.NeedsRide));
        Assert.Equal((TravelMode.Undecided, AskAgainOn), (back.Mode, back.AskAgainOn));
        Assert.Equal((true, RoomKind.Twin, new DateOnly(2026, 11, 24)), (person.Stay!.Needed, person.Stay.Room, person.Stay.To));
    }

    [Fact]
    public async Task The_way_back_is_asked_in_its_own_words()
    {
        var page = await FilledAsync();
        await Expect(Ask(Card(page), "departureMode").Locator("option[value=local]")).ToHaveTextAsync("本地，不用送");
        await Ask(Card(page), "departureMode").SelectOptionAsync("train");
        await Ask(Card(page), "departureService").FillAsync("G1234");
        await Ask(Card(page), "dropOff").SelectOptionAsync("yes");
        await SendAsync(page, "refused");
        await Expect(page.Locator("#outcome-problems button")).ToHaveTextAsync("王刚 · 出发站 · 要送站请写出发站");
    }

    [Theory]
    [InlineData("zh-CN"), InlineData("en")]
    public async Task Who_overtypes_a_name_is_asked_whether_it_is_somebody_else(string language)
    {
        Hall.AddPerson("刘䶮", a => (a.Post, a.Phone, a.SaidRoles) = ("总经理", "15400007777", StageRoles.Signs));
        var page = await OpenAsync(language);
        await FillUnitAsync(page);
        var (card, renamed) = (Card(page), Ask(Card(page), "renamed"));
        await Expect(renamed).ToBeHiddenAsync();
        await Ask(card, "name").FillAsync("李 娜");
        await Expect(renamed).ToBeVisibleAsync();
        await Ask(card, "name").FillAsync("刘 䶮");
        await Expect(renamed).ToBeHiddenAsync();
        await FillAsync(card, "李娜", "15400004321");
        await page.PictureAsync($"reply-renamed-{language}");
        await page.AssertAccessibleAsync();
        await page.AssertNoSidewaysScrollAsync();
        await SendAsync(page, "refused");
        await page.Locator("#outcome-problems button").ClickAsync();
        await renamed.SelectOptionAsync("other");
        await SendAsync(page, "sent");
        Assert.Equal([("刘䶮", AttendeeState.Replaced, StageRoles.Signs), ("李娜", AttendeeState.Confirmed, StageRoles.None)], People().Select(p => (p.Name, p.State, p.SaidRoles)));
        await Expect(renamed).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_meeting_that_takes_a_fee_asks_what_the_invoice_bears()
    {
        var page = await FilledAsync();
        await Expect(page.Locator("#taxNumber")).ToHaveCountAsync(0);
        Hall.Add(new ReplyRules { MeetingId = Hall.Meeting.Id, HasFee = true });
        await page.ReloadAsync();
        await ReadyAsync(page);
        await page.FillAsync("#invoiceTitle", "重型铸造有限责任公司");
        await page.FillAsync("#taxNumber", "9123 0200");
        await SendAsync(page, "refused");
        await Expect(page.Locator("#outcome-problems button")).ToContainTextAsync("税号是 18 位");
        await page.FillAsync("#taxNumber", "91230200 MA18C2F00X");
        await SendAsync(page, "sent");
        Assert.Equal("91230200MA18C2F00X", Hall.Read(db => db.Replies().Single().TaxNumber));
    }

    [Fact]
    public async Task More_people_than_places_need_a_reason_and_a_blank_card_is_nobody()
    {
        var page = await OpenAsync();
        await Expect(page.Locator("#people-count")).ToContainTextAsync("0 人");
        await Ask(Card(page), "name").FocusAsync();
        await PasteAsync(page, "序号\t姓名\t职务\t手机\n1\t王刚\t主任\t15400000001\n2\t李娜\t工程师\t15400000002\n赵云峰,15400000003,总经理");
        await Expect(page.Locator("#people-said")).ToContainTextAsync("读到 3 人：王刚 李娜 赵云峰");
        await Expect(page.Locator("#people-count")).ToContainTextAsync("3 人");
        await page.PictureAsync("reply-pasted");
        await page.AssertAccessibleAsync();
        foreach (var card in await page.Locator(".reply-card").AllAsync())
        {
            await Ask(card, "arrivalMode").SelectOptionAsync("local");
            await card.Locator("summary").ClickAsync();
            await Ask(card, "lodging").SelectOptionAsync("no");
        }
        await FillUnitAsync(page);
        await SendAsync(page, "refused");
        await Expect(page.Locator("#outcome-problems button")).ToContainTextAsync("请说明超出名额的原因");
        await page.FillAsync("#overQuota", "签约需要");
        await SendAsync(page, "sent");
        Assert.Equal(["王刚 主任 15400000001", "李娜 工程师 15400000002", "赵云峰 总经理 15400000003"], People().OrderBy(p => p.Phone, StringComparer.Ordinal).Select(p => $"{p.Name} {p.Post} {p.Phone}"));
        Assert.Equal("签约需要", Hall.Read(db => db.Replies().Single().OverQuotaReason));
    }

    [Fact]
    public async Task People_beyond_what_one_form_takes_are_named_before_anything_is_sent()
    {
        var page = await OpenAsync();
        await Ask(Card(page), "name").FocusAsync();
        await PasteAsync(page, string.Join('\n', Enumerable.Range(0, TypeReply.MostNew).Select(i => "王刚" + (char)('一' + i))));
        await SavedAsync(page);
        await page.ClickAsync("#add-person");
        await Ask(Card(page, TypeReply.MostNew + 1), "name").FillAsync("李娜");
        await Expect(Card(page, TypeReply.MostNew + 1).Locator(".field-problem").First).ToContainTextAsync("一次加的人太多");
        await SendAsync(page, "refused");
        await Expect(page.Locator("#outcome-problems button")).ToHaveTextAsync("李娜 · 姓名 · 一次加的人太多，多的请联系会务组");
        await Card(page, TypeReply.MostNew + 1).Locator(".reply-remove").ClickAsync();
        await Expect(page.Locator(".reply-card")).ToHaveCountAsync(TypeReply.MostNew);
        await SendAsync(page, "refused");
        await Expect(page.Locator("#outcome-problems")).Not.ToContainTextAsync("一次加的人太多");
    }

    [Fact]
    public async Task A_unit_that_does_not_come_may_come_after_all_with_the_same_people_and_pages()
    {
        var page = await FilledAsync();
        await SendAsync(page, "sent");
        var address = await page.Locator("#own-links .reply-link").TextContentAsync();
        await page.Locator("#decline-part summary").ClickAsync();
        await page.CheckAsync("#declined");
        await SendAsync(page, "refused");
        await page.FillAsync("#declineReason", "出差");
        await SendAsync(page, "declined");
        await Expect(page.Locator("#own-links")).ToBeHiddenAsync();
        Assert.Equal(AttendeeState.Cancelled, Person().State);
        await page.UncheckAsync("#declined");
        await Expect(Ask(Card(page), "name")).ToHaveValueAsync("王刚");
        await SendAsync(page, "sent");
        await Expect(page.Locator("#own-links .reply-link")).ToHaveTextAsync(address!);
        Assert.Equal(AttendeeState.Confirmed, Person().State);
        Assert.Null(Hall.Read(db => db.Replies().Single().DeclinedAt));
    }

    [Fact]
    public async Task Markup_as_a_name_is_sent_and_stays_text_and_its_picture_says_whose_it_is()
    {
        const string hostile = "<img src=x onerror=document.title='x'>";
        var page = await FilledAsync(hostile);
        await SendAsync(page, "sent");
        Assert.Equal(hostile, Person().Name);
        var picture = page.Locator("#own-links img");
        await Expect(page.Locator("#own-links strong")).ToHaveTextAsync(hostile);
        await Expect(page.Locator("#proof-list .reply-proof-name")).ToHaveTextAsync(hostile);
        await picture.ScrollIntoViewIfNeededAsync();
        await Expect(picture).ToHaveAttributeAsync("src", new System.Text.RegularExpressions.Regex("^data:image/png"));
        Assert.Equal($"{hostile} 重型铸造.png", await page.Locator("#own-links a").GetAttributeAsync("download"));
        var address = await page.Locator(".reply-link").TextContentAsync();
        var file = Path.GetTempFileName();
        File.WriteAllBytes(file, Convert.FromBase64String((await picture.GetAttributeAsync("src"))!.Split(',')[1]));
        Assert.Equal([address], Paper.CodesIn(file));
        File.Delete(file);
        // Below the code something is written.
        Assert.True(await picture.EvaluateAsync<bool>("""
            image => { const canvas = document.createElement('canvas'); [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
              const pen = canvas.getContext('2d'); pen.drawImage(image, 0, 0);
              return pen.getImageData(0, image.naturalWidth, image.naturalWidth, image.naturalHeight - image.naturalWidth).data.some(shade => shade < 128); }
            """));
        Assert.NotEqual("x", await page.TitleAsync());
        await page.PictureAsync("reply-links");
    }

    [Fact]
    public async Task A_form_open_across_the_deadline_says_so_and_what_was_asked_is_not_called_unsent()
    {
        SetDeadline(DateTime.UtcNow.AddDays(1));
        var page = await FilledAsync();
        await SendAsync(page, "sent");
        await Expect(page.Locator("#deadline")).ToContainTextAsync("前发送");
        SetDeadline(DateTime.UtcNow.AddSeconds(-1));
        await Expect(page.Locator("#deadline")).ToContainTextAsync("仍可修改，发送后由会务组确认");
        await Ask(Card(page), "post").FillAsync("主任");
        await Expect(page.Locator("#saved")).ToContainTextAsync("1 处未发送");
        await SendAsync(page, "asked");
        await Expect(page.Locator("#asked")).ToContainTextAsync("1 处修改等会务组确认");
        await Expect(page.Locator("#saved")).Not.ToContainTextAsync("未发送");
        await page.PictureAsync("reply-asked");
        await page.AssertAccessibleAsync();
        Hall.Read(db => db.ReplyChanges().ExecuteUpdate(set => set.SetProperty(c => c.Field, ReplyFields.Arrival.Mode).SetProperty(c => c.After, "train").SetProperty(c => c.State, ReplyChangeState.Refused).SetProperty(c => c.DecidedAt, DateTime.UtcNow)));
        await page.ReloadAsync();
        await Expect(page.GetByText("怎么来: 火车")).ToBeVisibleAsync();
    }
}
