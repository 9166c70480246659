using System.Net.Security;
using Connector.Domain;
using Connector.Domain.Announcing;
using Connector.Domain.Territories;
using Connector.Ledger;
using Connector.Nextcloud;

namespace Connector.Announcing;

/// <summary>Where a territory's channels find what is not in its file.</summary>
/// <param name="TerritoryPath">Beside it lie files of secrets.</param>
/// <param name="Environment">Of the process.</param>
internal sealed record ChannelGround(string TerritoryPath, Func<string, string?> Environment)
{
    /// <summary>Judges certificates of mail servers; null: this machine's authorities do.</summary>
    public RemoteCertificateValidationCallback? Trust { get; init; }
}

/// <summary>Makes a channel ready to send, once in a run.</summary>
internal sealed class ChannelOpener(
    NextcloudClient client,
    LedgerStore ledger,
    Territory territory,
    ChannelGround ground,
    TimeProvider time
)
{
    private readonly AddressGuard _guard = new(ground.Environment);
    private readonly ChannelSecrets _secrets = new(ground.TerritoryPath, ground.Environment);

    /// <returns>The sender; the reason in its place where the channel cannot be used.</returns>
    public async Task<(IChannelSender? Sender, Text? Reason)> OpenAsync(
        Channel channel,
        CancellationToken ct
    ) =>
        channel.Kind switch
        {
            ChannelKind.Talk => await Talk(channel, ct),
            ChannelKind.Notifications => await Notifications(ct),
            ChannelKind.Email => Email(channel),
            _ => Webhook(channel),
        };

    private async Task<(IChannelSender?, Text?)> Talk(Channel channel, CancellationToken ct)
    {
        var rooms = new TalkRooms(client, ledger, territory, Slug.Of(territory.Name));
        var (token, reason) = await rooms.OpenAsync(channel, ct);
        return token is null ? (null, reason) : (new TalkSender(client, token), null);
    }

    private async Task<(IChannelSender?, Text?)> Notifications(CancellationToken ct)
    {
        try
        {
            var capabilities = await client.Server.Capabilities(ct);
            return capabilities.HasAdminNotifications
                ? (new NotificationSender(client), null)
                : (null, NoNotifications);
        }
        catch (NextcloudException error)
        {
            return (null, error.Problem.Message);
        }
    }

    private (IChannelSender?, Text?) Email(Channel channel)
    {
        var (password, reason) = _secrets.Read(channel.Secret);
        return reason is null
            ? (new EmailSender(channel.Mail!, territory.Name, password, _guard, time, ground.Trust), null)
            : (null, reason);
    }

    private (IChannelSender?, Text?) Webhook(Channel channel)
    {
        var (secret, reason) = _secrets.Read(channel.Secret);
        if (reason is not null)
        {
            return (null, reason);
        }

        var address = Uri.TryCreate(secret, UriKind.Absolute, out var read) ? read : null;
        return WebhookSender.Fault(address) is { } fault
            ? (null, fault)
            : (new WebhookSender(channel, address!, _guard, time), null);
    }

    private static readonly Text NoNotifications = new(
        "Ce Nextcloud ne sait pas envoyer de notifications, ou seulement à ses administrateurs.",
        "This Nextcloud cannot send notifications, or only its administrators see them."
    );
}
