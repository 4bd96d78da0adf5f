using Shared.Access;
using Shared.Data;

namespace Shared.Tests.Access;

public sealed class LinkKeyTests : IDisposable
{
    const string Purpose = "reply/v1";
    readonly DataDirectory data = DataDirectory.Open(Directory.CreateTempSubdirectory("link-key-").FullName);
    readonly byte[] nonce = LinkKey.NewNonce();

    public void Dispose() => Directory.Delete(data.Path, recursive: true);

    [Fact]
    public void A_token_is_the_same_after_a_restart_and_stands_in_an_address_as_it_is()
    {
        var token = new LinkKey(data).Token(Purpose, nonce);
        Assert.Equal(token, new LinkKey(data).Token(Purpose, nonce));
        Assert.Equal(LinkKey.TokenLength, token.Length);
        Assert.Equal(token, Uri.EscapeDataString(token));
    }

    [Fact]
    public void Another_nonce_another_purpose_and_another_installation_admit_nothing()
    {
        var key = new LinkKey(data);
        var token = key.Token(Purpose, nonce);
        Assert.True(key.Admits(Purpose, nonce, token));
        Assert.False(key.Admits(Purpose, LinkKey.NewNonce(), token));
        Assert.False(key.Admits("person/v1", nonce, token));
        Assert.False(key.Admits(Purpose, nonce, token[..^1]));
        Assert.False(key.Admits(Purpose, nonce, null));
        File.Delete(data.LinkKey);
        Assert.False(new LinkKey(data).Admits(Purpose, nonce, token));
    }

    [Fact]
    public void The_key_is_readable_by_its_owner_alone()
    {
        _ = new LinkKey(data);
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(data.LinkKey));
    }
}
