using System.Net;
using System.Net.Sockets;

namespace Connector.Announcing;

/// <summary>
/// Where messages may go: servers of the Internet, and of this machine when it is named as such. A name that leads into a
/// private network is refused unless a variable of the environment has it, and the address that was judged is the one that is
/// connected to.
/// </summary>
/// <param name="environment">Of the process.</param>
/// <param name="variable">Names the hosts that may be in a private network, separated by commas or spaces.</param>
internal sealed class AddressGuard(Func<string, string?> environment, string variable = AddressGuard.Variable)
{
    public const string Variable = "CONNECTOR_ANNOUNCE_HOSTS";

    private readonly HashSet<string> _allowed = (environment(variable) ?? "")
        .Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether this machine may be reached when it is named as such. Default yes.</summary>
    public bool AllowsThisMachine { get; init; } = true;

    /// <summary>Whether the administrator named a host.</summary>
    public bool Names(string host) => _allowed.Contains(host.Trim('[', ']'));

    /// <summary>Whether a name or address is this machine's own, as somebody would write it.</summary>
    public static bool IsThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    /// <summary>A connection to the first address that answers.</summary>
    /// <exception cref="AddressRefusedException">The name leads where messages may not go.</exception>
    /// <exception cref="SocketException">Nobody answers, or there is no such name.</exception>
    public async Task<Socket> ConnectAsync(string host, int port, CancellationToken ct)
    {
        var addresses = await Dns.GetHostAddressesAsync(host.Trim('[', ']'), ct);
        if (!Names(host) && addresses.Any(address => !MayReach(host, address)))
        {
            throw new AddressRefusedException();
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, ct);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private bool MayReach(string host, IPAddress address) =>
        IsPublic(address) || (AllowsThisMachine && IPAddress.IsLoopback(address) && IsThisMachine(host));

    /// <summary>Whether an address is one of the Internet, by IANA's registries of special-purpose addresses.</summary>
    public static bool IsPublic(IPAddress address)
    {
        if (address.AddressFamily == AddressFamily.InterNetworkV6)
        {
            var bytes = address.GetAddressBytes();
            return address.IsIPv4MappedToIPv6 ? IsPublic(address.MapToIPv4())
                // NAT64 (64:ff9b::/96) and 6to4 (2002::/16) hold an address of the other kind.
                : bytes is [0, 0x64, 0xff, 0x9b, ..] ? IsPublic(new IPAddress(bytes[12..]))
                : bytes is [0x20, 0x02, ..] ? IsPublic(new IPAddress(bytes[2..6]))
                : bytes[0] is >= 0x20 and <= 0x3f && bytes is not [0x20, 0x01, 0, 0, ..];
        }

        return address.GetAddressBytes() switch
        {
            [0 or 10 or 127, ..] or [>= 224, ..] => false,
            [100, >= 64 and <= 127, ..] => false,
            [169, 254, ..] or [192, 168, ..] => false,
            [172, >= 16 and <= 31, ..] => false,
            [192, 0, 0 or 2, _] => false,
            [198, 18 or 19, ..] => false,
            [198, 51, 100, _] or [203, 0, 113, _] => false,
            _ => true,
        };
    }
}

/// <summary>A name that leads into a private network.</summary>
internal sealed class AddressRefusedException() : Exception("a private address");
