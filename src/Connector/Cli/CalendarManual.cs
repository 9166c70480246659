using Connector.Domain;

namespace Connector.Cli;

/// <summary>The manual pages of the verbs about calendars.</summary>
internal static partial class Manuals
{
    private static Dictionary<string, Manual> OfCalendars =>
        new(StringComparer.Ordinal)
        {
            ["calendar"] = new Manual
            {
                Summary = new Text(
                    "les agendas : les séries, les rencontres à venir, l'état de chaque agenda",
                    "calendars: series, meetings to come, the state of each calendar"
                ),
                Description = new Text(
                    """
                    Quand les groupes se réunissent, c'est leur agenda dans Nextcloud qui le dit. Connector le lit, et n'y
                    change que ce que personne n'y a touché.
                    """,
                    """
                    When groups meet is what their calendars in Nextcloud say. Connector reads them, and changes only what
                    nobody touched there.
                    """
                ),
                Examples =
                [
                    (
                        "connector calendar next",
                        new Text("toutes les rencontres à venir", "all meetings to come")
                    ),
                    (
                        "connector calendar series gt-jeunes",
                        new Text(
                            "comment le fichier du territoire est compris",
                            "how the territory file is understood"
                        )
                    ),
                ],
                ExitCodes = [Done, Failed],
            },
            ["calendar series"] = new Manual
            {
                Summary = new Text(
                    "les séries du fichier du territoire, avec leurs prochaines dates",
                    "the series of the territory file, with their next dates"
                ),
                Description = new Text(
                    """
                    Relit chaque série telle que Connector la comprend, montre ses prochaines dates, et celles que les jours
                    fériés et les vacances scolaires déplacent ou suppriment. Ne demande rien au serveur.
                    """,
                    """
                    Tells each series as Connector understands it, its next dates, and those that public and school holidays
                    move or leave out. Asks the server for nothing.
                    """
                ),
                Examples =
                [
                    ("connector calendar series", new Text("toutes les séries", "all series")),
                    (
                        "connector calendar series comite --count 12",
                        new Text("une année d'un comité", "a year of a committee")
                    ),
                ],
                ExitCodes = [Done, Failed],
            },
            ["calendar next"] = new Manual
            {
                Summary = new Text(
                    "les rencontres à venir, telles que dans les agendas",
                    "the meetings to come, as in the calendars"
                ),
                Description = new Text(
                    """
                    Lit les agendas de Nextcloud et dit quand les groupes se réunissent : ce que quelqu'un a déplacé, annulé ou
                    ajouté est montré comme tel. Ne modifie rien.
                    """,
                    """
                    Reads the calendars in Nextcloud and tells when groups meet: what somebody moved, cancelled or added is
                    shown as such. Changes nothing.
                    """
                ),
                Examples =
                [
                    ("connector calendar next gt-jeunes", new Text("un seul groupe", "a single group")),
                    (
                        "connector calendar next --json",
                        new Text("pour un autre programme", "for another program")
                    ),
                ],
                ExitCodes = [Done, Failed],
            },
            ["calendar status"] = new Manual
            {
                Summary = new Text(
                    "l'état de chaque agenda : partagé, publié, lu, modifié",
                    "the state of each calendar: shared, published, read, changed"
                ),
                Description = new Text(
                    """
                    Pour chaque agenda : s'il est là, avec quels groupes il est partagé, son adresse publique, quand il a été
                    lu, ce que les gens y ont changé, et ce que « connector apply » y ferait. Ne modifie rien.
                    """,
                    """
                    For each calendar: whether it is there, with which groups it is shared, its public address, when it was
                    read, what people changed in it, and what 'connector apply' would do. Changes nothing.
                    """
                ),
                Examples = [("connector calendar status", new Text("tous les agendas", "all calendars"))],
                ExitCodes = [Done, Failed],
            },
            ["calendar move"] = new Manual
            {
                Summary = new Text(
                    "déplacer une rencontre dans l'agenda de son groupe",
                    "move a meeting in its group's calendar"
                ),
                Description = new Text(
                    """
                    Déplace une seule rencontre, nommée par son groupe et son jour, comme on le ferait dans l'agenda : le reste de
                    la série ne bouge pas, et rien d'autre de l'événement ne change. Les comptes rendus suivent au prochain
                    « apply ». Refait, ne change rien. Prévient si des membres sont attendus ailleurs, ou si le jour est férié.
                    """,
                    """
                    Moves a single meeting, named by its group and day, as one would in the calendar: the rest of the series
                    stays, and nothing else of the event changes. Minutes follow with the next 'apply'. Done again, it changes
                    nothing. Warns when members are expected elsewhere, or the day is a public holiday.
                    """
                ),
                Examples =
                [
                    (
                        "connector calendar move gt-jeunes/2026-12-03 2026-12-10",
                        new Text("un autre jour", "another day")
                    ),
                    (
                        "connector calendar move comite/prochaine 2026-12-10 16h",
                        new Text("un autre jour, à une autre heure", "another day, another time")
                    ),
                ],
                ExitCodes = [Done, Failed],
            },
            ["calendar cancel"] = new Manual
            {
                Summary = new Text(
                    "annuler une rencontre, sans rien supprimer",
                    "cancel a meeting, deleting nothing"
                ),
                Description = new Text(
                    """
                    Marque une rencontre comme annulée (STATUS:CANCELLED) : les téléphones la montrent barrée, son compte-rendu
                    le dit, et « calendar restore » la rétablit. Refait, ne change rien.
                    """,
                    """
                    Marks a meeting as cancelled (STATUS:CANCELLED): phones show it crossed out, its minutes say so, and
                    'calendar restore' takes it up again. Done again, it changes nothing.
                    """
                ),
                Examples =
                [
                    (
                        "connector calendar cancel gt-jeunes/2026-12-03",
                        new Text("celle d'un jour", "the one of a day")
                    ),
                ],
                ExitCodes = [Done, Failed],
            },
            ["calendar restore"] = new Manual
            {
                Summary = new Text("rétablir une rencontre annulée", "take a cancelled meeting up again"),
                Description = new Text(
                    """
                    Retire l'annulation d'une rencontre, qui que ce soit qui l'ait annulée, et comme qu'il l'ait fait.
                    """,
                    """
                    Takes back the cancellation of a meeting, whoever cancelled it, and in whatever way.
                    """
                ),
                Examples =
                [
                    (
                        "connector calendar restore gt-jeunes/2026-12-03",
                        new Text("celle d'un jour", "the one of a day")
                    ),
                ],
                ExitCodes = [Done, Failed],
            },
            ["calendar import"] = new Manual
            {
                Summary = new Text(
                    "mettre un agenda exporté dans celui d'un groupe",
                    "put an exported calendar into a group's"
                ),
                Description = new Text(
                    """
                    Dit d'abord ce qui est nouveau, déjà là, modifié ou refusé, et pourquoi ; n'écrit qu'avec --yes. Les événements
                    gardent leur identifiant : importé deux fois, un fichier n'y est qu'une. Organisateur et invités sont laissés de
                    côté. Ce que quelqu'un a modifié dans l'agenda n'est jamais remplacé.
                    """,
                    """
                    Says first what is new, there already, changed or refused, and why; writes with --yes only. Events keep their
                    identifiers: imported twice, a file is there once. Organiser and guests are left out. What somebody changed in the
                    calendar is never replaced.
                    """
                ),
                Examples =
                [
                    (
                        "connector calendar import outlook.ics --group gt-jeunes",
                        new Text("voir ce qui serait fait", "see what would be done")
                    ),
                    (
                        "connector calendar import outlook.ics --group gt-jeunes --yes",
                        new Text("le faire", "do it")
                    ),
                ],
                ExitCodes = [Done, Failed, Partly, Pending],
            },
            ["calendar take"] = new Manual
            {
                Summary = new Text(
                    "reprendre la valeur du fichier du territoire",
                    "take the territory file's value"
                ),
                Description = new Text(
                    """
                    Quand le fichier du territoire et quelqu'un dans l'agenda ont changé la même chose, l'agenda garde ce que la
                    personne a écrit, et « calendar conflicts » le dit. « take » met à la place ce que dit le fichier, pour les champs
                    nommés, d'une série ou d'une seule rencontre ; rien d'autre ne change.
                    """,
                    """
                    When the territory file and somebody in the calendar changed the same thing, the calendar keeps what the person
                    wrote, and 'calendar conflicts' tells. 'take' puts what the file says in its place, for the fields named, of a
                    series or of a single meeting; nothing else changes.
                    """
                ),
                Examples =
                [
                    (
                        "connector calendar take gt-jeunes/mensuelle lieu",
                        new Text("le lieu de la série", "the place of the series")
                    ),
                    (
                        "connector calendar take gt-jeunes/mensuelle --date 2026-12-03",
                        new Text("tout, d'une rencontre", "all of one meeting")
                    ),
                ],
                ExitCodes = [Done, Failed],
            },
            ["calendar conflicts"] = new Manual
            {
                Summary = new Text("les rencontres qui se gênent", "meetings that are in each other's way"),
                Description = new Text(
                    """
                    Dit quand deux groupes qui ont des membres en commun se réunissent en même temps, et quelles rencontres tombent
                    un jour férié ou dans les vacances scolaires ; et ce que le fichier et quelqu'un dans l'agenda ont changé tous les deux,
                    avec la commande qui prend la valeur du fichier. Ne modifie rien.
                    """,
                    """
                    Tells when two groups that share members meet at once, and which meetings fall on a public holiday or in
                    school holidays; and what the file and somebody in the calendar both changed, with the command that takes the
                    file's value. Changes nothing.
                    """
                ),
                Examples =
                [
                    ("connector calendar conflicts --days 365", new Text("toute une année", "a whole year")),
                ],
                ExitCodes = [Done, Failed, Pending],
            },
        };
}
