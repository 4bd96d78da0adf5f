using EventApp.Registration.Proofing;
using Shared.Registration;
using Shared.Registration.Proofing;

namespace EventApp.Tests.Registration.Proofing;

public sealed class ProofLayoutTests
{
    static ProofUnit Unit(int id, int people) => new(id, $"单位{id}", id, [.. Enumerable.Range(1, people).Select(i => new ProofPerson(id * 100 + i, i, $"演示{i}", null, AttendeeCategory.Delegate))]);

    static string Drawn(params int[] units) => string.Join(" | ", ProofLayout.Pages([.. units.Select((people, i) => Unit(i + 1, people))])
        .Select(page => string.Join(' ', page.Select(block => $"{block.Unit.UnitId}:{block.People.Count}{(block.Continued ? "c" : "")}{(block.Ends ? "" : "…")}"))));

    [Theory]
    [InlineData("1:2 2:2 3:2 4:2 | 5:2", 2, 2, 2, 2, 2), InlineData("1:4 | 2:12", 4, 12), InlineData("1:14… | 1:11c", 25)]
    public void Small_units_share_a_page_and_a_unit_is_parted_only_where_no_page_holds_it(string drawn, params int[] units) => Assert.Equal(drawn, Drawn(units));

    [Fact]
    public void Nobody_is_lost_or_drawn_twice()
    {
        var units = Enumerable.Range(1, 40).Select(i => Unit(i, i % 7 == 0 ? 31 : i % 5 + 1)).ToList();
        Assert.Equal(units.SelectMany(unit => unit.People).Select(person => person.Id), ProofLayout.Pages(units).SelectMany(page => page).SelectMany(block => block.People).Select(person => person.Id));
    }
}
