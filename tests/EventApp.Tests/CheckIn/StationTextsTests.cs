using System.Text.RegularExpressions;
using System.Xml.Linq;
using EventApp;
using Shared.CheckIn;
using Shared.Registration;

namespace EventApp.Tests.CheckIn;

/// <summary>The station's modules name their texts by key; a key without a text would stop a desk in the middle of its work.</summary>
public sealed partial class StationTextsTests
{
    static readonly string Root = ContentRoot.Find();
    static readonly string[] Admitting = ["Welcome", "WelcomeBack", "Goodbye"];
    static readonly HashSet<string> Keys = [.. XDocument.Load(Path.Combine(Root, "EventApp/CheckIn/StationTexts.resx")).Descendants("data").Select(data => data.Attribute("name")!.Value)];

    [Fact]
    public void Every_key_that_a_module_names_has_a_text()
    {
        var named = Directory.EnumerateFiles(Path.Combine(Root, "wwwroot/station"), "*.js").SelectMany(file => Named().Matches(File.ReadAllText(file)))
            .SelectMany(match => Quoted().Matches(match.Groups[1].Value)).Select(match => match.Groups[1].Value).ToList();
        Assert.NotEmpty(named);
        Assert.Empty(named.Except(Keys));
    }

    [Fact]
    public void Every_outcome_has_its_words_at_the_desk_and_at_the_kiosk()
    {
        var outcomes = Enum.GetNames<ScanOutcome>();
        var wanted = outcomes.SelectMany(outcome => new[] { "Word_" + outcome, "Kiosk_" + outcome })
            .Concat(outcomes.Except(Admitting).Select(outcome => "Say_" + outcome))
            .Concat(outcomes.Except(Admitting).Except(["AlreadyIn"]).Select(outcome => "KioskSay_" + outcome))
            .Concat(Enum.GetNames<AttendeeCategory>().Select(category => "Category_" + category))
            .Concat(Enum.GetNames<CheckpointKind>().Select(kind => "Kind_" + kind));
        Assert.Empty(wanted.Except(Keys));
    }

    // t("Key", …) and t(condition ? "One" : "Other", …): what stands before the first comma.
    [GeneratedRegex(@"(?<![\w.])t\(([^,`)]*(?:\([^)]*\)[^,`)]*)*)[,)]")]
    private static partial Regex Named();

    [GeneratedRegex("(?<![=] )\"([A-Z][A-Za-z_0-9]+)\"(?! [=?])")]
    private static partial Regex Quoted();
}
