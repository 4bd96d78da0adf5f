using System.Security.Cryptography;
using Shared.Chinese;
using Shared.Data;

namespace Shared.CheckIn;

/// <summary>Turns a badge's secret into the code printed on it. The key lies beside the database, not in it: a stolen database prints no badge.</summary>
public sealed class BadgeKey
{
    public const int CodeLength = 26;
    public const int MostTyped = 64;
    const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    static readonly byte[] Purpose = "badge/v1"u8.ToArray();

    readonly byte[] key;

    public BadgeKey(DataDirectory data) => key = KeyFile.ReadOrMake(data.BadgeKey);

    /// <summary>26 characters of Crockford base32: the first 130 bits of HMAC-SHA256(key, "badge/v1" ‖ secret).</summary>
    public string Code(ReadOnlySpan<byte> secret)
    {
        Span<byte> message = stackalloc byte[Purpose.Length + Badge.IdBytes];
        Purpose.CopyTo(message);
        secret.CopyTo(message[Purpose.Length..]);
        Span<byte> mac = stackalloc byte[32];
        HMACSHA256.HashData(key, message, mac);
        Span<char> code = stackalloc char[CodeLength];
        for (var i = 0; i < CodeLength; i++)
        {
            var bit = i * 5;
            var pair = (mac[bit / 8] << 8) | mac[bit / 8 + 1];
            code[i] = Alphabet[(pair >> (11 - bit % 8)) & 31];
        }
        return new string(code);
    }

    public static byte[] Hash(string code) => SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(code));

    /// <summary>What stands in the log for a code nobody knows: HMAC under the badge key, first 16 bytes.</summary>
    public byte[] Unknown(string typed) => HMACSHA256.HashData(key, System.Text.Encoding.UTF8.GetBytes("unknown/v1" + typed))[..16];

    /// <summary>Tells whether the same was asked again, and nothing else: HMAC under the badge key, first 16 bytes.</summary>
    public byte[] Content(string asked) => HMACSHA256.HashData(key, System.Text.Encoding.UTF8.GetBytes("content/v1" + asked))[..16];

    /// <summary>Typed or scanned input as a code would be written: upper case and half-width, O as 0, I and L as 1, without hyphens and spaces. Null where it is too long to be one.</summary>
    public static string? Read(string typed)
    {
        if (typed.Length > MostTyped) return null;
        if (!System.Text.Ascii.IsValid(typed) && (typed = TextNormal.Code(typed)).Length > MostTyped) return null;
        Span<char> code = stackalloc char[MostTyped];
        var length = 0;
        foreach (var c in typed)
        {
            if (c is '-' or ' ' or '\t' or '\r' or '\n') continue;
            code[length++] = char.ToUpperInvariant(c) switch { 'O' => '0', 'I' or 'L' => '1', var other => other };
        }
        return new string(code[..length]);
    }
}
