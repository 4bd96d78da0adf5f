using EventApp.Web.Certificates;

namespace EventApp.Tests.Web.Certificates;

public sealed class ServedNameTests
{
    [Theory]
    [InlineData("192.168.1.20", "192.168.1.20"), InlineData("PC-01.Local", "pc-01.local"), InlineData("hui.example.com.", "hui.example.com"), InlineData(" pc01 ", "pc01")]
    [InlineData("[fd00::0:2]", "[fd00::2]"), InlineData("fd00::2", "[fd00::2]"), InlineData("::ffff:10.0.0.1", "10.0.0.1"), InlineData("年会.公司", "xn--6oq078a.xn--55qx5d")]
    public void A_name_or_an_address_is_read_as_it_stands_in_a_url(string typed, string inUrl) => Assert.Equal(inUrl, ServedName.Parse(typed)?.InUrl);

    [Theory]
    [InlineData(""), InlineData("."), InlineData("my server"), InlineData("https://hui.example.com"), InlineData("hui.example.com:5281"), InlineData("hui.example.com/station"), InlineData("a..b"), InlineData("-a.b"), InlineData("a_b")]
    [InlineData("*.example.com"), InlineData("*"), InlineData("192.168.1"), InlineData("192.168.1.300"), InlineData("192.168.01.2"), InlineData("1"), InlineData("0x7f.1"), InlineData("0.0.0.0"), InlineData("255.255.255.255"), InlineData("224.0.0.1")]
    [InlineData("::"), InlineData("fe80::1"), InlineData("fe80::1%eth0"), InlineData("ff02::1"), InlineData("10.0.0.0/8"), InlineData("<script>"), InlineData("a\nb"), InlineData("evil.com@hui.example.com")]
    public void What_names_no_single_machine_is_refused(string typed) => Assert.Null(ServedName.Parse(typed));

    [Fact]
    public void A_name_past_what_certificates_hold_is_refused()
    {
        Assert.Null(ServedName.Parse(new string('a', 64) + ".example"));
        Assert.Null(ServedName.Parse(string.Join('.', Enumerable.Repeat(new string('a', 60), 5))));
    }
}
