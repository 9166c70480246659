using Connector.Domain;

namespace Connector.Cli;

/// <summary>The manual pages of the verbs about announcements.</summary>
internal static partial class Manuals
{
    private static Dictionary<string, Manual> OfAnnouncements =>
        new(StringComparer.Ordinal)
        {
            ["announce"] = new Manual
            {
                Summary = new Text(
                    "annoncer au réseau : rencontres, comptes rendus, échéances",
                    "tell the network: meetings, minutes, what is due"
                ),
                Description = new Text(
                    """
                    Annonce par Talk, Mattermost, Slack, courriel ou notifications ce qui arrive dans le réseau, chaque
                    chose une fois. Sans « canaux » dans le fichier du territoire, rien n'est envoyé.
                    """,
                    """
                    Tells by Talk, Mattermost, Slack, mail or notifications what happens in the network, each thing once.
                    Without 'canaux' in the territory's file nothing is sent.
                    """
                ),
                Examples =
                [
                    ("connector announce preview", new Text("voir ce qui partirait", "see what would leave")),
                    (
                        "connector announce send --only-me ines.le-goff",
                        new Text("se l'envoyer d'abord", "send it to oneself first")
                    ),
                    ("connector announce send", new Text("l'envoyer", "send it")),
                ],
                ExitCodes = [Done, Failed, Partly],
            },
            ["announce preview"] = new Manual
            {
                Summary = new Text("ce qui partirait, mot pour mot", "what would leave, word for word"),
                Description = new Text(
                    "Montre chaque message tel que son canal le recevrait. N'envoie et ne note rien.",
                    "Shows each message as its channel would get it. Sends and notes nothing."
                ),
                Examples =
                [
                    (
                        "connector announce preview --html messages.html",
                        new Text("aussi comme page", "as a page too")
                    ),
                ],
                ExitCodes = [Done, Failed],
            },
            ["announce send"] = new Manual
            {
                Summary = new Text("envoyer ce qui est à annoncer", "send what there is to tell"),
                Description = new Text(
                    """
                    Envoie ce qui attend, en un seul message par personne et par canal, hors des heures calmes. Le premier
                    passage n'envoie rien : ce qui était déjà là est noté comme connu. Ce qui échoue est retenté plus tard.
                    """,
                    """
                    Sends what waits, as one message for each person and channel, outside quiet hours. The first run sends
                    nothing: what was there already is noted as known. What fails is tried again later.
                    """
                ),
                Examples =
                [
                    (
                        "connector announce send --only-me ines@exemple.fr",
                        new Text("à soi seule d'abord", "to oneself alone first")
                    ),
                    ("connector announce send --due", new Text("comme le service", "as the service does")),
                ],
                ExitCodes = [Done, Failed, Partly],
            },
            ["announce status"] = new Manual
            {
                Summary = new Text(
                    "ce qui attend, ce qui est parti, ce qui n'a pas pu l'être",
                    "what waits, what was sent, what could not be"
                ),
                Description = new Text(
                    "Lit le registre. Ce qui n'a pas pu être remis y est avec sa raison.",
                    "Reads the ledger. What could not be delivered is there with its reason."
                ),
                Examples = [("connector announce status --json", new Text("", ""))],
                ExitCodes = [Done, Failed],
            },
            ["announce retry"] = new Manual
            {
                Summary = new Text(
                    "retenter ce qui n'a pas pu être remis",
                    "try again what could not be delivered"
                ),
                Description = new Text(
                    "À utiliser quand la cause est levée : une adresse corrigée, un webhook refait.",
                    "To use once the cause is gone: an address mended, a webhook made anew."
                ),
                Examples = [("connector announce retry", new Text("", ""))],
                ExitCodes = [Done, Failed],
            },
            ["announce test"] = new Manual
            {
                Summary = new Text("essayer un canal", "try a channel"),
                Description = new Text(
                    "Envoie un court message d'essai par ce canal, et dit ce qui ne va pas.",
                    "Sends a short trial message through this channel, and tells what is wrong."
                ),
                Examples =
                [
                    ("connector announce test mattermost-jeunes", new Text("", "")),
                    (
                        "connector announce test courriel --to ines.le-goff",
                        new Text("à une personne", "to one person")
                    ),
                ],
                ExitCodes = [Done, Failed, Partly],
            },
        };
}
