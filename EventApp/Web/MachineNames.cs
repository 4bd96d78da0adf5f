using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using EventApp.Web.Certificates;

namespace EventApp.Web;

/// <summary>What this machine is called by itself and by its neighbours.</summary>
static class MachineNames
{
    /// <summary>Its name, alone, in its domain, and as its neighbours ask for it.</summary>
    public static IReadOnlyList<ServedName> Names()
    {
        var name = Dns.GetHostName();
        string[] all = [name, $"{name.Split('.')[0]}.{IPGlobalProperties.GetIPGlobalProperties().DomainName}", $"{name.Split('.')[0]}.local"];
        return [.. all.Select(ServedName.Parse).OfType<ServedName>().Distinct()];
    }

    /// <summary>Addresses at which other machines reach it just now.</summary>
    public static IReadOnlyList<ServedName> Addresses() =>
    [
        .. NetworkInterface.GetAllNetworkInterfaces().Where(one => one.OperationalStatus != OperationalStatus.Down && one.NetworkInterfaceType != NetworkInterfaceType.Loopback)
            .SelectMany(one => one.GetIPProperties().UnicastAddresses).Select(one => one.Address)
            .Where(address => !IPAddress.IsLoopback(address) && !address.IsIPv6LinkLocal && !address.IsIPv6Teredo)
            .OrderBy(address => address.AddressFamily == AddressFamily.InterNetwork ? 0 : 1).Select(ServedName.Of).Distinct(),
    ];

    /// <summary>What a certificate for this machine would best be made for, as the command takes it; null where no other machine reaches it.</summary>
    public static string? Proposal() => Addresses() is { Count: > 0 } addresses
        ? string.Join(',', addresses.Where(address => address.Address!.AddressFamily == AddressFamily.InterNetwork).DefaultIfEmpty(addresses[0]).Concat(Names().TakeLast(1)).Select(name => name.Text)) : null;
}
