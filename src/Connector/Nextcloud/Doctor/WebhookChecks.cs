using Connector.Domain;
using Connector.Nextcloud.Ocs;

namespace Connector.Nextcloud.Doctor;

/// <summary>
/// Whether the server could tell of a change in a calendar as it happens (app <c>webhook_listeners</c>, 30 and later;
/// only an administrator may register one). Nothing depends on it: looking now and then stays the truth.
/// </summary>
internal sealed class WebhookChecks(NextcloudClient client, CurrentAccount me, List<Finding> findings)
{
    private const int Since = 30;
    private const string App = "webhook_listeners";

    /// <summary>Of Nextcloud, 30 and later: what such a server tells of when somebody moves a meeting.</summary>
    private const string Moved = @"OCP\Calendar\Events\CalendarObjectUpdatedEvent";

    public async Task Run(ServerCapabilities? capabilities, CancellationToken ct)
    {
        if (capabilities is null)
        {
            return;
        }

        if (capabilities.Major < Since)
        {
            findings.Info(
                "calendars-by-polling",
                $"Les agendas sont relus à chaque passage : le presque temps réel demande Nextcloud {Since}.",
                $"Calendars are read in each run: near real time needs Nextcloud {Since}."
            );
            return;
        }

        if (!me.IsAdmin)
        {
            findings.Info(
                "calendars-by-polling",
                "Les agendas sont relus à chaque passage : seul un administrateur peut inscrire un avis de changement.",
                "Calendars are read in each run: only an administrator may register a notice of changes."
            );
            return;
        }

        if (await client.Server.AppVersion(App, ct) is null)
        {
            findings.Add(
                new Finding(
                    "no-webhooks",
                    Severity.Info,
                    new Text(
                        "Les agendas sont relus à chaque passage : l'application Webhook Listeners n'est pas active.",
                        "Calendars are read in each run: the app Webhook Listeners is off."
                    ),
                    new Text($"occ app:enable {App}", $"occ app:enable {App}")
                )
            );
            return;
        }

        if (await findings.Check(Severity.Info, () => client.Server.Webhooks(ct)) is { } registered)
        {
            Tell(registered);
        }
    }

    private void Tell(IReadOnlyList<RegisteredWebhook> registered)
    {
        var count = registered.Count(hook => hook.Event == Moved);
        findings.Ok(
            "webhooks",
            $"Le serveur saurait annoncer les changements d'agenda (Webhook Listeners) ; avis inscrits : {count}. Connector relit à chaque passage et n'en dépend pas.",
            $"The server could tell of changes in calendars (Webhook Listeners); notices registered: {count}. Connector reads in each run and does not depend on it."
        );
    }
}
