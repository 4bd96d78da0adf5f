using Microsoft.Extensions.DependencyInjection;
using Shared.CheckIn;
using Shared.CheckIn.Badges;
using Shared.CheckIn.Closing;
using Shared.CheckIn.Paper;
using Shared.Dashboard;
using Shared.Demo;
using Shared.Meetings;
using Shared.Registration.Proofing;
using Shared.Seating;
using Shared.Seating.Placing;
using Shared.Seating.Printing;
using Shared.Seating.Versions;
using Shared.Seating.Scenes;

namespace EventApp.Tests;

/// <summary>The sample meeting while people arrive: some of them are here, there is one print of each kind, and a display link.</summary>
static class SampleRows
{
    public const int Arrived = 60;
    const string By = "小松";

    /// <param name="clock">Says on which day it begins; today where none is given.</param>
    /// <returns>The meeting and the token of its display link.</returns>
    public static async Task<(MeetingView Meeting, string Display)> AddAsync(IServiceProvider services, TimeProvider? clock = null)
    {
        var id = await ActivatorUtilities.CreateInstance<MakeSampleMeeting>(services, clock ?? TimeProvider.System).RunAsync();
        var meeting = (await services.GetRequiredService<MeetingCalendar>().ReadAsync()).Single(m => m.Id == id);
        var keys = await ActivatorUtilities.CreateInstance<SampleKeys>(services).ReadAsync(id);
        var (door, people) = (keys.Checkpoints[0].Id, keys.Badges.Select(badge => badge.AttendeeId).ToList());
        foreach (var person in people.Order().Take(Arrived)) await services.GetRequiredService<CheckInByHand>().RunAsync(new(id, door, person), By);
        await services.GetRequiredService<PrintBadges>().RunAsync(meeting, new(new([.. people.Order().Take(3)], []), By));
        await services.GetRequiredService<PrintSignInSheet>().RunAsync(id, door, By);
        var display = (MakeDisplayLinkResult.Made)await services.GetRequiredService<MakeDisplayLink>().RunAsync(id, "大厅", null, By);
        await services.GetRequiredService<PrintClosing>().RunAsync(id, door, By, asFile: false);
        var units = (await services.GetRequiredService<UnitChoices>().ReadAsync(id)).Select(unit => unit.Id).Order().Take(2).ToList();
        await services.GetRequiredService<PrintProof>().RunAsync(id, units, By);
        await services.GetRequiredService<PrintRoster>().RunAsync(id, [door], By);
        await AddVersionAsync(services, id);
        await services.GetRequiredService<PrintSeats>().RunAsync(id, (await services.GetRequiredService<HallList>().ReadAsync(id)).Halls[0].Id, SeatSheet.Plan, By);
        var stage = (await services.GetRequiredService<SceneList>().ReadAsync(id))[0].Id;
        foreach (var kind in (string[])[SceneSheets.Cards, SceneSheets.Plan, SceneSheets.Ushers]) await services.GetRequiredService<PrintScene>().RunAsync(id, stage, new(kind), By);
        return (meeting, display.Token);
    }

    // A version of the seat plan, and somebody who has been taken off their seat since.
    static async Task AddVersionAsync(IServiceProvider services, int meetingId)
    {
        var hall = (await services.GetRequiredService<HallList>().ReadAsync(meetingId)).Halls[0].Id;
        await services.GetRequiredService<SaveSeatVersion>().RunAsync(meetingId, hall, "初稿", By);
        var map = await services.GetRequiredService<SeatMap>().ReadAsync(meetingId, hall, By);
        await services.GetRequiredService<UnseatPerson>().RunAsync(meetingId, hall, map!.Seats.Last(seat => seat.Person is not null).Person!.Id, By);
    }
}
