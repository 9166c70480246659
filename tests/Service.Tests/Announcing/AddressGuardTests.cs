using System.Net;
using Connector.Announcing;

namespace Connector.Tests.Announcing;

/// <summary>Messages go to servers of the Internet, and elsewhere only where somebody said so.</summary>
public sealed class AddressGuardTests
{
    [TestCase("8.8.8.8", true)]
    [TestCase("2a00:1450:4007::1", true)]
    [TestCase("127.0.0.1", false)]
    [TestCase("10.1.2.3", false)]
    [TestCase("172.16.0.1", false)]
    [TestCase("172.32.0.1", true)]
    [TestCase("192.168.1.1", false)]
    [TestCase("169.254.169.254", false)]
    [TestCase("100.64.0.1", false)]
    [TestCase("0.0.0.0", false)]
    [TestCase("224.0.0.1", false)]
    [TestCase("::1", false)]
    [TestCase("fe80::1", false)]
    [TestCase("fd00::1", false)]
    [TestCase("::ffff:10.0.0.1", false)]
    [TestCase("64:ff9b::a00:1", false)]
    [TestCase("2002:a00:1::", false)]
    [TestCase("::", false)]
    public void Only_addresses_of_the_Internet_are_public(string address, bool isPublic) =>
        Assert.That(AddressGuard.IsPublic(IPAddress.Parse(address)), Is.EqualTo(isPublic));

    [Test]
    public void A_private_address_is_refused_before_anything_is_sent() =>
        Assert.That(
            async () => await new AddressGuard(_ => null).ConnectAsync("10.255.255.1", 9, default),
            Throws.TypeOf<AddressRefusedException>()
        );

    [Test]
    public async Task A_host_that_the_administrator_named_may_be_private()
    {
        using var listener = new System.Net.Sockets.TcpListener(IPAddress.Parse("127.0.0.2"), 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        var name = Dns.GetHostName();
        Assert.That(AddressGuard.IsThisMachine("127.0.0.2"), Is.True);
        using var socket = await new AddressGuard(variable =>
            variable == AddressGuard.Variable ? $"autre, {name}" : null
        ).ConnectAsync("127.0.0.2", port, default);
        Assert.That(socket.Connected, Is.True);
    }

    [TestCase("https://hooks.slack.com/services/T/B/x", true)]
    [TestCase("http://localhost:8065/hooks/x", true)]
    [TestCase("http://127.0.0.1/hooks/x", true)]
    [TestCase("http://mattermost.example.org/hooks/x", false)]
    [TestCase("https://user:pass@mattermost.example.org/hooks/x", false)]
    [TestCase("ftp://mattermost.example.org/x", false)]
    public void A_webhook_is_https_unless_it_is_on_this_machine(string address, bool isFine) =>
        Assert.That(WebhookSender.Fault(new Uri(address)) is null, Is.EqualTo(isFine));
}
