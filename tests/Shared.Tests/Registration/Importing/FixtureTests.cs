using System.Text;
using System.Text.Json.Nodes;
using Shared.Registration.Importing;

namespace Shared.Tests.Registration.Importing;

/// <summary>Files as organisers get them, each against the result beside it.</summary>
public sealed class FixtureTests
{
    static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    static string Report(byte[] file)
    {
        using var json = new MemoryStream();
        RosterReport.Write(json, RosterSheet.Preview(file), note => note.Code);
        return Encoding.UTF8.GetString(json.ToArray());
    }

    static void Check(string name, string actual)
    {
        var same = JsonNode.DeepEquals(JsonNode.Parse(FixtureFile.Expected(name)), JsonNode.Parse(actual));
        if (!same)
            File.WriteAllText(Path.Combine(Path.GetTempPath(), name + ".actual.json"), actual);
        Assert.True(same, $"{name} came out otherwise than expected: see {Path.GetTempPath()}{name}.actual.json");
    }

    [Theory]
    [InlineData("问卷星"), InlineData("腾讯文档"), InlineData("手工表")]
    public void A_workbook_is_read_as_expected(string name) => Check(name, Report(FixtureFile.Xlsx(name)));

    [Fact]
    public void A_csv_of_an_old_system_in_gbk_is_read_as_expected() => Check("旧系统", Report(FixtureFile.Csv("旧系统", Gb18030)));

    [Fact]
    public void Twenty_four_replies_of_one_row_each_are_read_as_expected()
    {
        var replies = FixtureFile.OneFilePerRow("回执").Select(file => JsonNode.Parse(Report(file))!["rows"]![1]!.DeepClone());
        Check("回执", new JsonArray([.. replies]).ToJsonString(new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }
}
