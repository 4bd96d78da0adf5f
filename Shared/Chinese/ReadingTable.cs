using System.Text;

namespace Shared.Chinese;

/// <summary>Toned readings ("zhong4") of characters and surnames from the frozen tables; read once, then only looked up.</summary>
internal sealed class ReadingTable
{
    const int First = 0x3000, Last = 0x323AF;

    static readonly Lazy<ReadingTable> Loaded = new(() => new ReadingTable());
    readonly List<string[]> groups = [[]];
    readonly ushort[] groupOf = new ushort[Last - First + 1];
    readonly Dictionary<string, string[]> surnames = [];

    ReadingTable()
    {
        foreach (var line in FrozenTable.Lines("pinyin.txt"))
        {
            var tab = line.IndexOf('\t');
            groups.Add(line[..tab].Split(','));
            foreach (var rune in line.AsSpan(tab + 1).EnumerateRunes()) groupOf[rune.Value - First] = (ushort)(groups.Count - 1);
        }
        foreach (var line in FrozenTable.Lines("surnames.txt"))
        {
            var tab = line.IndexOf('\t');
            surnames[line[..tab]] = line[(tab + 1)..].Split(' ');
        }
    }

    public static ReadingTable Instance => Loaded.Value;

    public int Characters => groupOf.Count(group => group > 0);

    /// <summary>Commonest first, each with its tone 1–5; empty for a character without a known reading.</summary>
    public IReadOnlyList<string> Of(Rune rune) => rune.Value is >= First and <= Last ? groups[groupOf[rune.Value - First]] : [];

    /// <summary>How a surname of one or two characters is read where that differs from the plain reading; null otherwise.</summary>
    public IReadOnlyList<string>? OfSurname(string surname) => surnames.GetValueOrDefault(surname);
}
