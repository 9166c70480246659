using System.Net.Security;
using System.Net.Sockets;
using Connector.Domain;
using Connector.Domain.Announcing;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using MimeKit.Text;
using AuthenticationException = MailKit.Security.AuthenticationException;

namespace Connector.Announcing;

/// <summary>Mail by SMTP: one connection for a run, one message for each person, text and HTML of the same words.</summary>
internal sealed class EmailSender(
    MailSettings mail,
    string network,
    string? password,
    AddressGuard guard,
    TimeProvider time,
    RemoteCertificateValidationCallback? trust
) : IChannelSender
{
    private readonly SmtpClient _smtp = new()
    {
        Timeout = (int)TimeSpan.FromSeconds(60).TotalMilliseconds,
        CheckCertificateRevocation = false,
        ServerCertificateValidationCallback = trust,
    };

    public async Task<SendOutcome> SendAsync(OutgoingMessage message, CancellationToken ct)
    {
        if (message.To?.Email is not { Length: > 0 } address || !MailboxAddress.TryParse(address, out _))
        {
            return SendOutcome.Refused(NoAddress);
        }

        try
        {
            await Open(ct);
            await _smtp.SendAsync(Letter(message, address), ct);
            return SendOutcome.Sent;
        }
        catch (SmtpCommandException error)
        {
            return Refusal(error);
        }
        catch (AddressRefusedException)
        {
            return SendOutcome.Down(WebhookSender.PrivateAddress);
        }
        catch (Exception error) when (error is AuthenticationException or NotSupportedException)
        {
            return SendOutcome.Down(error is NotSupportedException ? NoTls : BadAccount);
        }
        catch (SslHandshakeException)
        {
            return SendOutcome.Down(BadCertificate);
        }
        catch (Exception error)
            when (IsOfTheConnection(error)
                || (error is OperationCanceledException && !ct.IsCancellationRequested)
            )
        {
            return SendOutcome.Down(Unreachable);
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
            await _smtp.DisconnectAsync(quit: true, patience.Token);
        }
        catch (Exception error) when (IsOfTheConnection(error) || error is OperationCanceledException)
        {
            // Whoever does not say goodbye has taken all messages all the same.
        }

        _smtp.Dispose();
    }

    private async Task Open(CancellationToken ct)
    {
        if (_smtp.IsConnected)
        {
            return;
        }

        var socket = await guard.ConnectAsync(mail.Server, mail.Port, ct);
        try
        {
            var security = mail.Security switch
            {
                MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
                MailSecurity.StartTls => SecureSocketOptions.StartTls,
                _ => SecureSocketOptions.None,
            };
            await _smtp.ConnectAsync(socket, mail.Server, mail.Port, security, ct);
        }
        catch
        {
            socket.Dispose();
            throw;
        }

        if (mail.Account is { } account)
        {
            await _smtp.AuthenticateAsync(account, password ?? "", ct);
        }
    }

    /// <summary>5xx to one address is that address' alone; everything else waits.</summary>
    private static SendOutcome Refusal(SmtpCommandException error) =>
        (error.ErrorCode, (int)error.StatusCode) switch
        {
            (SmtpErrorCode.RecipientNotAccepted, >= 500) => SendOutcome.Refused(
                new Text(
                    $"Le serveur refuse cette adresse ({(int)error.StatusCode}).",
                    $"The server refuses this address ({(int)error.StatusCode})."
                )
            ),
            (SmtpErrorCode.MessageNotAccepted, >= 500) => SendOutcome.Refused(
                new Text(
                    $"Le serveur refuse ce message ({(int)error.StatusCode}).",
                    $"The server refuses this message ({(int)error.StatusCode})."
                )
            ),
            (SmtpErrorCode.RecipientNotAccepted, _) => new SendOutcome(SendResult.Later, Busy(error)),
            _ => SendOutcome.Down(Busy(error)),
        };

    private MimeMessage Letter(OutgoingMessage outgoing, string address)
    {
        var unsubscribe = Uri.EscapeDataString(
            new Text("Ne plus recevoir de messages", "No more messages").In(outgoing.Language)
        );
        var message = outgoing.Message with { Footer = Footer(outgoing.Language) };
        var letter = new MimeMessage
        {
            Subject = TamedWords.Of(message.Subject),
            Date = time.GetUtcNow(),
            // The same for each attempt: receivers drop what they have already.
            MessageId =
                $"{outgoing.Fingerprint[..40]}@{mail.From[(mail.From.IndexOf('@', StringComparison.Ordinal) + 1)..]}",
            Body = new MultipartAlternative
            {
                new TextPart(TextFormat.Plain)
                {
                    Text = new PlainRendering().Write(message, outgoing.Language),
                },
                new TextPart(TextFormat.Html) { Text = HtmlRendering.Write(message, outgoing.Language) },
            },
        };
        letter.From.Add(new MailboxAddress(TamedWords.Of(mail.Name ?? network), mail.From));
        letter.To.Add(new MailboxAddress(TamedWords.Of(outgoing.To!.Name), address));
        letter.Headers.Add("Auto-Submitted", "auto-generated");
        letter.Headers.Add("X-Auto-Response-Suppress", "All");
        letter.Headers.Add("List-Unsubscribe", $"<mailto:{mail.From}?subject={unsubscribe}>");
        return letter;
    }

    private string Footer(Language language) =>
        new Text(
            $"Vous recevez ce message parce que vous prenez part au réseau {network}. Pour ne plus en recevoir, répondez-y simplement.",
            $"You get this message because you take part in the network {network}. To get no more of them, just answer it."
        ).In(language);

    private static bool IsOfTheConnection(Exception error) =>
        error
            is IOException
                or SocketException
                or SmtpProtocolException
                or MailKit.ServiceNotConnectedException;

    private static Text Busy(SmtpCommandException error) =>
        new(
            $"Le serveur d'envoi demande d'attendre ({(int)error.StatusCode}).",
            $"The mail server asks to wait ({(int)error.StatusCode})."
        );

    private static readonly Text NoAddress = new(
        "Cette personne n'a pas d'adresse électronique utilisable.",
        "This person has no e-mail address that can be used."
    );

    private static readonly Text Unreachable = new(
        "Le serveur d'envoi ne répond pas.",
        "The mail server does not answer."
    );

    private static readonly Text BadAccount = new(
        "Le serveur d'envoi refuse le compte ou son mot de passe.",
        "The mail server refuses the account or its password."
    );

    private static readonly Text NoTls = new(
        "Le serveur d'envoi ne sait pas chiffrer, ou ne connaît pas de connexion par mot de passe.",
        "The mail server cannot encrypt, or knows no sign-in by password."
    );

    private static readonly Text BadCertificate = new(
        "Le certificat du serveur d'envoi n'est pas digne de confiance.",
        "The mail server's certificate cannot be trusted."
    );
}
