using Connector.Domain;
using Connector.Domain.Announcing;
using Connector.Nextcloud;
using Connector.Nextcloud.Talk;

namespace Connector.Announcing;

/// <summary>Notifications of Nextcloud, to each account.</summary>
internal sealed class NotificationSender(NextcloudClient client) : IChannelSender
{
    private const int Spare = 10;

    public async Task<SendOutcome> SendAsync(OutgoingMessage message, CancellationToken ct)
    {
        if (message.To is not { } person)
        {
            return SendOutcome.Refused(NoAccount);
        }

        var rendering = new PlainRendering();
        var subject = Cut(rendering.Words(message.Message.Subject), NotificationClient.LongestSubject);
        var words = Cut(
            rendering.Write(message.Message, message.Language),
            NotificationClient.LongestMessage
        );
        try
        {
            return await client.Notifications.Notify(person.Id, subject, words, ct) switch
            {
                NotificationResult.Sent => SendOutcome.Sent,
                NotificationResult.NoAccount => SendOutcome.Refused(NoAccount),
                _ => SendOutcome.Refused(NotTaken),
            };
        }
        catch (NextcloudException error)
        {
            return SendOutcome.Down(error.Problem.Message, error.RetryAfter);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static string Cut(string words, int most) =>
        words.Length <= most
            ? words
            : $"{words[..(char.IsHighSurrogate(words[most - Spare - 1]) ? most - Spare - 1 : most - Spare)]} …";

    private static readonly Text NoAccount = new(
        "Cette personne n'a pas de compte sur ce Nextcloud.",
        "This person has no account on this Nextcloud."
    );

    private static readonly Text NotTaken = new(
        "Nextcloud refuse cette notification.",
        "Nextcloud refuses this notification."
    );
}
