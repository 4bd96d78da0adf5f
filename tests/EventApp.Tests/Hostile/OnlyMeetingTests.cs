using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace EventApp.Tests.Hostile;

/// <summary>What a meeting is told, numbers too, is the same after another meeting is gone.</summary>
public sealed class OnlyMeetingTests(TwoMeetings two) : IClassFixture<TwoMeetings>
{
    // The bodies known over the years, last year's people, and how many meetings there are.
    static readonly string[] Beyond = ["FormerPeople(unitId)", "KnownLists()", "SettingsCounts()"];

    [Fact]
    public async Task Every_query_answers_the_same_whether_there_is_another_meeting_or_not()
    {
        var queries = Callable.Methods("ReadAsync").Where(method => method.NamesMeeting() && !Beyond.Contains(method.Title())).ToList();
        var before = new List<List<string>>();
        foreach (var query in queries) before.Add(await AskAsync(query));
        await using (var db = two.Db())
        {
            await db.RunSqlAsync("PRAGMA foreign_keys = OFF");
            foreach (var table in TwoMeetings.Tables(db).Where(table => table is not ("Organisation" or "OrganisationAlias"))) await db.RunSqlAsync($"DELETE FROM \"{table}\" WHERE rowid <= {two.Last[table]}");
            await db.RunSqlAsync("PRAGMA foreign_keys = ON");
        }
        var wrong = new List<string>();
        foreach (var (query, told) in queries.Zip(before))
        {
            var alone = await AskAsync(query);
            wrong.AddRange(told.Except(alone).Concat(alone.Except(told)).Take(2).Select(value => $"{query.Title()}: {value}"));
        }
        Assert.True(before.Sum(told => told.Count) > 5000);
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    async Task<List<string>> AskAsync(MethodInfo method)
    {
        await using var scope = two.App.Services.CreateAsyncScope();
        return Shown.Of(await scope.ServiceProvider.CallAsync(method, await new Arguments(two, two.Here, idsOfHere: true).OfAsync(method)));
    }
}
