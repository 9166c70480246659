using Connector.Domain;

namespace Connector.Cli;

/// <summary>The manual page of <c>adopt</c>.</summary>
internal static partial class Manuals
{
    private static Manual Adopt =>
        new()
        {
            Summary = new Text(
                "relier ce qui existe déjà sur le serveur, sans rien déplacer",
                "link what the server has already, moving nothing"
            ),
            Description = new Text(
                """
                Cherche sur le serveur les dossiers d'équipe, dossiers, documents et agendas que le territoire
                veut : même nom, puis même nom aux accents, majuscules, signes et numéro près, puis nom voisin.
                Rien n'est deviné : de deux candidats aussi bons, aucun n'est pris. Dans un terminal, chaque
                ressemblance vous est demandée. Seul le registre est écrit ; rien n'est déplacé ni renommé. Le
                plan de ce qui manque encore suit.

                Un fichier de décisions (--mapping) a une ligne par chose : sa clé ou son chemin voulu, puis le
                chemin qui existe, « id:12 », ou aucun. --out en écrit un à corriger. « aucun » n'empêche pas
                apply de relier ce qui porte exactement le nom voulu.

                Un groupe ne peut être relié qu'à celui de son identifiant ; un groupe ressemblant est signalé.
                """,
                """
                Looks on the server for the team folders, folders, documents and calendars that the territory
                wants: same name, then same name but for accents, case, signs and number, then similar name.
                Nothing is guessed: of two candidates equally good, none is taken. In a terminal you are asked
                about each that is merely alike. Only the ledger is written; nothing is moved or renamed. The
                plan of what is missing still follows.

                A file of decisions (--mapping) has one line per thing: its key or the path wanted, then the path
                that exists, 'id:12', or aucun (none). --out writes one to correct. 'aucun' does not keep apply
                from linking what has exactly the name wanted.

                A group can only be linked to the one of its identifier; a similar group is told.
                """
            ),
            Examples =
            [
                (
                    "connector adopt",
                    new Text("chercher, et répondre aux questions", "look, and answer the questions")
                ),
                (
                    "connector adopt --out existant.yaml",
                    new Text(
                        "écrire ce qui est trouvé, sans rien relier",
                        "write what is found, linking nothing"
                    )
                ),
                (
                    "connector adopt --mapping existant.yaml",
                    new Text("relier comme le fichier le dit", "link as the file says")
                ),
            ],
            ExitCodes =
            [
                (
                    0,
                    new Text(
                        "tout ce qui ressemble est relié ou écarté",
                        "all that is alike is linked or set aside"
                    )
                ),
                Failed,
                (3, new Text("quelque chose attend une décision", "something waits for a decision")),
                Cancelled,
            ],
        };
}
