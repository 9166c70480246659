using Connector.Domain;

namespace Connector.Cli;

/// <summary>The manual pages of the verbs about persons' rights.</summary>
internal static partial class Manuals
{
    private static Dictionary<string, Manual> OfPersons =>
        new(StringComparer.Ordinal)
        {
            ["person"] = new Manual
            {
                Summary = new Text(
                    "les droits d'une personne : accès, rectification, opposition, effacement",
                    "a person's rights: access, rectification, objection, erasure"
                ),
                Description = new Text(
                    """
                    Trouve partout où une personne est nommée – annuaire, fichier du territoire, carnet d'adresses, agendas,
                    documents, registre, fichiers locaux –, change ce que Connector peut changer, et dit du reste ce que c'est
                    et pourquoi il reste. Sans --yes, rien n'est écrit. Le guide : docs/persons.md.
                    """,
                    """
                    Finds every place that names a person – directory, territory file, address book, calendars, documents,
                    ledger, local files –, changes what Connector may change, and tells of all else what it is and why it
                    stays. Without --yes nothing is written. The guide: docs/persons.md.
                    """
                ),
                Examples =
                [
                    (
                        "connector person export ines.le-goff",
                        new Text("tout ce qui est gardé", "all that is kept")
                    ),
                    ("connector person erase \"Inès Le Goff\"", new Text("voir d'abord", "see first")),
                ],
                ExitCodes = [Done, Failed, Partly, Pending],
            },
            ["person export"] = new Manual
            {
                Summary = new Text(
                    "tout ce qui est gardé sur une personne",
                    "all that is kept about a person"
                ),
                Description = new Text(
                    """
                    Écrit deux fichiers à remettre à la personne : une page à lire et les mêmes données en JSON. Vos notes de
                    rencontre n'en font jamais partie.
                    """,
                    """
                    Writes two files to hand over: a page to read, and the same as JSON. Your notes about visits are never
                    part of them.
                    """
                ),
                Examples = [("connector person export ines@exemple.fr --out remis", new Text("", ""))],
                ExitCodes = [Done, Failed],
            },
            ["person rectify"] = new Manual
            {
                Summary = new Text("corriger ce qui est gardé", "correct what is kept"),
                Description = new Text(
                    """
                    Écrit dans l'annuaire et le fichier du territoire ; le carnet et les documents suivent au prochain apply.
                    Liste les mots de personnes où l'ancienne valeur peut figurer.
                    """,
                    """
                    Writes into the directory and the territory file; address book and documents follow with the next apply.
                    Lists people's words in which the former value may stand.
                    """
                ),
                Examples =
                [
                    ("connector person rectify ines.le-goff --email ines@exemple.fr --yes", new Text("", "")),
                ],
                ExitCodes = [Done, Failed, Partly, Pending],
            },
            ["person object"] = new Manual
            {
                Summary = new Text("s'opposer à figurer au carnet", "object to being listed"),
                Description = new Text(
                    """
                    Date l'opposition dans l'annuaire ou le fichier du territoire, et retire la carte tout de suite.
                    """,
                    """
                    Dates the objection in the directory or the territory file, and takes the card out at once.
                    """
                ),
                Examples = [("connector person object ines.le-goff --yes", new Text("", ""))],
                ExitCodes = [Done, Failed, Partly, Pending],
            },
            ["person erase"] = new Manual
            {
                Summary = new Text("effacer une personne", "erase a person"),
                Description = new Text(
                    """
                    Retire la personne de l'annuaire, du fichier du territoire, du carnet, des événements écrits par Connector
                    et du registre. Les documents générés suivent au prochain apply, qui la retire aussi de ses groupes. Les
                    mots que des personnes ont écrits sont listés avec leur place ; les versions signées restent, comme
                    archives. Relancez après apply : il ne doit rester que ce que vous avez décidé de garder.
                    """,
                    """
                    Takes the person out of the directory, the territory file, the address book, events that Connector wrote
                    and the ledger. Generated documents follow with the next apply, which also takes them out of their
                    groups. Words that people wrote are listed with their place; signed versions stay, as archives. Run
                    again after apply: only what you decided to keep may be left.
                    """
                ),
                Examples =
                [
                    ("connector person erase ines.le-goff", new Text("voir d'abord", "see first")),
                    ("connector person erase ines.le-goff --yes", new Text("effacer", "erase")),
                ],
                ExitCodes = [Done, Failed, Partly, Pending],
            },
            ["person retention"] = new Manual
            {
                Summary = new Text("qui est gardé trop longtemps", "who is kept too long"),
                Description = new Text(
                    """
                    Liste les personnes dont le dernier contact date de plus de deux ans (« conservation » du fichier). N'efface
                    jamais rien, n'interroge aucun serveur.
                    """,
                    """
                    Lists the people whose last contact is older than two years ('conservation' of the file). Never erases,
                    asks no server.
                    """
                ),
                Examples = [("connector person retention", new Text("", ""))],
                ExitCodes = [Done, Failed, Pending],
            },
        };
}
