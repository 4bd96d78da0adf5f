using EventApp.Components;

namespace EventApp.Tests.Components;

public sealed class TextFitTests
{
    static readonly TextBox Name = new(78, 25, 24, 5, BreakHan: false, LineHeight: 1.04);
    static readonly TextBox Unit = new(78, 11.5, 6, 2.8);

    static void AssertFits(FittedText fitted, TextBox box)
    {
        Assert.All(fitted.Lines, line => Assert.True(TextFit.Ems(line) * fitted.Size <= box.Width + 1e-6, line));
        Assert.True(fitted.Lines.Count * fitted.Size * box.LineHeight <= box.Height + 1e-6);
        Assert.True(fitted.Size <= box.Largest);
    }

    [Fact]
    public void Units_of_every_length_fit_and_lose_nothing()
    {
        for (var length = 1; length <= 80; length++)
        {
            var text = new string([.. Enumerable.Range(0, length).Select(i => (char)('一' + i))]);
            var fitted = TextFit.Fit(text, Unit);
            AssertFits(fitted, Unit);
            Assert.Equal(text, string.Concat(fitted.Lines));
        }
    }

    [Theory]
    [InlineData("欧阳明月", 1), InlineData("王　刚", 1), InlineData("赵云峰", 1), InlineData("阿卜杜拉·买买提江", 2), InlineData("Maximilian Featherstonehaugh-Wolfram", 3)]
    public void A_name_takes_the_lines_that_make_it_largest(string name, int lines)
    {
        var fitted = TextFit.Fit(name, Name);
        AssertFits(fitted, Name);
        Assert.Equal(lines, fitted.Lines.Count);
    }

    [Fact]
    public void A_name_breaks_at_its_dot_and_the_dot_stays_above() =>
        Assert.Equal(["阿卜杜拉·", "买买提江"], TextFit.Fit("阿卜杜拉·买买提江", Name).Lines);

    [Fact]
    public void A_name_of_three_is_as_large_as_its_box() => Assert.Equal(24, TextFit.Fit("赵云峰", Name).Size);

    [Theory]
    [InlineData("演示省金属新材料产业技术创新联盟2026年年会暨对接大会", "演示省金属新材料产业技术创新联盟", "2026年年会暨对接大会")]
    [InlineData("演示第05大学(材料科学与工程学院)", "演示第05大学", "(材料科学与工程学院)")]
    public void A_long_title_breaks_before_the_year_or_the_bracket(string title, params string[] lines) =>
        Assert.Equal(lines, TextFit.Fit(title, new TextBox(74, 11.5, 5.4, 2.6)).Lines);

    [Fact]
    public void No_character_is_left_alone_on_the_last_line()
    {
        for (var length = 14; length <= 60; length++)
        {
            var lines = TextFit.Fit(new string('演', length), Unit).Lines;
            Assert.True(lines[^1].Length >= lines[0].Length - lines.Count, $"{length}: {string.Join('|', lines)}");
        }
    }

    [Fact]
    public void Even_a_text_that_no_rule_can_break_is_shown_whole()
    {
        var word = new string('W', 60);
        var fitted = TextFit.Fit(word, new TextBox(30, 5, 4, 3));
        Assert.Equal(word, string.Concat(fitted.Lines));
        AssertFits(fitted, new TextBox(30, 5, 4, 3));
    }

    [Theory]
    [InlineData("𠮷田", 2), InlineData("e\u0301", 0.68), InlineData("A 1", 0.8 + 0.35 + 0.65)]
    public void Width_counts_characters_as_they_are_seen(string text, double ems) => Assert.Equal(ems, TextFit.Ems(text), 6);

    [Theory]
    [InlineData("王刚", "王　刚"), InlineData("赵云峰", "赵云峰"), InlineData("Al", "Al"), InlineData("𠮷", "𠮷")]
    public void Names_of_two_characters_are_padded_on_paper(string name, string printed) => Assert.Equal(printed, PrintName.Of(name));
}
