using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Connector.Connector.Tests.Cli;
using Connector.Tests.Provisioning;

namespace Connector.Tests.Nextcloud;

/// <summary>A server whose certificate nobody vouches for: nothing is sent to it, the password least of all.</summary>
public sealed class CertificateTests
{
    [Test]
    public async Task A_certificate_that_is_refused_is_told_at_once_and_nothing_is_sent()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var stop = new CancellationTokenSource();
        using var certificate = SelfSigned();
        var serving = Serve(listener, certificate, stop.Token);
        using var terminal = new Terminal();
        terminal.Environment["CONNECTOR_URL"] =
            $"https://localhost:{((IPEndPoint)listener.LocalEndpoint).Port}/";
        terminal.Environment["CONNECTOR_USER"] = "admin";
        terminal.Environment["CONNECTOR_PASSWORD"] = Workplace.Password;

        var said = await terminal.RunAsync("apply", terminal.Territory);

        await stop.CancelAsync();
        var (calls, received) = await serving;
        Assert.That(said.Code, Is.EqualTo(1), said.All);
        Assert.That(said.Errors, Does.Contain("Le certificat de localhost").And.Contain("autorité"));
        Assert.That(said.All, Does.Not.Contain(Workplace.Password));
        Assert.That(calls, Is.EqualTo(1), "waiting does not heal a certificate");
        Assert.That(received, Is.Zero);
    }

    private static async Task<(int Calls, int Received)> Serve(
        TcpListener listener,
        X509Certificate2 certificate,
        CancellationToken ct
    )
    {
        var (calls, received) = (0, 0);
        while (true)
        {
            try
            {
                using var client = await listener.AcceptTcpClientAsync(ct);
                calls++;
                await using var stream = new SslStream(client.GetStream());
                await stream.AuthenticateAsServerAsync(certificate);
                received += await stream.ReadAsync(new byte[1024], ct);
            }
            catch (OperationCanceledException)
            {
                return (calls, received);
            }
            catch (Exception error) when (error is AuthenticationException or IOException)
            {
                // The client hung up, as it should.
            }
        }
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest(
            "CN=localhost",
            key,
            HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1
        );
        using var made = request.CreateSelfSigned(
            DateTimeOffset.UtcNow.AddDays(-1),
            DateTimeOffset.UtcNow.AddDays(1)
        );
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }
}
