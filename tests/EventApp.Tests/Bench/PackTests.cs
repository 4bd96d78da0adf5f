using Bench.Circuits;

namespace EventApp.Tests.Bench;

public sealed class PackTests
{
    [Theory]
    [InlineData(0), InlineData(127), InlineData(128), InlineData(-1), InlineData(-32), InlineData(-33), InlineData(65_536), InlineData(long.MaxValue), InlineData(long.MinValue)]
    public void A_number_comes_back_as_it_was_written(long number)
    {
        var pack = new PackReader(new PackWriter().Int(number).Written);
        Assert.Equal(number, pack.Int());
        Assert.True(pack.AtEnd);
    }

    [Theory]
    [InlineData(""), InlineData("短"), InlineData("exactly thirty-one bytes long..")]
    public void A_text_comes_back_as_it_was_written(string text) => Assert.Equal(text, new PackReader(new PackWriter().Text(text).Written).Text());

    [Fact]
    public void A_long_text_comes_back_whole()
    {
        var text = new string('签', 30_000);
        Assert.Equal(text, new PackReader(new PackWriter().Text(text).Written).Text());
    }

    // Each of the format's ways to write the number 1 or minus 1, as other writers choose them.
    [Theory]
    [InlineData("01", 1), InlineData("CC01", 1), InlineData("CD0001", 1), InlineData("CE00000001", 1), InlineData("CF0000000000000001", 1)]
    [InlineData("FF", -1), InlineData("D0FF", -1), InlineData("D1FFFF", -1), InlineData("D2FFFFFFFF", -1), InlineData("D3FFFFFFFFFFFFFFFF", -1)]
    public void Every_width_of_a_number_is_read(string hex, long number) => Assert.Equal(number, new PackReader(Convert.FromHexString(hex)).Int());

    [Theory]
    [InlineData("C0"), InlineData("C3"), InlineData("CA3F800000"), InlineData("CB3FF0000000000000"), InlineData("A3616263"), InlineData("D903616263"), InlineData("DA0003616263")]
    [InlineData("C4020102"), InlineData("C500020102"), InlineData("93010203"), InlineData("DC00020102"), InlineData("82A16101A16202"), InlineData("DE0001A16101"), InlineData("CD0100")]
    public void Any_value_can_be_passed_over(string hex)
    {
        var pack = new PackReader(Convert.FromHexString(hex + "2A"));
        pack.Skip();
        Assert.Equal(42, pack.Int());
    }

    [Fact]
    public void A_message_cut_short_is_refused() =>
        Assert.Throws<InvalidDataException>(() => new PackReader(Convert.FromHexString("DA0010616263")).Text());
}
