using Connector.Domain;
using Connector.Nextcloud.Ocs;

namespace Connector.Nextcloud.Talk;

/// <summary>What became of a notification.</summary>
internal enum NotificationResult
{
    Sent,
    NoAccount,

    /// <summary>Too long, or empty.</summary>
    Refused,
}

/// <summary>Notifications that administrators send to accounts (app Notifications).</summary>
internal sealed class NotificationClient(OcsTransport ocs)
{
    /// <summary>Signs of the line that is shown first.</summary>
    public const int LongestSubject = 255;

    /// <summary>Signs of the rest.</summary>
    public const int LongestMessage = 4_000;

    private static readonly Text Notifying = new("envoyer des notifications", "send notifications");

    public async Task<NotificationResult> Notify(
        string userId,
        string subject,
        string message,
        CancellationToken ct
    )
    {
        var form = new Dictionary<string, string> { ["shortMessage"] = subject, ["longMessage"] = message };
        var answer = await ocs.Read(ocs.Talk.Notify(userId, form, ct), ct);
        return answer switch
        {
            { IsDone: true } => NotificationResult.Sent,
            { IsMissing: true } => NotificationResult.NoAccount,
            { Code: 400 } => NotificationResult.Refused,
            _ => throw ocs.Refused(answer, "notifications", Notifying),
        };
    }
}
