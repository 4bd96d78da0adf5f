using EventApp.Commands;

namespace EventApp.Tests.Commands;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("--data D import F --json", "import", "--data D", "F --json"), InlineData("--data=D import F", "import", "--data=D", "F"), InlineData("import F --data=D --urls U", "import", "--data=D --urls U", "F")]
    [InlineData("--data D demo", "demo", "--data D", ""), InlineData("demo --urls U --Limits:StationPerSecond=9", "demo", "--urls U --Limits:StationPerSecond=9", "")]
    [InlineData("--Limits:StationPerSecond 9 --urls U", null, "--Limits:StationPerSecond 9 --urls U", ""), InlineData("", null, "", ""), InlineData("import F --sheet S", "import", "", "F --sheet S")]
    public void A_line_falls_into_its_word_its_settings_and_the_rest(string typed, string? word, string settings, string own)
    {
        var line = CommandLine.Parse(typed.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal((word, settings, own), (line.Word, string.Join(' ', line.Settings), string.Join(' ', line.Own)));
    }
}
