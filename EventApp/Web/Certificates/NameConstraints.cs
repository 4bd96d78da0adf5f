using System.Formats.Asn1;
using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace EventApp.Web.Certificates;

/// <summary>
/// What an authority may sign for (RFC 5280, 4.2.1.10). A device that trusts it trusts it for nothing else: the names it was made for and what stands below them,
/// addresses of networks that end at a router, since a venue's router gives another one tomorrow, and the addresses it was made for.
/// </summary>
sealed record NameConstraints(IReadOnlyList<string> Names, IReadOnlyList<IPNetwork> Networks)
{
    const string Oid = "2.5.29.30";

    // Without a permitted name every name would be permitted; this one is answered by neighbours alone.
    const string Neighbours = "local";

    static readonly IPNetwork[] Inside = [.. ((string[])["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16", "fc00::/7"]).Select(text => IPNetwork.Parse(text))];

    // RFC 5280: a subtree's members, and which kind of name it is about.
    static readonly Asn1Tag Permitted = new(TagClass.ContextSpecific, 0, isConstructed: true), Dns = new(TagClass.ContextSpecific, 2), Ip = new(TagClass.ContextSpecific, 7);

    public static NameConstraints For(IReadOnlyList<ServedName> names) => new(
        [.. names.Where(name => name.Address is null).Select(name => name.Text).Append(Neighbours).Distinct()],
        [.. Inside, .. names.Where(name => name.Address is { } address && !Inside.Any(network => network.Contains(address))).Select(name => new IPNetwork(name.Address!, name.Address!.GetAddressBytes().Length * 8))]);

    public bool Permits(ServedName name) => name.Address is { } address ? Networks.Any(network => network.Contains(address))
        : Names.Any(permitted => name.Text == permitted || name.Text.EndsWith("." + permitted, StringComparison.Ordinal));

    public X509Extension Encode()
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence(Permitted))
        {
            foreach (var name in Names)
                using (writer.PushSequence()) writer.WriteCharacterString(UniversalTagNumber.IA5String, name, Dns);
            foreach (var network in Networks)
                using (writer.PushSequence()) writer.WriteOctetString([.. network.BaseAddress.GetAddressBytes(), .. Mask(network)], Ip);
        }
        return new X509Extension(Oid, writer.Encode(), critical: true);
    }

    /// <summary>Those of an authority made by this program.</summary>
    public static NameConstraints Of(X509Certificate2 authority)
    {
        var (names, networks) = (new List<string>(), new List<IPNetwork>());
        var permitted = new AsnReader(authority.Extensions[Oid]!.RawData, AsnEncodingRules.DER).ReadSequence().ReadSequence(Permitted);
        while (permitted.HasData)
        {
            var one = permitted.ReadSequence();
            if (one.PeekTag() == Dns) names.Add(one.ReadCharacterString(UniversalTagNumber.IA5String, Dns));
            else networks.Add(Network(one.ReadOctetString(Ip)));
        }
        return new(names, networks);
    }

    static byte[] Mask(IPNetwork network) => [.. Enumerable.Range(0, network.BaseAddress.GetAddressBytes().Length).Select(i => (byte)(0xFF00 >> Math.Clamp(network.PrefixLength - 8 * i, 0, 8)))];

    static IPNetwork Network(byte[] addressAndMask)
    {
        var half = addressAndMask.Length / 2;
        return new(new IPAddress(addressAndMask.AsSpan(0, half)), addressAndMask.Skip(half).Sum(octet => System.Numerics.BitOperations.PopCount(octet)));
    }
}
