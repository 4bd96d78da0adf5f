using System.Text.RegularExpressions;

namespace EventApp.Tests.House;

/// <summary>tests/README.md says which rule of security is held by which test; this holds that those tests are there and that no row says nothing.</summary>
public sealed partial class SecurityTableTests
{
    const int FewestTests = 130, FewestItems = 150, FewestLessons = 12;

    static readonly string Text = File.ReadAllText(ArchitectureTests.Files("tests", "README.md").Single());

    static readonly ILookup<string, string> Sources = ArchitectureTests.Files("tests", ".cs").ToLookup(file => Path.GetFileNameWithoutExtension(file), file => File.ReadAllText(file));

    [Fact]
    public void Every_test_that_is_named_is_there()
    {
        var named = Named(Text).Distinct().ToList();
        Assert.InRange(named.Count, FewestTests, int.MaxValue);
        Assert.Equal("", string.Join('\n', named.Where(test => !IsThere(test.Class, test.Name)).Select(test => $"{test.Class}.{test.Name}")));
    }

    [Fact]
    public void Every_row_names_a_test_or_says_why_there_is_none()
    {
        var rows = Rows(Text).ToList();
        Assert.InRange(rows.Count, FewestItems + FewestLessons, int.MaxValue);
        Assert.Equal("", string.Join('\n', rows.Where(SaysNothing)));
    }

    [Fact]
    public void Every_item_stands_once_in_the_order_of_its_number()
    {
        var numbers = Items(Text).ToList();
        Assert.InRange(numbers.Count, FewestItems, int.MaxValue);
        Assert.Equal(numbers.Distinct().Order(), numbers);
    }

    [Fact]
    public void A_planted_violation_is_found()
    {
        Assert.Equal(["SomeTests It_is_so"], Named("| 1.1.1 | something | `SomeTests.It_is_so`, `Startup` |").Select(test => $"{test.Class} {test.Name}"));
        Assert.False(IsThere("SomeTests", "It_is_so"));
        Assert.False(IsThere(nameof(SecurityTableTests), "A_planted_violation"));
        Assert.True(IsThere(nameof(SecurityTableTests), nameof(A_planted_violation_is_found)));
        Assert.True(SaysNothing("| 1.1.1 | something | the framework |"));
        Assert.False(SaysNothing("| 1.1.1 | something | no test: the framework |"));
        Assert.Equal(["| a | b | c |"], Rows("| # | what it asks | held by |\n|---|---|---|\n| a | b | c |\n"));
        Assert.Equal(["1.2.10"], Items("| 1.2.10 | something | no test: |").Select(number => number.ToString()));
    }

    static bool SaysNothing(string row) => !Named(row).Any() && !row.Contains("| no test: ", StringComparison.Ordinal);

    static bool IsThere(string type, string name) => Sources[type].Any(code => code.Contains($" {name}(", StringComparison.Ordinal));

    static IEnumerable<(string Class, string Name)> Named(string text) => Test().Matches(text).Select(match => (match.Groups[1].Value, match.Groups[2].Value));

    // Without the heads of the tables and the lines below them.
    static IEnumerable<string> Rows(string text) => text.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.EndsWith("| held by |", StringComparison.Ordinal));

    static IEnumerable<Version> Items(string text) => Rows(text).Select(row => Number().Match(row)).Where(match => match.Success).Select(match => Version.Parse(match.Groups[1].Value));

    [GeneratedRegex(@"`([A-Z]\w*)\.([A-Z]\w*_\w+)`")]
    private static partial Regex Test();

    [GeneratedRegex(@"^\| (\d+\.\d+\.\d+) \|")]
    private static partial Regex Number();
}
