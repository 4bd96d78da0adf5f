using System.Text;
using CsCheck;
using Shared.Chinese;

namespace Shared.Tests.Chinese;

public class CharsetTests
{
    static readonly Encoding Gb = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    [Theory]
    [InlineData("姓名,单位\n联通,王刚")]
    [InlineData("联通")]
    [InlineData("䶮")]
    [InlineData("𠮷野")]
    public void Gbk_and_its_four_byte_characters_are_read(string text) => Assert.Equal(new DecodedText(text, "gb18030", 0), Charset.Decode(Gb.GetBytes(text)));

    [Fact]
    public void A_rare_name_in_old_gbk_bytes_is_the_real_character() => Assert.Equal("王䶮", Charset.Decode([0xCD, 0xF5, 0xFE, 0x9F]).Text);

    [Fact]
    public void Utf8_is_read_with_and_without_a_mark()
    {
        var plain = Encoding.UTF8.GetBytes("王䶮");
        Assert.Equal(new DecodedText("王䶮", "utf-8", 0), Charset.Decode(plain));
        Assert.Equal(new DecodedText("王䶮", "utf-8", 0), Charset.Decode([0xEF, 0xBB, 0xBF, .. plain]));
    }

    [Fact]
    public void Utf16_is_read_by_its_mark()
    {
        Assert.Equal(new DecodedText("王𠮷", "utf-16", 0), Charset.Decode([0xFF, 0xFE, .. Encoding.Unicode.GetBytes("王𠮷")]));
        Assert.Equal(new DecodedText("王𠮷", "utf-16be", 0), Charset.Decode([0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes("王𠮷")]));
    }

    [Fact]
    public void An_empty_file_is_empty_text() => Assert.Equal(new DecodedText("", "utf-8", 0), Charset.Decode([]));

    [Fact]
    public void Bytes_of_no_charset_are_counted() => Assert.True(Charset.Decode([0x80, 0xFF, 0x41, 0xFF]).Replaced > 0);

    [Fact]
    public async Task A_stream_longer_than_its_limit_is_refused()
    {
        var held = new MemoryStream(new byte[101]);
        await Assert.ThrowsAsync<InvalidDataException>(() => Charset.DecodeAsync(held, limit: 100, TestContext.Current.CancellationToken));
        held.Position = 0;
        Assert.Equal(101, (await Charset.DecodeAsync(held, limit: 101, TestContext.Current.CancellationToken)).Text.Length);
    }

    [Fact]
    public void Any_bytes_are_read_without_harm() => Gen.Byte.Array[0, 40].Sample(bytes => { Charset.Decode(bytes); });
}
