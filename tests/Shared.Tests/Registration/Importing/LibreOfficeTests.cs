using System.Text;
using Shared.Data.Sheets;

namespace Shared.Tests.Registration.Importing;

/// <summary>Another program must be able to open what the fixtures pretend to be and what we hand out.</summary>
public sealed class LibreOfficeTests
{
    [Fact]
    public async Task LibreOffice_opens_the_fixtures_and_our_own_files()
    {
        Assert.SkipWhen(LibreOffice.Program is null, "LibreOffice is not installed");
        var folder = Directory.CreateTempSubdirectory("sheets-").FullName;
        foreach (var name in (string[])["问卷星", "腾讯文档", "手工表"])
            await File.WriteAllBytesAsync(Path.Combine(folder, name + ".xlsx"), FixtureFile.Xlsx(name), TestContext.Current.CancellationToken);
        await using (var own = File.Create(Path.Combine(folder, "导出.xlsx")))
            XlsxFile.Write(own, new OutSheet("名单", [new("姓名"), new("手机"), new("到达"), new("类别", Choices: ["代表", "嘉宾"])], [["=1+1", "15400001234", new DateTime(2023, 8, 1, 14, 30, 0), "代表"]]));
        await LibreOffice.ConvertAsync(folder, "csv:Text - txt - csv (StarCalc):44,34,76");
        string Csv(string name) => File.ReadAllText(Path.Combine(folder, name + ".csv"), Encoding.UTF8);
        Assert.Contains("欧阳娜娜", Csv("腾讯文档"));
        Assert.Contains("𠮷田·阿依古丽", Csv("问卷星"));
        Assert.Contains("诸葛明亮", Csv("手工表"));
        Assert.Equal("姓名,手机,到达,类别\n'=1+1,15400001234,2023-08-01 14:30,代表\n", Csv("导出"));
        Directory.Delete(folder, recursive: true);
    }
}
