using Bunit;
using EventApp.Dashboard;
using Microsoft.AspNetCore.Components;
using Shared.Dashboard;

namespace EventApp.Tests.Dashboard;

public sealed class PartTileTests : PageTest
{
    int drawn;

    RenderFragment<string> Draw => value => builder =>
    {
        drawn++;
        if (value == "broken") throw new InvalidOperationException(value);
        builder.AddContent(0, value);
    };

    IRenderedComponent<PartTile<string>> Show(Part<string>? part) => Render<PartTile<string>>(tile => tile.Add(t => t.Part, part).Add(t => t.Title, "各台").Add(t => t.ChildContent, Draw));

    [Fact]
    public void What_has_not_come_yet_is_said_to_be_loading() => Assert.NotNull(Show(null).Find("[role=progressbar]"));

    [Fact]
    public void What_could_not_be_read_is_said_in_a_sentence_and_shown_once_it_can_be()
    {
        var tile = Show(new((string?)null));
        Assert.Contains("暂时读不出来", tile.Markup);
        tile.Render(next => next.Add(t => t.Part, new("72/74")));
        Assert.Contains("72/74", tile.Markup);
    }

    [Fact]
    public void An_error_in_one_tile_leaves_the_others_and_passes_with_the_next_reading()
    {
        var (broken, other) = (Show(new("broken")), Show(new("72/74")));
        Assert.Contains("暂时读不出来", broken.Markup);
        Assert.Contains("72/74", other.Markup);
        broken.Render(next => next.Add(t => t.Part, new("73/74")));
        Assert.Contains("73/74", broken.Markup);
    }

    [Fact]
    public void A_part_that_did_not_change_is_not_drawn_again()
    {
        var part = new Part<string>("72/74");
        var tile = Show(part);
        var before = drawn;
        tile.Render(next => next.Add(t => t.Part, part));
        Assert.Equal(before, drawn);
    }
}
