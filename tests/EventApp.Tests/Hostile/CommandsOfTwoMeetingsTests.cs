using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Shared.Meetings;

namespace EventApp.Tests.Hostile;

/// <summary>A command about one meeting that is given another meeting's ids changes nothing at all.</summary>
public sealed class CommandsOfTwoMeetingsTests(TwoMeetings two) : IClassFixture<TwoMeetings>
{
    // These name no meeting: they belong to an account, a link, a station's token or the program.
    const string OfNoMeeting = "";

    // Given ids of their own meeting these change nothing either: a wrong secret, a state that is not there.
    static readonly string[] Idle = [];

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
        foreach (var method in Callable.Methods("RunAsync").Where(method => method.NamesMeeting()))
        {
            var before = await RowsAsync();
            if (await CallAsync(method, two.Here, idsOfHere: false) is not { } refused) continue;
            called.Add(method);
            var after = await RowsAsync();
            wrong.AddRange(after.Except(before).Concat(before.Except(after)).Take(2).Select(row => $"{method.Title()}, which answered {refused}, touched {row[..Math.Min(row.Length, 300)]}"));
        }
        Assert.True(called.Count > 20);
        foreach (var method in called)
        {
            var before = await RowsAsync();
            var answer = await CallAsync(method, two.Here, idsOfHere: true);
            if ((await RowsAsync()).SequenceEqual(before) != Idle.Contains(method.Title())) wrong.Add($"{method.Title()} with ids of its own: {answer}");
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    /// <summary>What it answered; null where it takes no ids.</summary>
    async Task<string?> CallAsync(MethodInfo method, MeetingView meeting, bool idsOfHere)
    {
        await using var scope = two.App.Services.CreateAsyncScope();
        var arguments = new Arguments(two, meeting, idsOfHere);
        var values = await arguments.OfAsync(method);
        if (!arguments.NamedRows) return null;
        try
        {
            var answer = await scope.ServiceProvider.CallAsync(method, values);
            return answer is null ? "nothing" : $"{answer} {string.Join(' ', Shown.Of(answer).Take(4))}";
        }
        catch (Exception wrong) when (wrong is not Xunit.Sdk.XunitException)
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
