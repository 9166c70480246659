using Connector.Domain;
using Connector.Domain.Workspaces;
using Connector.Nextcloud.CalDav;

namespace Connector.Nextcloud.Doctor;

/// <summary>
/// Whether the public addresses that people subscribed to still are the calendars'. An address that is gone or another one is
/// an alarm: nobody who subscribed notices by themselves.
/// </summary>
internal static class AddressChecks
{
    /// <param name="calendars">As the server has them.</param>
    /// <param name="given">What posters show, by the calendar's name on the server.</param>
    /// <param name="findings">To add to.</param>
    public static void Check(
        IReadOnlyList<Calendar> calendars,
        IReadOnlyDictionary<string, string> given,
        List<Finding> findings
    )
    {
        var before = findings.Count;
        foreach (var (uri, address) in given.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            var calendar = calendars.FirstOrDefault(calendar => calendar.IsOwned && calendar.Uri == uri);
            if (calendar?.FeedUrl is not { } now)
            {
                Alarm(findings, "calendar-address-gone", Gone(calendar?.DisplayName ?? uri, address));
            }
            else if (!PublicAddress.IsSame(now.AbsoluteUri, address))
            {
                Alarm(findings, "calendar-address-changed", Changed(calendar.DisplayName, address, now));
            }
        }

        if (given.Count > 0 && findings.Count == before)
        {
            findings.Ok(
                "calendar-addresses",
                $"Les {given.Count} adresses publiques d'agendas sont celles qui ont été données.",
                $"The {given.Count} public addresses of calendars are those that were given out."
            );
        }
    }

    private static void Alarm(List<Finding> findings, string code, Text sentence) =>
        findings.Add(new Finding(code, Severity.Alarm, sentence, Remedy));

    private static Text Gone(string name, string address) =>
        new(
            $"L'agenda « {name} » n'a plus d'adresse publique : les téléphones abonnés à {address} ne reçoivent plus rien.",
            $"The calendar '{name}' has no public address any more: phones that subscribed to {address} receive nothing."
        );

    private static Text Changed(string name, string address, Uri now) =>
        new(
            $"L'adresse publique de l'agenda « {name} » a changé : {address} est devenue {now.AbsoluteUri}. Les téléphones abonnés et les affiches imprimées ne mènent plus à rien.",
            $"The public address of the calendar '{name}' has changed: {address} has become {now.AbsoluteUri}. Phones that subscribed and printed posters lead nowhere."
        );

    private static readonly Text Remedy = new(
        "Prévenez les abonnés, lancez « connector apply --restore » pour refaire les affiches avec la nouvelle adresse, puis réimprimez-les.",
        "Tell those who subscribed, run 'connector apply --restore' to make the posters anew with the new address, then print them again."
    );
}
