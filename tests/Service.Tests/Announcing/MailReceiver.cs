using System.Buffers;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MimeKit;
using SmtpServer;
using SmtpServer.Authentication;
using SmtpServer.ComponentModel;
using SmtpServer.Mail;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace Connector.Tests.Announcing;

/// <summary>A mail server of one test's own: TLS, an account, and what it takes.</summary>
internal sealed class MailReceiver : IAsyncDisposable
{
    public const string Account = "reseau";
    public const string Password = "Pl4nted-S3cret-smtp";

    /// <summary>No such mailbox.</summary>
    public const string Unknown = "inconnu@example.org";

    private readonly CancellationTokenSource _stop = new();
    private readonly X509Certificate2 _certificate = SelfSigned();
    private readonly Task _serving;
    private readonly Mailbox _mailbox = new();

    private MailReceiver(bool isTls)
    {
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            Port = ((IPEndPoint)free.LocalEndpoint).Port;
        }

        var options = new SmtpServerOptionsBuilder()
            .ServerName("localhost")
            .Endpoint(endpoint =>
                endpoint
                    .Endpoint(new IPEndPoint(IPAddress.Loopback, Port))
                    .IsSecure(isTls)
                    .AllowUnsecureAuthentication(false)
                    .AuthenticationRequired(true)
                    .Certificate(_certificate)
            )
            .Build();
        var services = new SmtpServer.ComponentModel.ServiceProvider();
        services.Add(_mailbox);
        services.Add(new Filter());
        services.Add(new Accounts());
        _serving = new SmtpServer.SmtpServer(options, services).StartAsync(_stop.Token);
    }

    public int Port { get; }

    public IReadOnlyList<MimeMessage> Letters => _mailbox.Letters;

    public static MailReceiver StartTls() => new(isTls: false);

    public static MailReceiver Tls() => new(isTls: true);

    /// <summary>Trusts this server alone.</summary>
    public bool Trusts(
        object sender,
        X509Certificate? certificate,
        X509Chain? chain,
        System.Net.Security.SslPolicyErrors errors
    ) => certificate?.GetCertHashString() == _certificate.GetCertHashString();

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        try
        {
            await _serving;
        }
        catch (OperationCanceledException)
        {
            // As it was told.
        }

        _certificate.Dispose();
        _stop.Dispose();
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

    private sealed class Mailbox : MessageStore
    {
        private readonly List<MimeMessage> _letters = [];

        public IReadOnlyList<MimeMessage> Letters
        {
            get
            {
                lock (_letters)
                {
                    return [.. _letters];
                }
            }
        }

        public override async Task<SmtpResponse> SaveAsync(
            ISessionContext context,
            IMessageTransaction transaction,
            ReadOnlySequence<byte> buffer,
            CancellationToken cancellationToken
        )
        {
            using var stream = new MemoryStream(buffer.ToArray());
            var letter = await MimeMessage.LoadAsync(stream, cancellationToken);
            lock (_letters)
            {
                _letters.Add(letter);
            }

            return SmtpResponse.Ok;
        }
    }

    private sealed class Filter : MailboxFilter
    {
        public override Task<bool> CanDeliverToAsync(
            ISessionContext context,
            IMailbox to,
            IMailbox from,
            CancellationToken cancellationToken
        ) => Task.FromResult($"{to.User}@{to.Host}" != Unknown);
    }

    private sealed class Accounts : UserAuthenticator
    {
        public override Task<bool> AuthenticateAsync(
            ISessionContext context,
            string user,
            string password,
            CancellationToken cancellationToken
        ) => Task.FromResult(user == Account && password == Password);
    }
}
