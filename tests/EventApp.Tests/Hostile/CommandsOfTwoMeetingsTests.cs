using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Shared.Meetings;

namespace EventApp.Tests.Hostile;

/// <summary>A command about one meeting that is given another meeting's ids changes nothing at all.</summary>
public sealed class CommandsOfTwoMeetingsTests(TwoMeetings two) : IClassFixture<TwoMeetings>
{
    // These name no meeting: they belong to an account, a link, a station's token or the program.
    const string OfNoMeeting = """
        AddWalkIn(caller, typed); BindBadge(caller, ask); GiveHandout(caller, ask); ReinstateAttendee(caller, attendeeId, nonce); ScanBadge(caller, ask); ScanBadge(caller, asks); SubstituteAttendee(caller, typed); UndoHandout(caller, attendeeId, handoutId); UndoScan(caller, undo)
        EnrolStation(pairingCode); MarkStationSeen(tokenHash, pass); SwitchOperator(pass, operatorId, pin); AnswerByLink(linkId, token, purpose, state); OpenAttendeeLink(linkId, token); OpenDriverLink(linkId, token)
        ConfirmProof(replyId, version, name); SendReply(replyId, editor); TypeReply(replyId, editor, edits); CheckPin(userId, pin); RememberChoice(userId, name, value)
        CarryOver(meetings, words); SaveMeeting(entry); ImportRoster(plan, known); TidyImports(); ChooseBackupFolder(path); DatabaseStart(); MakeBackup(); ProbeWriter(); RestoreBackup(from, replace)
        """;

    // What these take is made from a file, which its own reading ties to a meeting.
    static readonly string[] OfFiles = ["ImportOrganisations(preview)", "ImportStaff(preview)", "TakeReplyFiles(files)"];

    // Written by other commands alone, which say what it is about.
    static readonly string[] Within = ["RecordPrintout(order, items)"];

    const int FewestAtWork = 15;

    [Fact]
    public void Every_command_names_its_meeting_or_stands_in_the_list_of_those_that_have_none()
    {
        var found = Callable.Methods("RunAsync").Where(method => !method.NamesMeeting()).Select(Callable.Title).ToList();
        var said = OfNoMeeting.Split((char[])[';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var wrong = found.Except(said).Select(one => "new: " + one).Concat(said.Except(found).Select(one => "gone: " + one));
        Assert.True(!wrong.Any(), string.Join('\n', wrong));
    }

    [Fact]
    public async Task Another_meetings_ids_in_any_command_change_nothing()
    {
        var (wrong, called) = (new List<string>(), new List<MethodInfo>());
        foreach (var method in Callable.Methods("RunAsync").Where(method => method.NamesMeeting() && !OfFiles.Concat(Within).Contains(method.Title())))
        {
            var before = await RowsAsync();
            string? refused;
            try
            {
                refused = await CallAsync(method, two.Here, idsOfHere: false);
            }
            catch (InvalidOperationException unsaid)
            {
                wrong.Add(unsaid.Message);
                continue;
            }
            if (refused is null) continue;
            called.Add(method);
            var after = await RowsAsync();
            wrong.AddRange(after.Except(before).Concat(before.Except(after)).Take(2).Select(row => $"{method.Title()}, which answered {refused}, touched {row[..Math.Min(row.Length, 300)]}"));
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        await AssertTheyWorkAsync(called);
    }

    // With ids of their own meeting most of them do something: what they are called with is no nonsense.
    async Task AssertTheyWorkAsync(List<MethodInfo> called)
    {
        var idle = new List<string>();
        foreach (var method in called)
        {
            var before = await RowsAsync();
            var answer = await CallAsync(method, two.Here, idsOfHere: true);
            if ((await RowsAsync()).SetEquals(before)) idle.Add($"{method.Title()}: {answer}");
        }
        TestContext.Current.SendDiagnosticMessage(string.Join('\n', idle));
        Assert.True(called.Count - idle.Count >= FewestAtWork, $"{called.Count} called, idle: {string.Join('\n', idle)}");
    }

    /// <summary>What it answered; null where it takes no ids.</summary>
    async Task<string?> CallAsync(MethodInfo method, MeetingView meeting, bool idsOfHere)
    {
        await using var scope = two.App.Services.CreateAsyncScope();
        var arguments = new Arguments(two, meeting, idsOfHere);
        try
        {
            var values = await arguments.OfAsync(method);
            if (!arguments.NamedRows) return null;
            var answer = await scope.ServiceProvider.CallAsync(method, values);
            return answer is null ? "nothing" : $"{answer} {string.Join(' ', Shown.Of(answer).Take(4))}";
        }
        catch (Exception wrong) when (wrong is not Xunit.Sdk.XunitException && !wrong.Message.EndsWith($"Say it in {nameof(Arguments)}.", StringComparison.Ordinal))
        {
            return $"{wrong.GetBaseException().GetType().Name}: {wrong.GetBaseException().Message}";
        }
    }

    // What was done is written down whether it was refused or not.
    async Task<HashSet<string>> RowsAsync()
    {
        await using var db = two.Db();
        var rows = new HashSet<string>();
        foreach (var table in TwoMeetings.Tables(db).Order(StringComparer.Ordinal))
            foreach (var line in await db.LinesAsync($"SELECT * FROM \"{table}\" ORDER BY rowid")) rows.Add($"{table}: {line}");
        return rows;
    }
}
