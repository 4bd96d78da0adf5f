using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Shared.Data;

namespace Shared.Access;

/// <summary>
/// Makes the token of a secret link that has to be shown again and again: a unit's reply form, a person's own page.
/// The key lies beside the database, which holds only the nonce: a stolen database opens no link, and a new nonce ends the old one.
/// </summary>
public sealed class LinkKey(DataDirectory data)
{
    public const int NonceBytes = 16;

    /// <summary>Characters of a token; all of them may stand in an address's fragment as they are.</summary>
    public const int TokenLength = 24;

    readonly byte[] key = KeyFile.ReadOrMake(data.LinkKey);

    public static byte[] NewNonce() => RandomNumberGenerator.GetBytes(NonceBytes);

    /// <summary>Base64url of the first 144 bits of HMAC-SHA256(key, purpose ‖ 0 ‖ nonce).</summary>
    /// <param name="purpose">What the link opens, with a version: <c>reply/v1</c>.</param>
    public string Token(string purpose, byte[] nonce)
    {
        byte[] message = [.. Encoding.UTF8.GetBytes(purpose), 0, .. nonce];
        var mac = HMACSHA256.HashData(key, message);
        return Base64Url.EncodeToString(mac.AsSpan(0, TokenLength / 4 * 3));
    }

    /// <summary>Whether the token is that of the nonce; takes as long for a nearly right one as for a wrong one.</summary>
    public bool Admits(string purpose, byte[] nonce, string? token) =>
        token?.Length == TokenLength && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(Token(purpose, nonce)));
}
