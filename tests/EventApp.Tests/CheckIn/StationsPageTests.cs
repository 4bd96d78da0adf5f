using Bunit;
using EventApp.CheckIn;
using Microsoft.Extensions.DependencyInjection;
using Shared.CheckIn;
using TestContext = Xunit.TestContext;

namespace EventApp.Tests.CheckIn;

public sealed class StationsPageTests : PageTest
{
    [Fact]
    public async Task A_new_station_shows_its_code_until_a_device_has_taken_it()
    {
        var page = Open<StationsPage>("/2026/stations?edit=new");
        page.WaitForElement("#station-name").Change("2号台");
        Press(page, "生成配对码");
        var code = page.WaitForElement(".pairing-code").TextContent;
        await Services.GetRequiredService<EnrolStation>().RunAsync(code, TestContext.Current.CancellationToken);
        page.WaitForAssertion(() => Assert.Contains("2号台 已配对成功", page.Markup), TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void A_kiosk_asks_for_a_pin()
    {
        var page = Open<StationsPage>("/2026/stations?edit=new");
        page.WaitForElement("#station-name").Change("自助机");
        page.Find("#station-kind").Change("1");
        Press(page, "生成配对码");
        page.WaitForAssertion(() => Assert.Contains("4 到 8 位数字", page.Find("#station-pin-note").TextContent));
        Assert.Empty(page.FindAll(".pairing-code"));
    }

    [Fact]
    public void Another_name_is_saved_without_pairing_anew()
    {
        var station = new Station { MeetingId = Meeting.Id, Name = "1号台", Kind = StationKind.Desk, TokenHash = [1] };
        Rosters.Database.Add(station);
        var page = Open<StationsPage>($"/2026/stations?edit={station.Id}");
        page.WaitForElement("#station-name").Change("东门");
        Press(page, "只保存名称和签到点");
        page.WaitForAssertion(() => Assert.Contains("东门", page.Find("tbody").TextContent));
        page.WaitForAssertion(() => Assert.Contains("已配对", page.Find("tbody").TextContent));
        Assert.EndsWith("/2026/stations", Navigation.Uri);
    }

    [Fact]
    public void A_station_is_revoked_only_after_asking()
    {
        var station = new Station { MeetingId = Meeting.Id, Name = "1号台", Kind = StationKind.Desk, TokenHash = [1] };
        Rosters.Database.Add(station);
        var page = Open<StationsPage>("/2026/stations");
        page.WaitForAssertion(() => Assert.Contains("已配对", page.Find("tbody").TextContent));
        Press(page, "作废");
        Dialogs.WaitForAssertion(() => Assert.Contains("作废 1号台？", Dialogs.Markup));
        Press(Dialogs, "作废");
        page.WaitForAssertion(() => Assert.Contains("已作废", page.Find("tbody").TextContent));
    }

    [Fact]
    public void Without_stations_the_page_says_what_one_is()
    {
        var page = Open<StationsPage>("/2026/stations");
        page.WaitForAssertion(() => Assert.Contains("还没有签到设备", page.Markup));
    }
}
