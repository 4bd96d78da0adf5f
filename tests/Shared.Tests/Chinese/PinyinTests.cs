using System.Text;
using CsCheck;
using Shared.Chinese;

namespace Shared.Tests.Chinese;

public class PinyinTests
{
    [Theory]
    [InlineData("单刚", "shangang", "sg", "dangang")]
    [InlineData("曾伟", "zengwei", "zw", "cengwei")]
    [InlineData("仇英", "qiuying", "qy", "chouying")]
    [InlineData("解放", "xiefang", "xf", "jiefang")]
    [InlineData("查明", "zhaming", "zm", "chaming")]
    [InlineData("区强", "ouqiang", "oq", "quqiang")]
    [InlineData("盖强", "geqiang", "gq", "gaiqiang")]
    [InlineData("朴英", "piaoying", "py", "puying")]
    [InlineData("缪杰", "miaojie", "mj", "moujie")]
    [InlineData("任强", "renqiang", "rq", "renqiang")]
    [InlineData("华明", "huaming", "hm", "huaming")]
    [InlineData("覃勇", "qinyong", "qy", "tanyong")]
    [InlineData("尉迟敬", "yuchijing", "ycj", "weichijing")]
    [InlineData("万俟伟", "moqiwei", "mqw", "wanqiwei")]
    [InlineData("欧阳修", "ouyangxiu", "oyx", "ouyangxiu")]
    [InlineData("吕刚", "lvgang", "lg", "lvgang")]
    [InlineData("王䶮", "wangyan", "wy", "wangyan")]
    [InlineData("𠮷田", "jitian", "jt", "jitian")]
    [InlineData("John Smith", "johnsmith", "js", "johnsmith")]
    [InlineData("阿依·买提", "ayimaiti", "aymt", "ayimaiti")]
    [InlineData("", "", "", "")]
    public void A_name_is_read_by_its_surname_and_plainly(string name, string full, string initials, string plain)
    {
        var read = Pinyin.OfName(name);
        Assert.Equal((full, initials, plain), (read.Full, read.Initials, read.PlainFull));
    }

    [Fact]
    public void The_surname_reading_leaves_the_given_name_alone() => Assert.Equal("wangdan", Pinyin.OfName("王单").Full);

    [Fact]
    public void Polyphonic_characters_keep_their_other_readings() => Assert.Equal(["xing", "hang", "heng"], Pinyin.ReadingsOf(new Rune('行')));

    [Fact]
    public void A_text_has_its_initials() => Assert.Equal(("zhongxingzhuzao", "zxzz"), Pinyin.OfText("重型铸造"));

    [Fact]
    public void Names_sort_by_syllable_then_tone_then_one_character_together()
    {
        string[] ordered = ["安伟", "单伟", "石刚", "汪洋", "王丽", "王伟", "张一", "张忠", "章鹏", "曌"];
        Assert.Equal(ordered, ordered.Reverse().OrderBy(Pinyin.SortKey, StringComparer.Ordinal));
    }

    [Fact]
    public void A_shorter_syllable_sorts_first_and_unknown_characters_last()
    {
        Assert.True(string.CompareOrdinal(Pinyin.SortKey("万明"), Pinyin.SortKey("王安")) < 0);
        Assert.True(string.CompareOrdinal(Pinyin.SortKey("祖安"), Pinyin.SortKey("\U000323AF")) < 0);
    }

    [Fact]
    public void Equal_keys_mean_equal_names_and_fit_the_column() =>
        Gen.Select(ChineseGen.Name, ChineseGen.Name).Sample((a, b) =>
        {
            Assert.Equal(TextNormal.PersonName(a) == TextNormal.PersonName(b), Pinyin.SortKey(a) == Pinyin.SortKey(b));
            Assert.InRange(Pinyin.SortKey(a).Length, 0, Pinyin.SortKeyLength);
        });

    [Fact]
    public void Any_text_is_read_without_harm() => Gen.String.Sample(text =>
    {
        Pinyin.OfName(text);
        Pinyin.OfText(text);
        Pinyin.SortKey(text);
        StrokeOrder.SortKey(text);
        SearchQuery.Parse(text);
        SearchGrams.OfPerson(new([text], [text], [text]));
    });
}
