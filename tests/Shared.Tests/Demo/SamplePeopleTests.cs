using Microsoft.EntityFrameworkCore;
using Shared.CheckIn;
using Shared.Registration;

namespace Shared.Tests.Demo;

public sealed class SamplePeopleTests(SampleHall hall) : IClassFixture<SampleHall>
{
    [Fact]
    public void Two_named_Wang_Wei_come_from_two_units_and_two_named_Li_Na_from_one()
    {
        int[] UnitsOf(string name) => [.. hall.Attendees.Where(a => a.Name == name).Select(a => a.UnitId)];
        Assert.Equal((2, 2), (UnitsOf("王伟").Length, UnitsOf("王伟").Distinct().Count()));
        Assert.Equal((2, 1), (UnitsOf("李娜").Length, UnitsOf("李娜").Distinct().Count()));
        Assert.Equal(2, hall.Attendees.GroupBy(a => a.Name).Count(same => same.Count() > 1));
    }

    [Fact]
    public void Names_hold_a_rare_character_a_dot_and_every_length()
    {
        Assert.Single(hall.Attendees, a => a.Name.Contains('䶮'));
        Assert.Equal(9, Assert.Single(hall.Attendees, a => a.Name.Contains('·')).Name.Length);
        Assert.Equal(4, Assert.Single(hall.Attendees, a => a.Name.Length == 4).Name.Length);
        Assert.Equal(35, hall.Attendees.Count(a => a.Name.Length == 2));
    }

    [Fact]
    public void Every_compound_and_every_ambiguous_surname_occurs()
    {
        foreach (var surname in (string[])["欧阳", "司马", "上官", "诸葛", "尉迟", "万俟"])
            Assert.Single(hall.Attendees, a => a.Name.StartsWith(surname, StringComparison.Ordinal));
        foreach (var surname in "单仇解查曾区盖朴缪任华覃") Assert.Single(hall.Attendees, a => a.Name[0] == surname);
    }

    [Fact]
    public void Phones_differ_and_begin_with_a_prefix_that_nobody_has()
    {
        Assert.All(hall.Attendees, a => Assert.Matches("^1540000[0-9]{4}$", a.Phone));
        Assert.Equal(158, hall.Attendees.Select(a => a.Phone).Distinct().Count());
    }

    [Theory]
    [InlineData(TravelMode.Local, 84), InlineData(TravelMode.Train, 48), InlineData(TravelMode.Flight, 14), InlineData(TravelMode.Car, 6), InlineData(TravelMode.Other, 6)]
    public void People_come_by_every_means(TravelMode mode, int people) => Assert.Equal(people, Arrivals.Count(j => j.Mode == mode));

    [Fact]
    public void Trains_are_met_at_two_stations_and_who_changed_from_a_plane_at_one()
    {
        int By(TravelMode mode, string terminal) => Arrivals.Count(j => j.Mode == mode && j.Terminal == terminal);
        Assert.Equal((34, 14, 6), (By(TravelMode.Train, "齐齐哈尔南"), By(TravelMode.Train, "齐齐哈尔"), By(TravelMode.Other, "齐齐哈尔南")));
        Assert.Equal(6, hall.Attendees.Count(a => a.Remark is not null));
        Assert.Equal(68, Arrivals.Count(j => j.NeedsRide == true));
    }

    [Fact]
    public void Of_those_who_travel_62_in_a_hundred_come_in_the_afternoon_before()
    {
        var times = Arrivals.Where(j => j.At is not null).Select(j => j.At!.Value.AddHours(8)).ToList();
        var before = new DateTime(2026, 11, 22);
        Assert.Equal(74, times.Count);
        Assert.Equal(46, times.Count(at => at >= before.AddHours(14) && at < before.AddHours(19)));
        Assert.Equal(2, times.Count(at => at >= before.AddHours(22) && at < before.AddDays(1)));
        Assert.Equal(5, times.Count(at => at >= before.AddDays(1)));
    }

    [Fact]
    public void Of_those_who_travel_65_in_a_hundred_leave_on_the_last_evening_or_the_morning_after()
    {
        var leaving = hall.Attendees.Select(a => a.Journeys.Single(j => j.Direction == JourneyDirection.Departure)).Where(j => j.Mode != TravelMode.Local).ToList();
        var lastDay = new DateTime(2026, 11, 24);
        Assert.Equal(48, leaving.Count(j => j.At?.AddHours(8) is { } at && at >= lastDay.AddHours(17) && at < lastDay.AddHours(36)));
        Assert.Equal(5, leaving.Count(j => j.Mode is null && j.At is null));
    }

    [Fact]
    public void Seventy_rooms_hold_all_who_are_not_local()
    {
        var rooms = hall.Attendees.Where(a => a.Lodging is not null).GroupBy(a => a.Lodging).ToList();
        Assert.Equal((70, 74), (rooms.Count, rooms.Sum(room => room.Count())));
        Assert.All(rooms.Where(room => room.Count() > 1), room => Assert.Single(room.Select(a => (a.UnitId, a.Gender)).Distinct()));
    }

    [Fact]
    public async Task Each_is_found_by_the_surname_as_it_is_spoken()
    {
        await using var db = hall.Database.CreateDbContext();
        foreach (var (typed, surname) in (IEnumerable<(string, string)>)[("shan", "单"), ("qiu", "仇"), ("xie", "解"), ("zha", "查"), ("ou", "区"), ("moqi", "万俟"), ("yuchi", "尉迟")])
        {
            var found = await RosterSearch.NarrowAsync(db, db.Attendees().Listed(hall.MeetingId), hall.MeetingId, typed, TestContext.Current.CancellationToken);
            Assert.Contains(await found.Select(a => a.Name).ToListAsync(TestContext.Current.CancellationToken), name => name.StartsWith(surname, StringComparison.Ordinal));
        }
    }

    IEnumerable<Journey> Arrivals => hall.Attendees.Select(a => a.Journeys.Single(j => j.Direction == JourneyDirection.Arrival));
}
