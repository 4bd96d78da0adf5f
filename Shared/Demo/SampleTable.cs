using System.Text;

namespace Shared.Demo;

/// <summary>The frozen tables of the sample meeting: one row a line, cells cut at a bar.</summary>
static class SampleTable
{
    public static IEnumerable<string[]> Rows(string file)
    {
        var stream = typeof(SampleTable).Assembly.GetManifestResourceStream($"Shared.Demo.Tables.{file}.txt")
            ?? throw new InvalidOperationException($"The table {file} is not embedded.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line) yield return line.Split('|');
    }

    /// <summary>The second cell of each row by its first.</summary>
    public static Dictionary<string, string> Words(string file) => Rows(file).ToDictionary(row => row[0], row => row[1]);
}
