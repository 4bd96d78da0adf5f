using Shared.Registration;

namespace Shared.Tests.Registration;

public sealed class AttendeeListTests : IDisposable
{
    readonly Rosters rosters = new();

    public void Dispose() => rosters.Dispose();

    Task<AttendeePage> ReadAsync(AttendeeFilter? filter = null, int page = 1) =>
        new AttendeeList(rosters.Database).ReadAsync(rosters.Meeting.Id, filter ?? new(), page, TestContext.Current.CancellationToken);

    static string Names(AttendeePage page) => string.Join(' ', page.Rows.Select(r => r.Name));

    [Fact]
    public async Task A_page_holds_fifty_rows_and_a_page_past_the_end_is_the_last()
    {
        for (var i = 1; i <= 51; i++) rosters.Add($"王{(char)('一' + i)}");
        Assert.Equal(50, (await ReadAsync()).Rows.Count);
        var last = await ReadAsync(page: 99);
        Assert.Equal((2, 2, 51), (last.Page, last.Pages, last.Total));
        Assert.Single(last.Rows);
    }

    [Theory]
    [InlineData(NameOrder.List, "张三 田富 田大利 李四"), InlineData(NameOrder.Pinyin, "李四 田大利 田富 张三")]
    [InlineData(NameOrder.SurnameStrokes, "田富 田大利 李四 张三"), InlineData(NameOrder.NameStrokes, "田大利 田富 李四 张三")]
    public async Task People_stand_in_the_order_asked_for(NameOrder order, string names)
    {
        foreach (var name in (string[])["张三", "田富", "田大利", "李四"]) rosters.Add(name);
        Assert.Equal(names, Names(await ReadAsync(new() { Order = order })));
    }

    [Fact]
    public async Task Those_who_come_are_all_but_the_cancelled_and_the_replaced()
    {
        foreach (var state in Enum.GetValues<AttendeeState>()) rosters.Add($"{state}", change: a => a.State = state);
        var page = await ReadAsync(new() { Coming = true });
        Assert.Equal(("Confirmed OnLeave", 0), (Names(page), page.Counts.Of(AttendeeState.Cancelled)));
    }

    [Fact]
    public async Task Each_filter_counts_what_it_would_leave_under_the_others()
    {
        rosters.Add("张三", change: a => { a.Category = AttendeeCategory.Leader; a.Phone = "15400001234"; });
        rosters.Add("李四", rosters.University, a => a.Category = AttendeeCategory.Leader);
        rosters.Add("王五", change: a => a.State = AttendeeState.Cancelled);
        var page = await ReadAsync(new() { Category = AttendeeCategory.Leader });
        Assert.Equal("张三 李四", Names(page));
        Assert.Equal((2, 1), (page.Counts.Of(AttendeeCategory.Leader), page.Counts.Of(AttendeeCategory.Delegate)));
        Assert.Equal((2, 0), (page.Counts.Of(AttendeeState.Confirmed), page.Counts.Of(AttendeeState.Cancelled)));
        Assert.Equal((1, 2), (page.Counts.Of(OpenPoint.Phone), page.Counts.Of(OpenPoint.Arrival)));
        Assert.Equal(3, page.Counts.Everyone);
        Assert.Equal([2, 1], page.Counts.Units.Select(u => u.People));
    }

    [Fact]
    public async Task A_train_without_its_number_is_an_open_point_and_a_car_is_none()
    {
        rosters.Add("张三", change: a => a.Journeys.Add(new() { Direction = JourneyDirection.Arrival, Mode = TravelMode.Train }));
        rosters.Add("李四", change: a => a.Journeys.Add(new() { Direction = JourneyDirection.Arrival, Mode = TravelMode.Car }));
        rosters.Add("王五", change: a => a.State = AttendeeState.OnLeave);
        var page = await ReadAsync(new() { Open = OpenPoint.Arrival });
        Assert.Equal("张三", Names(page));
        Assert.True(page.Rows[0].LacksArrival);
        Assert.Equal(1, page.Counts.Of(OpenPoint.Arrival));
    }

    [Fact]
    public async Task A_list_shows_no_whole_phone()
    {
        rosters.Add("张三", change: a => a.Phone = "15400001234");
        Assert.Equal("154****1234", (await ReadAsync()).Rows[0].Phone);
    }

    [Fact]
    public async Task Another_meetings_people_are_never_listed()
    {
        rosters.Add("张三");
        var page = await new AttendeeList(rosters.Database).ReadAsync(rosters.Meeting.Id + 1, new(), 1, TestContext.Current.CancellationToken);
        Assert.Equal((0, 0), (page.Total, page.Counts.Everyone));
    }
}
