using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Shared.CheckIn;

/// <summary>The secrets of a station: its bearer token, its one-time pairing code, and how long a kiosk's PIN is. Only hashes are stored.</summary>
public static class StationToken
{
    public const int CodeLength = 6;
    public const int ShortestPin = 4;
    public const int LongestPin = 8;
    const int TokenBytes = 32;
    const string CodeLetters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>43 characters that fit a header as they are.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));

    /// <summary>SHA-256. A token is random enough to need no salt.</summary>
    public static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    /// <summary>6 characters that nobody confuses.</summary>
    public static string NewPairingCode() => RandomNumberGenerator.GetString(CodeLetters, CodeLength);

    /// <summary>The hash of a pairing code as typed: any case, O for 0, I or L for 1, with or without hyphens and spaces. Null where it cannot be one.</summary>
    public static byte[]? PairingHash(string? typed) =>
        typed is not null && BadgeKey.Read(typed) is { Length: CodeLength } code ? Hash("pairing/v1" + code) : null;

    public static bool IsPin(string pin) => pin.Length is >= ShortestPin and <= LongestPin && pin.All(char.IsAsciiDigit);
}
