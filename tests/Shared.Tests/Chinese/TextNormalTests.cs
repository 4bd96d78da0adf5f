using System.Text;
using CsCheck;
using Shared.Chinese;

namespace Shared.Tests.Chinese;

public class TextNormalTests
{
    [Theory]
    [InlineData("王 刚", "王刚")]
    [InlineData("王\u3000刚", "王刚")]
    [InlineData("王\u00a0刚", "王刚")]
    [InlineData(" 王\u200b刚\ufeff ", "王刚")]
    [InlineData("欧 阳\t修", "欧阳修")]
    [InlineData("䶮 𠮷", "䶮𠮷")]
    [InlineData("阿依古丽·买买提", "阿依古丽·买买提")]
    [InlineData("阿依古丽 ・ 买买提", "阿依古丽·买买提")]
    [InlineData("阿依古丽．买买提", "阿依古丽·买买提")]
    [InlineData("John  Smith", "John Smith")]
    [InlineData("Ｊｏｈｎ　Ｓｍｉｔｈ", "John Smith")]
    [InlineData("J. R. Smith", "J. R. Smith")]
    [InlineData("David 王", "David 王")]
    [InlineData("⼤卫", "大卫")]
    [InlineData(null, "")]
    [InlineData("\u3000\r\n", "")]
    public void A_persons_name_loses_blanks_only_between_Han(string? raw, string name) => Assert.Equal(name, TextNormal.PersonName(raw));

    [Theory]
    [InlineData("  齐齐哈尔\n重型（集团）　有限公司 ", "齐齐哈尔 重型（集团） 有限公司")]
    [InlineData("第０１号，Ａ座", "第01号，A座")]
    [InlineData("e\u0301", "é")]
    [InlineData("a\u0000b\u202e", "ab")]
    public void A_line_keeps_Chinese_punctuation(string raw, string line) => Assert.Equal(line, TextNormal.Line(raw));

    [Theory]
    [InlineData("ｇ１２３４ 次", "G1234次")]
    [InlineData(" ca 1611", "CA1611")]
    public void A_code_is_upper_case_without_blanks(string raw, string code) => Assert.Equal(code, TextNormal.Code(raw));

    [Theory]
    [InlineData("１５４００００１２３４", "15400001234")]
    [InlineData("+86 154-0000-1234", "8615400001234")]
    [InlineData("无", "")]
    public void Digits_are_taken_out_of_anything(string raw, string digits) => Assert.Equal(digits, TextNormal.Digits(raw));

    [Theory]
    [InlineData("手机（必填）：", "手机必填")]
    [InlineData("ＡＢＣ 有限公司（筹）", "abc有限公司筹")]
    public void A_key_has_letters_and_digits_only(string raw, string key) => Assert.Equal(key, TextNormal.Key(raw));

    [Theory]
    [InlineData("王刚", 4)]
    [InlineData("Wang", 4)]
    [InlineData("𠮷a", 3)]
    [InlineData("e\u0301", 1)]
    [InlineData("Ａ，", 4)]
    public void Han_and_full_width_signs_are_two_columns_wide(string text, int width) => Assert.Equal(width, TextNormal.Width(text));

    [Fact]
    public void Half_of_a_surrogate_pair_harms_nothing()
    {
        var broken = "王\ud842刚\udfb7";
        Assert.Equal("王\ufffd刚\ufffd", TextNormal.Line(broken));
        Assert.Equal("王刚", TextNormal.Key(broken));
        Assert.Equal("15", TextNormal.Digits("1\ud8425"));
    }

    [Fact]
    public void Cleaning_twice_changes_nothing_more()
    {
        Func<string, string>[] all = [TextNormal.Line, TextNormal.PersonName, TextNormal.Key, TextNormal.Code, TextNormal.Digits];
        AnyText.Sample(text =>
        {
            foreach (var clean in all) Assert.Equal(clean(text), clean(clean(text)));
        }, iter: 20_000);
    }

    static readonly Gen<string> AnyText = Gen.OneOf(
        Gen.String,
        Gen.OneOf([.. "王刚 \u3000\u00a0·.．・Ａａ１,（é\u0301가\u1100\u1161ﬁ㈱⼤İß\u200d\ufe0f\ud842\udfb7"]).Array[0, 12].Select(chars => new string(chars)));
}
