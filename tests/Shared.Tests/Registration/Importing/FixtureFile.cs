using System.Runtime.CompilerServices;
using System.Text;
using Shared.Tests.Data.Sheets;

namespace Shared.Tests.Registration.Importing;

/// <summary>
/// Makes the files that organisers really get from their description in Fixtures: one line per row, cells apart by tabs
/// and marked as in <see cref="TestXlsx"/>. Lines with "!": <c>!sheet</c>, <c>!hidden-sheet</c>, <c>!merge A1:B2</c>,
/// <c>!hide</c> (the row before), <c>!at 12</c> (the next row's number). <c>\n</c> and <c>\u00a0</c> are written so.
/// </summary>
static class FixtureFile
{
    public static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Fixtures");

    public static string Expected(string name) => File.ReadAllText(Path.Combine(Folder(), name + ".expected.json"));

    public static byte[] Xlsx(string name) => Xlsx(Lines(name));

    public static byte[] Csv(string name, Encoding encoding) =>
        encoding.GetBytes(string.Concat(Lines(name).Select(line => string.Join(',', Cells(line).Select(Quoted)) + "\r\n")));

    /// <summary>One file per row below the first line, which is the heading of each.</summary>
    public static IEnumerable<byte[]> OneFilePerRow(string name)
    {
        var lines = Lines(name);
        return lines.Skip(1).Select(line => Xlsx(["!sheet 回执", lines[0], line]));
    }

    static byte[] Xlsx(IEnumerable<string> lines)
    {
        var file = new TestXlsx();
        var at = 0;
        foreach (var line in lines)
            switch (line.Split(' ', 2))
            {
                case ["!sheet", var name]: file.Sheet(name); break;
                case ["!hidden-sheet", var name]: file.Sheet(name, hidden: true); break;
                case ["!merge", var range]: file.Merge(range); break;
                case ["!hide"]: file.HideLastRow(); break;
                case ["!at", var number]: at = int.Parse(number); break;
                default:
                    _ = at > 0 ? file.RowAt(at, Cells(line)) : file.Row(Cells(line));
                    at = 0;
                    break;
            }
        return file.ToArray();
    }

    static string[] Lines(string name) => File.ReadAllLines(Path.Combine(Folder(), name + ".txt"));

    static string[] Cells(string line) => [.. line.Split('\t').Select(cell => cell.Replace("\\n", "\n").Replace("\\u00a0", "\u00a0"))];

    static string Quoted(string cell) => cell.AsSpan().IndexOfAny(",\"\n") >= 0 ? $"\"{cell.Replace("\"", "\"\"")}\"" : cell;
}
