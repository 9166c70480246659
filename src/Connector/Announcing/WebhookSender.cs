using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Connector.Domain;
using Connector.Domain.Announcing;
using Connector.Nextcloud.Http;

namespace Connector.Announcing;

/// <summary>An incoming webhook of Mattermost or Slack: its address is a secret, and stands in no message and no log.</summary>
internal sealed class WebhookSender : IChannelSender
{
    private const int AnswerRead = 2_000;

    private readonly Channel _channel;
    private readonly Uri _address;
    private readonly HttpClient _http;
    private readonly TimeProvider _time;

    public WebhookSender(Channel channel, Uri address, AddressGuard guard, TimeProvider time)
    {
        (_channel, _address, _time) = (channel, address, time);
        var transport = new SocketsHttpHandler
        {
            // A redirect would carry the message to an address that nobody wrote down.
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            ConnectTimeout = TimeSpan.FromSeconds(10),
            ConnectCallback = async (context, ct) =>
                new NetworkStream(
                    await guard.ConnectAsync(context.DnsEndPoint.Host, context.DnsEndPoint.Port, ct),
                    ownsSocket: true
                ),
        };
        _http = new HttpClient(transport) { Timeout = TimeSpan.FromSeconds(30) };
        _http.DefaultRequestHeaders.UserAgent.ParseAdd("Connector/0.1");
    }

    /// <summary>What is wrong with an address; null for one that may be used. The address itself is not told.</summary>
    public static Text? Fault(Uri? address) =>
        address is not { IsAbsoluteUri: true } || address.UserInfo.Length > 0
            ? new Text(
                "Le secret de ce canal n'est pas une adresse de webhook.",
                "The secret of this channel is not the address of a webhook."
            )
        : address.Scheme == Uri.UriSchemeHttps
        || (address.Scheme == Uri.UriSchemeHttp && AddressGuard.IsThisMachine(address.Host))
            ? null
        : new Text(
            "L'adresse du webhook doit commencer par https://.",
            "The webhook's address has to begin with https://."
        );

    public async Task<SendOutcome> SendAsync(OutgoingMessage message, CancellationToken ct)
    {
        var words = Rendering.Of(_channel.Kind).Write(message.Message, message.Language);
        using var body = new StringContent(Body(words), Encoding.UTF8, "application/json");
        try
        {
            using var answer = await _http.PostAsync(_address, body, ct);
            return Outcome(answer, await Start(answer, ct));
        }
        catch (HttpRequestException error)
        {
            return SendOutcome.Down(
                error.InnerException is AddressRefusedException ? PrivateAddress : Unreachable
            );
        }
        catch (Exception error)
            when (error is IOException or OperationCanceledException && !ct.IsCancellationRequested)
        {
            return SendOutcome.Down(Unreachable);
        }
    }

    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Slack would show a preview of each link; Mattermost does not know these two keys and passes over them.</summary>
    private string Body(string words) =>
        _channel.Kind == ChannelKind.Slack
            ? JsonSerializer.Serialize(
                new
                {
                    text = words,
                    unfurl_links = false,
                    unfurl_media = false,
                }
            )
            : JsonSerializer.Serialize(new { text = words });

    private SendOutcome Outcome(HttpResponseMessage answer, string said) =>
        answer.StatusCode switch
        {
            HttpStatusCode.OK when said == "ok" => SendOutcome.Sent,
            HttpStatusCode.TooManyRequests => SendOutcome.Down(
                Busy,
                RetryAfter.Of(answer, _time.GetUtcNow())
            ),
            HttpStatusCode.ServiceUnavailable => SendOutcome.Down(
                Unreachable,
                RetryAfter.Of(answer, _time.GetUtcNow())
            ),
            HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge => SendOutcome.Refused(
                Told(answer, said)
            ),
            >= HttpStatusCode.Ambiguous and < HttpStatusCode.BadRequest => SendOutcome.Down(Redirected),
            _ => SendOutcome.Down(Told(answer, said)),
        };

    /// <summary>Slack's and Mattermost's own words for what was wrong, where they are known ones; never the whole answer.</summary>
    private static Text Told(HttpResponseMessage answer, string said)
    {
        string[] known =
        [
            "invalid_payload",
            "no_text",
            "invalid_blocks",
            "user_not_found",
            "channel_not_found",
            "channel_is_archived",
            "action_prohibited",
            "posting_to_general_channel_denied",
            "no_service",
            "no_service_id",
            "no_team",
            "team_disabled",
            "invalid_token",
            "too_many_attachments",
            "rollup_error",
        ];
        var code = known.FirstOrDefault(word => said.Contains(word, StringComparison.Ordinal));
        var status = (int)answer.StatusCode;
        var why = code is null ? $"{status}" : $"{code}, {status}";
        return status switch
        {
            200 => NoWebhook,
            404 or 410 or 401 or 403 => new Text(
                $"Ce webhook n'existe plus ou n'a plus le droit d'écrire ({why}).",
                $"This webhook does not exist any more, or may no longer write ({why})."
            ),
            >= 500 => new Text(
                $"Le serveur du webhook a une panne ({why}).",
                $"The webhook's server has a fault ({why})."
            ),
            _ => new Text(
                $"Le webhook refuse ce message ({why}).",
                $"The webhook refuses this message ({why})."
            ),
        };
    }

    private static async Task<string> Start(HttpResponseMessage answer, CancellationToken ct)
    {
        await using var body = await answer.Content.ReadAsStreamAsync(ct);
        var bytes = new byte[AnswerRead];
        var length = await body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, ct);
        return Encoding.UTF8.GetString(bytes, 0, length).Trim();
    }

    private static readonly Text Unreachable = new(
        "Le serveur du webhook ne répond pas.",
        "The webhook's server does not answer."
    );

    private static readonly Text Busy = new("Le webhook demande d'attendre.", "The webhook asks to wait.");

    private static readonly Text Redirected = new(
        "Le webhook renvoie ailleurs : son adresse a changé, et n'est pas suivie.",
        "The webhook sends elsewhere: its address has changed, and is not followed."
    );

    private static readonly Text NoWebhook = new(
        "Ce qui répond à cette adresse n'est pas un webhook.",
        "What answers at this address is no webhook."
    );

    public static readonly Text PrivateAddress = new(
        $"Ce serveur est dans un réseau privé. L'administrateur peut l'autoriser avec {AddressGuard.Variable}.",
        $"This server is in a private network. The administrator can allow it with {AddressGuard.Variable}."
    );
}
