using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace EventApp.Web.Certificates;

/// <summary>A name or an address under which devices reach this machine, as it stands in a certificate and in an address line.</summary>
/// <param name="Text">Lower case and ASCII, an address in its usual form without brackets.</param>
/// <param name="Address">Null for a name.</param>
sealed record ServedName(string Text, IPAddress? Address)
{
    const int LongestName = 253, LongestLabel = 63;

    /// <summary>As it stands in a URL.</summary>
    public string InUrl => Address?.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{Text}]" : Text;

    public static ServedName Of(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return new(plain.ToString(), plain);
    }

    /// <returns>Null for what is neither a host name nor one machine's address: a URL, a name with spaces, a pattern, 0.0.0.0.</returns>
    public static ServedName? Parse(string typed)
    {
        var text = typed.Trim().TrimEnd('.');
        if (text.Contains(':', StringComparison.Ordinal))
            return !text.Contains('%', StringComparison.Ordinal) && IPAddress.TryParse(text.TrimStart('[').TrimEnd(']'), out var six) && six.AddressFamily == AddressFamily.InterNetworkV6 && IsOneMachines(six) ? Of(six) : null;
        // Anything whose last part is a number is meant as an address; the framework would take 192.168.1 for 192.168.0.1.
        if (text.Split('.') is [.., [>= '0' and <= '9', ..] last] parts && last.All(char.IsAsciiDigit))
            return parts.Length == 4 && IPAddress.TryParse(text, out var four) && four.ToString() == text && IsOneMachines(four) ? Of(four) : null;
        return Ascii(text) is { Length: > 0 and <= LongestName } name && name.Split('.').All(IsLabel) ? new(name, null) : null;
    }

    // Not all of them, not many at once, not one that means another machine on each wire.
    static bool IsOneMachines(IPAddress address) => !address.Equals(IPAddress.Any) && !address.Equals(IPAddress.IPv6Any) && !address.Equals(IPAddress.Broadcast)
        && !address.IsIPv6Multicast && !address.IsIPv6LinkLocal && !(address.AddressFamily == AddressFamily.InterNetwork && address.GetAddressBytes()[0] is >= 224 and < 240);

    static bool IsLabel(string label) => label.Length is > 0 and <= LongestLabel && label[0] != '-' && label[^1] != '-' && label.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    static string? Ascii(string name)
    {
        try
        {
            return new IdnMapping().GetAscii(name).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
