using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Privacy;
using Shared.Registration;

namespace Shared.Tests.Privacy;

public sealed class PersonalDataTests : IDisposable
{
    readonly PlantedPerson planted = new();

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => planted.Dispose();

    async Task<PersonalDataView> ReadAsync(bool diets) => (await new PersonalData(planted.Rosters.Database, planted.Audit).RunAsync(planted.Rosters.Meeting.Id, planted.Person.Id, diets, "小松", "page", Stop))!;

    static string Text(PersonalDataView view) => string.Join('\n', view.Parts.SelectMany(part => part.Things.SelectMany(thing => thing.Lines.Select(line => $"{part.Kind} {line.Field}={line.Value}"))));

    [Fact]
    public async Task All_that_is_held_is_told_in_full_and_each_reading_is_logged()
    {
        await planted.WorkAsync();
        planted.Plant();
        var view = await ReadAsync(diets: true);
        var text = Text(view);
        Assert.Equal("", string.Join(' ', PlantedPerson.All[..10].Where(held => !text.Contains(held, StringComparison.Ordinal))));
        Assert.Equal("answer badge consent diet handout journey link note person print scan scene trail", string.Join(' ', view.Parts.Select(part => part.Kind).Order(StringComparer.Ordinal)));
        Assert.Equal(1, view.Merged);
        Assert.Equal("page", planted.Read(db => db.Set<AuditDetail>().Single(d => db.Set<AuditEntry>().Any(e => e.Id == d.EntryId && e.What == "person-read")).Details));
    }

    [Fact]
    public async Task Who_is_not_of_catering_learns_that_a_diet_is_held_and_not_which()
    {
        await planted.WorkAsync();
        var view = await ReadAsync(diets: false);
        Assert.True(view.DietWithheld);
        Assert.DoesNotContain(view.Parts, part => part.Kind == "diet");
        Assert.DoesNotContain(PlantedPerson.DietNote, Text(view));
        Assert.DoesNotContain(nameof(DietKind.Allergy), Text(view));
    }

    [Fact]
    public async Task Nobody_of_another_meeting_is_told() =>
        Assert.Null(await new PersonalData(planted.Rosters.Database, planted.Audit).RunAsync(planted.Rosters.Meeting.Id + 1, planted.Person.Id, true, "小松", "page", Stop));
}
