using System.Security.Cryptography;
using System.Text;
using Shared.Chinese;

namespace Shared.Tests.Chinese;

public class TablesTests
{
    [Theory]
    [InlineData("pinyin.txt", 1977)]
    [InlineData("surnames.txt", 125)]
    [InlineData("strokes.txt", 9665)]
    public void A_frozen_table_has_the_lines_it_was_frozen_with(string file, int lines) => Assert.Equal(lines, FrozenTable.Lines(file).Count());

    [Theory]
    [InlineData("pinyin.txt", "2003bed3e6661376")]
    [InlineData("surnames.txt", "1c3ffb2946f2487b")]
    [InlineData("strokes.txt", "873dc63149064b33")]
    public void A_frozen_table_has_the_content_it_was_frozen_with(string file, string hash) =>
        Assert.Equal(hash, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', FrozenTable.Lines(file)))))[..16]);

    [Fact]
    public void Nearly_every_basic_ideograph_and_many_rare_ones_have_a_reading()
    {
        Assert.Equal(43990, ReadingTable.Instance.Characters);
        Assert.InRange(Enumerable.Range(0x4E00, 0x9FFF - 0x4E00 + 1).Count(code => ReadingTable.Instance.Of(new Rune(code)).Count == 0), 0, 86);
        Assert.All("䶮𠮷〇龘曌".EnumerateRunes(), rune => Assert.NotEmpty(ReadingTable.Instance.Of(rune)));
    }

    [Fact]
    public void Every_reading_is_a_syllable_with_a_tone() => Assert.All(
        FrozenTable.Lines("pinyin.txt").Concat(FrozenTable.Lines("surnames.txt").Select(line => line.Split('\t')[1].Replace(' ', ','))),
        line => Assert.Matches("^[a-z]{1,6}[1-5](,[a-z]{1,6}[1-5])*$", line.Split('\t')[0]));

    [Fact]
    public void A_character_stands_once_in_each_table()
    {
        var read = FrozenTable.Lines("pinyin.txt").SelectMany(line => line.Split('\t')[1].EnumerateRunes()).ToList();
        Assert.Equal(read.Count, read.Distinct().Count());
        Assert.Equal(9665, StrokeOrder.Characters);
    }

    [Fact]
    public void Strokes_are_classes_one_to_five() => Assert.All(FrozenTable.Lines("strokes.txt"),
        line => Assert.Matches("^[1-5]{1,64}$", line[Rune.GetRuneAt(line, 0).Utf16SequenceLength..]));

    [Fact]
    public void Many_threads_may_ask_first_at_once() =>
        Parallel.For(0, 64, _ => Assert.Equal(("shangang", 8), (Pinyin.OfName("单刚").Full, StrokeOrder.Count(new Rune('单')))));
}
