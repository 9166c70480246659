using Connector.Domain;

namespace Connector.Cli;

/// <summary>The manual page of <c>access</c>, and an exit code of the verbs that run.</summary>
internal static partial class Manuals
{
    private static (int, Text) Postponed =>
        (
            75,
            new Text(
                "le serveur est en maintenance : rien n'a échoué, relancez plus tard",
                "the server is closed for maintenance: nothing has failed, run again later"
            )
        );

    private static Manual Access =>
        new()
        {
            Summary = new Text("qui voit quoi, et pourquoi", "who can see what, and why"),
            Description = new Text(
                """
                Calcule les droits effectifs dans les espaces du territoire, à partir des groupes, des droits des
                dossiers d'équipe, de leurs règles et des partages, et dit ce qui donne chaque droit. Avec une
                personne : tout ce qu'elle voit. Avec un dossier : tous ceux qui le voient.

                Signale aussi ce qui gênera : dossier sans lecteur, groupe qui a plus que le modèle, trop de règles,
                règles pour une seule personne, noms qui se cachent l'un l'autre, dossier personnel mis de côté,
                lien public sans date de fin.

                Rien n'est changé sur le serveur.
                """,
                """
                Computes effective rights in the territory's workspaces from groups, rights of team folders, their
                rules and shares, and says what gives each right. With a person: all that they see. With a folder:
                all who see it.

                Also tells what will trouble somebody: a folder without reader, a group with more than the blueprint
                says, too many rules, rules for a single person, names that hide each other, a personal folder set
                aside, a public link that never expires.

                Nothing is changed on the server.
                """
            ),
            Examples =
            [
                ("connector access", new Text("les dossiers principaux", "the main folders")),
                (
                    "connector access ines@exemple.fr",
                    new Text("tout ce que voit Inès", "all that Inès can see")
                ),
                (
                    "CONNECTOR_AS_PASSWORD=… connector access --as ines",
                    new Text(
                        "vérifier le calcul en demandant au serveur comme Inès",
                        "check the computation by asking the server as Inès"
                    )
                ),
            ],
        };
}
