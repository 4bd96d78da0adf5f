using Microsoft.Extensions.DependencyInjection;

namespace EventApp.Tests.Hostile;

/// <summary>Whatever is asked about a meeting is answered by that meeting alone, though another has the same people, phones and units.</summary>
public sealed class QueriesOfTwoMeetingsTests(TwoMeetings two) : IClassFixture<TwoMeetings>
{
    // These ask about no meeting, or find it by a secret; a query in neither list has forgotten its meeting.
    const string OfNoMeeting = """
        AttendeeByLink(linkId, token); OwnCard(linkId, token); DriverCard(linkId, token); PublicScreen(token); ReplyForm(replyId); UnitLinks(replyId); UnitWorkbook(replyId)
        StationByToken(tokenHash); StationCard(pass); StationPin(pass, pin)
        MeetingCalendar(); MeetingCalendar(year); MeetingOfTheMoment(); CarryOffer(year); RememberedChoice(userId, name); OwnSessions(userId); SubjectNames(subjects)
        AuditChain(); BackupList(); BackupWatch()
        """;

    // These look beyond their meeting on purpose: the bodies known over the years, last year's people to be proposed.
    static readonly string[] Beyond = ["FormerPeople(unitId)", "KnownLists()"];

    // Numbers and words of the program alone: the marker cannot show there, the comparison with an only meeting does.
    static readonly string[] Wordless =
    [
        "AudienceProposal(hallId, wish)", "DriverLinkCard(vehicleId)", "JoinDoor(token)", "LastStationScan()", "OpenMatters()", "OwnLinkCard(attendeeId)", "ProposedCheckpoints()", "RefusalTally(checkpointId)", "ReplyLinkList()", "ReportedIn(attendeeIds)", "ReturnedReplies(files)", "RosterChanges(since)",
        "SetUpProgress()", "SettingsCounts()", "TableQuestion(hallId)", "SheetLines(checkpointId, attendeeId)", "DietBoard(attendeeId)", "DietBoard(filter)",
    ];

    [Fact]
    public void Every_query_names_its_meeting_or_stands_in_the_list_of_those_that_have_none()
    {
        var found = Callable.Methods("ReadAsync").Where(method => !method.NamesMeeting()).Select(Callable.Title).ToList();
        var said = OfNoMeeting.Split((char[])[';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var wrong = found.Except(said).Select(one => "new: " + one).Concat(said.Except(found).Select(one => "gone: " + one));
        Assert.True(!wrong.Any(), string.Join('\n', wrong));
    }

    [Fact]
    public async Task Nothing_of_another_meeting_appears_in_any_query()
    {
        var wrong = new List<string>();
        foreach (var method in Callable.Methods("ReadAsync").Where(method => method.NamesMeeting()))
        {
            if (Beyond.Contains(method.Title())) continue;
            var own = await AskAsync(method, here: true, idsOfHere: true);
            var foreign = await AskAsync(method, here: true, idsOfHere: false);
            var there = await AskAsync(method, here: false, idsOfHere: false);
            wrong.AddRange(own.Concat(foreign).Where(value => value.Contains(TwoMeetings.Marker, StringComparison.Ordinal)).Take(2).Select(value => $"{method.Title()} shows {value}"));
            var marked = there.Any(value => value.Contains(TwoMeetings.Marker, StringComparison.Ordinal));
            if (marked == Wordless.Contains(method.Title())) wrong.Add($"{method.Title()}: {(marked ? "bears words after all" : $"the other meeting's own answer bears no marker: {string.Join(", ", there.Take(3))}")}");
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    async Task<List<string>> AskAsync(System.Reflection.MethodInfo method, bool here, bool idsOfHere)
    {
        await using var scope = two.App.Services.CreateAsyncScope();
        try
        {
            return Shown.Of(await scope.ServiceProvider.CallAsync(method, await new Arguments(two, here ? two.Here : two.There, idsOfHere).OfAsync(method)));
        }
        catch (Exception wrong) when (wrong is not Xunit.Sdk.XunitException)
        {
            return [$"{TwoMeetings.Marker}{wrong.GetBaseException().GetType().Name}: {wrong.GetBaseException().Message}"];
        }
    }
}
