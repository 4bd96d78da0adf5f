using System.Security.Cryptography;
using Shared.CheckIn;

namespace Shared.Tests.CheckIn;

public sealed class BadgeKeyTests : IDisposable
{
    readonly TestDatabase database = new();

    public void Dispose() => database.Dispose();

    [Fact]
    public void A_code_is_the_first_130_bits_of_the_keyed_hash_in_crockford_base32()
    {
        File.WriteAllBytes(database.Data.BadgeKey, new byte[32]);
        byte[] secret = [.. Enumerable.Range(0, 16).Select(i => (byte)i)];
        var mac = HMACSHA256.HashData(new byte[32], "badge/v1"u8.ToArray().Concat(secret).ToArray());
        var bits = string.Concat(mac.Select(b => Convert.ToString(b, 2).PadLeft(8, '0')));
        var expected = string.Concat(Enumerable.Range(0, 26).Select(i => "0123456789ABCDEFGHJKMNPQRSTVWXYZ"[Convert.ToInt32(bits.Substring(i * 5, 5), 2)]));
        Assert.Equal(expected, new BadgeKey(database.Data).Code(secret));
    }

    [Fact]
    public void The_key_survives_a_restart_and_is_readable_by_its_owner_alone()
    {
        var secret = RandomNumberGenerator.GetBytes(16);
        var code = new BadgeKey(database.Data).Code(secret);
        Assert.Equal(code, new BadgeKey(database.Data).Code(secret));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(database.Data.BadgeKey));
    }

    [Theory]
    [InlineData("4q9-oil 7\r\n", "4Q90117")]
    [InlineData("abc", "ABC"), InlineData("４Ｑ９－ｏｉｌ　７", "4Q90117")]
    public void Typed_input_is_read_as_it_was_meant(string typed, string code) => Assert.Equal(code, BadgeKey.Read(typed));

    [Fact]
    public void Input_of_more_than_64_characters_is_no_code() => Assert.Null(BadgeKey.Read(new string('A', 65)));
}
