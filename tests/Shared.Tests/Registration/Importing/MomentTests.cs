using Shared.Meetings.Importing;
using Shared.Registration.Importing;
using static Shared.Meetings.Importing.RowStatus;

namespace Shared.Tests.Registration.Importing;

public sealed class MomentTests
{
    static (RowStatus, string, string) At(string cell) => RosterSheet.Read("到达时间", cell, RosterFields.ArrivalAt);

    static (RowStatus Status, string At, string Codes) Joined(string date, string time)
    {
        var row = RosterSheet.Preview("姓名|单位|到达日期|到达时间", $"王刚|哈尔滨理工大学|{date}|{time}").Table.Records[0];
        return (row.Status, RosterSheet.InWords(row.Reading![RosterFields.ArrivalAt]), RosterSheet.Codes(row));
    }

    [Theory]
    [InlineData("d:45139.6041667", Ok, "2023-08-01T14:30", ""), InlineData("n:45139.6041667", Corrected, "2023-08-01T14:30", ""), InlineData("45139.6041667", Corrected, "2023-08-01T14:30", "")]
    [InlineData("d:45160", Ok, "2023-08-22T00:00", "TimeMissing"), InlineData("45160", Corrected, "2023-08-22T00:00", "TimeMissing")]
    [InlineData("2023-08-01 14:30", Ok, "2023-08-01T14:30", ""), InlineData("2023/8/1 14:30:00", Ok, "2023-08-01T14:30", ""), InlineData("2023年8月1日 14:30", Ok, "2023-08-01T14:30", "")]
    [InlineData("8月1日14:30", Corrected, "2023-08-01T14:30", ""), InlineData("8.1 14：30", Corrected, "2023-08-01T14:30", ""), InlineData("8/1下午2点半", Corrected, "2023-08-01T14:30", "")]
    [InlineData("八月一日下午两点半", Corrected, "2023-08-01T14:30", ""), InlineData("8月21日（周一）晚8点左右", Corrected, "2023-08-21T20:00", ""), InlineData("8-22 中午12点", Corrected, "2023-08-22T12:00", "")]
    [InlineData("20230822", Corrected, "2023-08-22T00:00", "TimeMissing"), InlineData("8月22号上午9点一刻", Corrected, "2023-08-22T09:15", ""), InlineData("8月22日24:00", Corrected, "2023-08-23T00:00", "")]
    [InlineData("1日", Warning, "2023-08-01T00:00", "DateGuessed TimeMissing"), InlineData("22日14:30", Warning, "2023-08-22T14:30", "DateGuessed")]
    [InlineData("n:8.1", Warning, "2023-08-01T00:00", "DateGuessed TimeMissing"), InlineData("14:30", Warning, "2023-08-22T14:30", "DateGuessed"), InlineData("d:0.604166667", Warning, "2023-08-22T14:30", "DateGuessed")]
    [InlineData("8月22日2点半", Warning, "2023-08-22T02:30", "HourUnclear"), InlineData("8月22日上午", Warning, "2023-08-22T00:00", "TimeMissing HourUnclear")]
    [InlineData("2019-08-01", Error, "", "TimeOutOfRange"), InlineData("n:36526", Error, "", "TimeOutOfRange"), InlineData("2月30日", Error, "", "TimeUnreadable"), InlineData("13月1日", Error, "", "TimeUnreadable")]
    [InlineData("0000-01-01", Error, "", "TimeUnreadable"), InlineData("٨月٢٢日", Error, "", "TimeUnreadable"), InlineData("0000年8月22日 14:30", Error, "", "TimeUnreadable")]
    [InlineData("会后再说", Error, "", "TimeUnreadable"), InlineData("待定", Warning, "", "LeftEmpty"), InlineData("无", Warning, "", "LeftEmpty"), InlineData("", Ok, "", "")]
    public void A_time_is_read_with_the_year_of_the_meeting(string cell, RowStatus status, string at, string codes) =>
        Assert.Equal((status, at, codes), At(cell));

    [Theory]
    [InlineData("8月22日", "14:30", Corrected, "2023-08-22T14:30", ""), InlineData("2023-08-22", "14:30", Ok, "2023-08-22T14:30", ""), InlineData("d:45160", "d:0.6041666667", Ok, "2023-08-22T14:30", "")]
    [InlineData("45160", "0.6041666667", Corrected, "2023-08-22T14:30", ""), InlineData("d:45160", "14.30", Corrected, "2023-08-22T14:30", ""), InlineData("22日", "n:1430", Warning, "2023-08-22T14:30", "DateGuessed"), InlineData("8.22", "下午2点半", Corrected, "2023-08-22T14:30", "")]
    [InlineData("8月22日", "", Corrected, "2023-08-22T00:00", "TimeMissing"), InlineData("", "8月22日14:30", Corrected, "2023-08-22T14:30", "")]
    [InlineData("8月22日", "8月21日14:30", Warning, "2023-08-22T14:30", "DatesDiffer"), InlineData("同上", "14:30", Warning, "2023-08-22T14:30", "NothingAbove DateGuessed")]
    public void A_day_and_an_hour_from_two_columns_are_joined(string date, string time, RowStatus status, string at, string codes) =>
        Assert.Equal((status, at, codes), Joined(date, time));

    [Fact]
    public void A_correction_says_both_cells_and_the_time_they_make()
    {
        var row = RosterSheet.Preview("姓名|单位|到达日期|到达时间", "王刚|哈尔滨理工大学|8月22日|下午2点半").Table.Records[0];
        Assert.Equal(new Correction(RosterFields.ArrivalAt, "8月22日 下午2点半", "2023-08-22T14:30"), Assert.Single(row.Reading!.Corrections));
    }

    [Theory]
    [InlineData(2023, 12, 30, 1, 2, "2024-01-02"), InlineData(2024, 1, 3, 12, 31, "2023-12-31"), InlineData(2023, 8, 22, 1, 2, "2023-01-02"), InlineData(2023, 8, 22, 12, 31, "2023-12-31")]
    public void Near_the_turn_of_the_year_a_month_belongs_to_the_nearer_year(int year, int month, int day, int inMonth, int inDay, string expected)
    {
        var first = new DateOnly(year, month, day);
        Assert.Equal(expected, new MeetingDays(first, first.AddDays(2)).WithYear(inMonth, inDay)?.ToString("yyyy-MM-dd"));
    }

    [Theory]
    [InlineData(2023, 8, 30, 1, "2023-09-01"), InlineData(2023, 9, 1, 31, "2023-08-31"), InlineData(2023, 8, 22, 1, "2023-08-01"), InlineData(2023, 2, 10, 30, null)]
    public void A_day_alone_is_of_the_meetings_month_or_of_the_one_beside_it_where_that_is_nearer(int year, int month, int day, int number, string? expected)
    {
        var first = new DateOnly(year, month, day);
        Assert.Equal(expected, new MeetingDays(first, first.AddDays(1)).WithMonth(number)?.ToString("yyyy-MM-dd"));
    }
}
