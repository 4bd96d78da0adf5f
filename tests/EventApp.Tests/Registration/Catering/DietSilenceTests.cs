using EventApp.Tests.CheckIn;
using EventApp.Tests.Privacy;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shared.Access;
using Shared.Registration;
using Shared.Registration.Catering;
using Shared.Registration.Mending;
using Shared.Registration.Replies;

namespace EventApp.Tests.Registration.Catering;

/// <summary>Who eats what is told by the page and the files of catering, and by nothing else that an organiser can open.</summary>
public sealed class DietSilenceTests
{
    const string Note = "对七号香料过敏";

    static readonly string[] Kinds = ["Halal", "Vegetarian", "Allergy", "清真", "素食", "过敏"];

    // Asks for portions of a unit, without names; the notice says that diets are asked for.
    static readonly string[] NotOfAPerson = ["/2026/replies/wishes", "/2026/meeting", "/2026/replies/settings"];

    static readonly string[] Files =
    [
        "/2026/attendees/export?kind=xlsx", "/2026/attendees/export?kind=csv", "/2026/attendees/1/data/export?kind=xlsx", "/2026/attendees/1/data/export?kind=json", "/2026/audit/export?kind=xlsx", "/2026/audit/export?kind=csv",
    ];

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_page_and_no_file_that_an_organiser_opens_names_the_diet_of_anybody()
    {
        await using var hall = await FilledAsync();
        using var organiser = await hall.App.SignedInAsync("organiser", $"{Roles.Organiser}@{hall.Meeting.Id}");
        var pages = hall.App.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(endpoint => endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null)
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/')).Where(path => path.StartsWith("/{Year:int}", StringComparison.Ordinal) && !path.Contains("PrintoutId") && !path.Contains("List:"))
            .Select(path => path.Replace("{Year:int}", "2026").Replace("{Id:int}", "1")).Where(path => !path.StartsWith("/2026/catering", StringComparison.Ordinal)).Append("/2026/attendees?person=1").ToList();
        Assert.True(pages.Count > 25);
        foreach (var path in pages.Concat(Files))
        {
            using var answer = await organiser.GetAsync(path, Stop);
            Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode}");
            var text = WatermarkTests.Text(await answer.Content.ReadAsByteArrayAsync(Stop));
            Assert.False(text.Contains(Note, StringComparison.Ordinal), path);
            if (!NotOfAPerson.Contains(path)) Assert.Equal("", string.Join(' ', Kinds.Where(kind => text.Contains(kind, StringComparison.Ordinal)).Select(kind => $"{path} {kind}")));
        }
    }

    [Fact]
    public async Task No_detail_of_the_trail_names_a_diet_whoever_wrote_it()
    {
        await using var hall = await FilledAsync();
        var details = hall.Read(db => db.Set<AuditDetail>().Select(d => d.Details).ToList());
        Assert.Contains("set", details);
        Assert.DoesNotContain(details.OfType<string>(), text => Kinds.Append(Note).Any(kind => text.Contains(kind, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Catering_gets_names_where_people_agreed_and_an_organiser_is_refused()
    {
        await using var hall = await FilledAsync();
        using var catering = await hall.App.SignedInAsync("catering", $"{Roles.Catering}@{hall.Meeting.Id}");
        using var organiser = await hall.App.SignedInAsync("organiser", $"{Roles.Organiser}@{hall.Meeting.Id}");
        var lines = WatermarkTests.Text(await catering.GetByteArrayAsync("/2026/catering/export?file=csv", Stop)).TrimStart('\uFEFF').Split("\r\n");
        Assert.Contains(lines, line => line.Contains("王刚", StringComparison.Ordinal) && line.Contains(Note, StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("素食,1,,未同意", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("清真,2,,回执份数", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains("李娜", StringComparison.Ordinal));
        foreach (var path in (string[])["/2026/catering", "/2026/catering/tables", "/2026/catering/export?file=csv"])
        {
            using var refused = await organiser.GetAsync(path, Stop);
            Assert.Equal(System.Net.HttpStatusCode.Forbidden, refused.StatusCode);
        }
        Assert.Equal("catering-diets-csv, 5 items", hall.Read(db => db.AuditEntries().Where(e => e.What == "export").Select(e => db.Set<AuditDetail>().Single(d => d.EntryId == e.Id).Details).Single()));
    }

    // Entered by catering, brought by a list, passed on by a merge, asked by a unit.
    static async Task<ApiHall> FilledAsync()
    {
        var hall = new ApiHall();
        hall.AddHall();
        var (wang, li, twin) = (hall.AddPerson("王刚"), hall.AddPerson("李娜"), hall.AddPerson("赵敏"));
        var again = hall.AddPerson("赵敏");
        hall.Add(new Diet { AttendeeId = li.Id, Kind = DietKind.Vegetarian, Note = Note });
        hall.Add(new Diet { AttendeeId = again.Id, Kind = DietKind.Halal, Note = Note, Consent = ConsentState.Yes });
        hall.Add(new Reply { MeetingId = hall.Meeting.Id, UnitId = hall.Unit.Id, Nonce = [1], RepliedAt = DateTime.UtcNow, HalalPortions = 2, VegetarianPortions = 1 });
        await using var scope = hall.App.Services.CreateAsyncScope();
        Assert.Equal(SaveDietResult.Saved, await scope.ServiceProvider.GetRequiredService<SaveDiet>().RunAsync(hall.Meeting.Id, new(wang.Id, DietKind.Allergy, Note, true, ConsentSource.InPerson), "小食", Stop));
        var pair = (await scope.ServiceProvider.GetRequiredService<Duplicates>().ReadAsync(hall.Meeting.Id, Stop)).Pairs.Single();
        Assert.Equal(MergeResult.Merged, await scope.ServiceProvider.GetRequiredService<MergeAttendees>().RunAsync(hall.Meeting.Id, new(pair.Keeps, pair.Goes, []), "小松", Stop));
        Assert.Equal(DietKind.Halal, hall.Read(db => db.Diets().Single(d => d.AttendeeId == twin.Id).Kind));
        return hall;
    }
}
