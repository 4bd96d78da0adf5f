using System.Text.RegularExpressions;

namespace EventApp.Tests.House;

/// <summary>The arrows and sizes of the house. A room past its size is redesigned; the limit is not raised.</summary>
public sealed partial class ArchitectureTests
{
    static readonly string Root = FindRoot();

    // Each room and those it may use; an arrow may skip steps downward.
    static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["Data"] = [], ["Live"] = [], ["Chinese"] = [],
        ["Access"] = ["Data", "Live", "Chinese"],
        ["Meetings"] = ["Data", "Live", "Chinese", "Access"],
        ["Registration"] = ["Data", "Live", "Chinese", "Access", "Meetings"],
        ["CheckIn"] = ["Data", "Live", "Chinese", "Access", "Meetings", "Registration"],
        ["Seating"] = ["Data", "Live", "Chinese", "Access", "Meetings", "Registration", "CheckIn"],
        ["Shuttles"] = ["Data", "Live", "Chinese", "Access", "Meetings", "Registration", "CheckIn"],
        ["Privacy"] = ["Data", "Live", "Chinese", "Access", "Meetings", "Registration", "CheckIn", "Seating", "Shuttles"],
        ["Dashboard"] = ["Data", "Live", "Chinese", "Access", "Meetings", "Registration", "CheckIn", "Seating", "Shuttles"],
        ["Demo"] = ["Data", "Live", "Chinese", "Access", "Meetings", "Registration", "CheckIn", "Seating", "Shuttles", "Dashboard"],
    };

    static readonly string[] OpenToPages = ["Components", "Layout", "Web"];

    [Fact]
    public void A_shared_room_uses_only_rooms_below_it()
    {
        var arrows = Files("Shared", ".cs").SelectMany(file => Uses(file, "Shared").Select(used => (From: Room(file, "Shared"), To: used, File: file))).Where(a => a.From != a.To).ToList();
        Assert.NotEmpty(arrows);
        Assert.All(Rooms("Shared"), room => Assert.Contains(room, MayUse.Keys));
        Assert.Empty(arrows.Where(a => !MayUse[a.From].Contains(a.To)).Select(a => $"{a.From} uses {a.To} in {a.File}"));
    }

    [Fact]
    public void No_page_folder_uses_another_page_folder()
    {
        var folders = Rooms("EventApp").Where(room => !OpenToPages.Contains(room) && room != "Commands").ToHashSet();
        var arrows = Files("EventApp", ".cs").Concat(Files("EventApp", ".razor"))
            .Where(file => folders.Contains(Room(file, "EventApp")))
            .SelectMany(file => Uses(file, "EventApp").Select(used => (From: Room(file, "EventApp"), To: used, File: file))).ToList();
        Assert.NotEmpty(folders);
        Assert.Empty(arrows.Where(a => a.From != a.To && folders.Contains(a.To)).Select(a => $"{a.From} uses {a.To} in {a.File}"));
    }

    [Fact]
    public void Shared_knows_no_page()
    {
        var files = Files("Shared", ".cs").ToList();
        Assert.NotEmpty(files);
        Assert.DoesNotContain(files, file => File.ReadAllText(file).Contains("EventApp.") || File.ReadAllText(file).Contains("Microsoft.AspNetCore.Components"));
    }

    [Theory]
    [InlineData("Shared", ".cs", 200), InlineData("EventApp", ".cs", 200), InlineData("EventApp", ".razor", 150)]
    [InlineData("tests", ".cs", 250), InlineData("wwwroot", ".js", 250)]
    public void No_file_is_past_its_size(string folder, string ending, int most)
    {
        var files = Files(folder, ending).ToList();
        Assert.NotEmpty(files);
        Assert.Empty(files.Select(file => (file, lines: File.ReadLines(file).Count())).Where(f => f.lines > most).Select(f => $"{f.file}: {f.lines} > {most}"));
    }

    [Fact]
    public void No_type_is_named_a_service_a_manager_or_a_helper()
    {
        var named = Files("Shared", ".cs").Concat(Files("EventApp", ".cs")).SelectMany(file => TypeName().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)).ToList();
        Assert.NotEmpty(named);
        Assert.DoesNotContain(named, name => BadName().IsMatch(name) || MayUse.ContainsKey(name));
    }

    [Theory]
    [InlineData("using Shared.Dashboard;", "Dashboard"), InlineData("global::Shared.Demo.SampleKeys key;", "Demo"), InlineData("Shared.CheckIn.Badge badge;", "CheckIn")]
    public void A_planted_arrow_is_found(string code, string room) => Assert.Equal([room], UsesIn(code, "Shared"));

    static IEnumerable<string> Uses(string file, string project) => UsesIn(File.ReadAllText(file), project);

    static IEnumerable<string> UsesIn(string code, string project) =>
        UsedNamespace(project).Matches(code).Select(match => match.Groups[1].Value).Distinct();

    static Regex UsedNamespace(string project) => new($@"(?<![\w.]){project}\.([A-Z]\w+)(?![\w(]*\s*=)(?=[.;\s])");

    static IEnumerable<string> Rooms(string project) => Files(project, ".cs").Concat(Files(project, ".razor")).Select(file => Room(file, project)).Where(room => room.Length > 0).Distinct();

    static string Room(string file, string project) =>
        Path.GetRelativePath(Path.Combine(Root, project), file).Split(Path.DirectorySeparatorChar) is [var room, _, ..] ? room : "";

    internal static IEnumerable<string> Files(string folder, string ending) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*" + ending, SearchOption.AllDirectories)
            .Where(file => !Outside().IsMatch(file.Replace('\\', '/')));

    static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "EventApp.slnx"))) return folder.FullName;
        throw new DirectoryNotFoundException("EventApp.slnx");
    }

    [GeneratedRegex("/(bin|obj|node_modules|Migrations)/")]
    private static partial Regex Outside();

    [GeneratedRegex(@"(?:class|record|struct|interface|enum)\s+([A-Z]\w*)")]
    private static partial Regex TypeName();

    [GeneratedRegex("(Service|Manager|Handler|Helper|Dto|Impl|Common|Utils)$")]
    private static partial Regex BadName();
}
