using System.Text;

namespace Shared.Chinese;

internal static class FrozenTable
{
    /// <summary>The lines of an embedded table in Shared/Chinese/Tables.</summary>
    public static IEnumerable<string> Lines(string file)
    {
        var stream = typeof(FrozenTable).Assembly.GetManifestResourceStream($"Shared.Chinese.Tables.{file}")
            ?? throw new InvalidOperationException($"The table {file} is not embedded.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line) yield return line;
    }
}
