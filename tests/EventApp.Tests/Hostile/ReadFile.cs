using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace EventApp.Tests.Hostile;

/// <summary>What a spreadsheet would do with a file that left the program: each cell, and what is wrong with it.</summary>
static partial class ReadFile
{
    const string Computed = "=+-@\t\r\n＝＋－＠﹢﹣﹦﹫−";

    /// <summary>Every text in it, cell by cell.</summary>
    public static List<string> Texts(byte[] content, List<string> wrong)
    {
        if (content.AsSpan().StartsWith("PK"u8)) return Zip(content, wrong);
        if (content.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x89, .. "PNG"u8])) return [];
        if (!content.AsSpan().StartsWith(Encoding.UTF8.Preamble)) wrong.Add("a text without the mark of UTF-8");
        return Judged(Cells().Matches(Encoding.UTF8.GetString(content).TrimStart('\uFEFF')).Select(cell => cell.Groups[1].Success ? cell.Groups[1].Value.Replace("\"\"", "\"", StringComparison.Ordinal) : cell.Groups[2].Value), wrong);
    }

    static List<string> Zip(byte[] content, List<string> wrong)
    {
        using var zip = new ZipArchive(new MemoryStream(content));
        var texts = new List<string>();
        foreach (var entry in zip.Entries)
        {
            if (!Name().IsMatch(entry.FullName) || entry.FullName.Contains("..", StringComparison.Ordinal)) wrong.Add($"an entry called {entry.FullName}");
            using var stream = entry.Open();
            var inside = new MemoryStream();
            stream.CopyTo(inside);
            if (entry.FullName.EndsWith(".xlsx", StringComparison.Ordinal)) texts.AddRange(Texts(inside.ToArray(), wrong));
            else if (entry.FullName.EndsWith(".xml", StringComparison.Ordinal) && entry.FullName.StartsWith("xl/", StringComparison.Ordinal)) texts.AddRange(Sheet(XDocument.Load(new MemoryStream(inside.ToArray())), wrong));
            else if (entry.FullName.EndsWith(".svg", StringComparison.Ordinal) && XDocument.Load(new MemoryStream(inside.ToArray())).Descendants().Any(one => one.Name.LocalName is "script" or "foreignObject")) wrong.Add($"a script in {entry.FullName}");
        }
        return texts;
    }

    static List<string> Sheet(XDocument part, List<string> wrong)
    {
        if (part.Root!.Name.LocalName is not ("worksheet" or "sst")) return [];
        if (part.Descendants().FirstOrDefault(one => one.Name.LocalName == "f") is { } formula) wrong.Add($"a formula: {formula.Value}");
        foreach (var cell in part.Descendants().Where(one => one.Name.LocalName == "c" && one.Attribute("t") is null))
            if (Phone().IsMatch(cell.Value)) wrong.Add($"a phone as a number: {cell.Value}");
        return Judged(part.Descendants().Where(one => one.Name.LocalName is "is" or "si").Select(one => string.Concat(one.Descendants().Where(t => t.Name.LocalName == "t").Select(t => t.Value))), wrong);
    }

    static List<string> Judged(IEnumerable<string> cells, List<string> wrong)
    {
        var texts = cells.ToList();
        wrong.AddRange(texts.Where(text => text.Length > 0 && Computed.Contains(text.TrimStart(' ').FirstOrDefault(' '))).Take(3).Select(text => $"a cell that is computed: {text}"));
        return texts;
    }

    [GeneratedRegex("(?:^|,|\r\n)(?:\"((?:[^\"]|\"\")*)\"|([^,\"\r\n]*))")]
    private static partial Regex Cells();

    // Letters, digits, Han and the signs of the program's own names.
    [GeneratedRegex(@"^[\p{L}\p{N}\p{Cs}_ .\-/\[\]()（）]+$")]
    private static partial Regex Name();

    [GeneratedRegex("^1[3-9][0-9]{9}$")]
    private static partial Regex Phone();
}
