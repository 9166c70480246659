using Connector.Domain;
using Connector.Domain.Announcing;
using Connector.Nextcloud;
using Connector.Nextcloud.Talk;

namespace Connector.Announcing;

/// <summary>A conversation of Talk, in which the service account speaks.</summary>
/// <param name="client">Signed in as it.</param>
/// <param name="token">Of the conversation.</param>
internal sealed class TalkSender(NextcloudClient client, string token) : IChannelSender
{
    public async Task<SendOutcome> SendAsync(OutgoingMessage message, CancellationToken ct)
    {
        var words = new TalkRendering().Write(message.Message, message.Language);
        try
        {
            if (message.IsRepeated && await client.Talk.Has(token, message.Fingerprint, ct))
            {
                return SendOutcome.Sent;
            }

            return await client.Talk.Say(token, words, message.Fingerprint, ct) switch
            {
                TalkResult.Said => SendOutcome.Sent,
                TalkResult.Gone => SendOutcome.Down(TalkRooms.Gone),
                TalkResult.Closed => SendOutcome.Down(Closed),
                _ => SendOutcome.Refused(NotTaken),
            };
        }
        catch (NextcloudException error)
        {
            return SendOutcome.Down(error.Problem.Message, error.RetryAfter);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static readonly Text Closed = new(
        "La conversation n'accepte pas de messages en ce moment.",
        "The conversation takes no messages at the moment."
    );

    private static readonly Text NotTaken = new("Talk refuse ce message.", "Talk refuses this message.");
}
