using System.CommandLine;
using Connector.Domain;

namespace Connector.Cli;

/// <summary>The manual pages of all verbs.</summary>
internal static partial class Manuals
{
    private static readonly (int, Text) Done = (0, new Text("tout est en ordre", "all is well"));
    private static readonly (int, Text) Failed = (
        1,
        new Text(
            "rien n'a pu être fait ; le message dit pourquoi",
            "nothing could be done; the message says why"
        )
    );
    private static readonly (int, Text) Partly = (
        2,
        new Text(
            "fait en partie, ou un conflit à lever ; le rapport dit lequel",
            "partly done, or a conflict to clear; the report says which"
        )
    );
    private static readonly (int, Text) Pending = (
        3,
        new Text("quelque chose changerait", "something would change")
    );
    private static readonly (int, Text) Cancelled = (
        130,
        new Text(
            "arrêté par vous (Ctrl-C) ; ce qui est fait est noté",
            "stopped by you (Ctrl-C); what is done is recorded"
        )
    );

    public static readonly Manual Root = new()
    {
        Summary = new Text(
            "tient un Nextcloud rangé comme l'espace partagé d'un réseau d'inclusion numérique",
            "keeps a Nextcloud organised as the shared workspace of a digital-inclusion network"
        ),
        Description = new Text(
            """
            À partir d'un fichier qui décrit un territoire (territoire.yaml), Connector crée et garde en ordre les
            groupes, les dossiers d'équipe et leurs droits, les agendas, la feuille de route et les comptes-rendus.

            Deux règles : ce qu'une personne a écrit n'est jamais écrasé ni supprimé, et un second passage ne
            change rien.

            Pour commencer : « connector demo » montre tout sur cette machine ; « connector init » écrit un
            exemple à modifier ; puis login, doctor, plan et apply.
            """,
            """
            From one file that describes a territory (territoire.yaml), Connector makes and keeps in order the
            groups, the team folders and their rights, the calendars, the roadmap and the minutes.

            Two rules: what a person wrote is never overwritten and never deleted, and a second run changes
            nothing.

            To begin: 'connector demo' shows everything on this machine; 'connector init' writes an example to
            edit; then login, doctor, plan and apply.
            """
        ),
        Examples =
        [
            (
                "connector demo",
                new Text(
                    "tout voir sur cette machine, sans rien installer",
                    "see everything on this machine, nothing to install"
                )
            ),
            (
                "connector login https://nuage.exemple.fr",
                new Text("se connecter une fois pour toutes", "sign in once and for all")
            ),
            ("connector plan", new Text("voir ce qui changerait", "see what would change")),
            ("connector apply", new Text("le faire", "do it")),
        ],
        ExitCodes = [Done, Failed, Partly, Pending, Postponed, Cancelled],
    };

    private static readonly Dictionary<string, Manual> Verbs = new(StringComparer.Ordinal)
    {
        ["adopt"] = Adopt,
        ["access"] = Access,
        ["review"] = Review,
        ["drift"] = Drift,
        ["login"] = new Manual
        {
            Summary = new Text("se connecter à un Nextcloud", "sign in to a Nextcloud"),
            Description = new Text(
                """
                Affiche une adresse à ouvrir dans un navigateur ; vous y accordez l'accès avec votre second facteur
                si vous en avez un. Connector ne voit jamais votre mot de passe : il garde un mot de passe
                d'application dans un fichier que vous seul pouvez lire (mode 600), que « connector logout »
                révoque.

                Avec --user et --password-stdin, un compte de service se connecte sans navigateur : son mot de
                passe est lu sur l'entrée standard, jamais sur la ligne de commande.

                Sans fichier du tout : CONNECTOR_URL, CONNECTOR_USER et CONNECTOR_PASSWORD, ou un dossier de
                secrets nommé par CONNECTOR_SECRETS (fichiers url, user, password, admin-password).
                CONNECTOR_ADMIN_PASSWORD donne le vrai mot de passe là où le serveur exige de le confirmer.
                """,
                """
                Shows an address to open in a browser, where you grant access with your second factor if you have
                one. Connector never sees your password: it keeps an app password in a file that only you can
                read (mode 600), which 'connector logout' revokes.

                With --user and --password-stdin a service account signs in without a browser: its password is
                read from standard input, never from the command line.

                Without any file: CONNECTOR_URL, CONNECTOR_USER and CONNECTOR_PASSWORD, or a folder of secrets
                named by CONNECTOR_SECRETS (files url, user, password, admin-password). CONNECTOR_ADMIN_PASSWORD
                gives the real password where the server insists on having it confirmed.
                """
            ),
            Examples =
            [
                (
                    "connector login https://nuage.exemple.fr",
                    new Text("par le navigateur", "through the browser")
                ),
                (
                    "connector login https://nuage.exemple.fr --user robot --password-stdin < secret",
                    new Text("compte de service", "service account")
                ),
            ],
            ExitCodes = [Done, Failed, Postponed, Cancelled],
        },
        ["logout"] = new Manual
        {
            Summary = new Text(
                "oublier une connexion et la révoquer sur le serveur",
                "forget a sign-in and revoke it on the server"
            ),
            Description = new Text(
                "Révoque le mot de passe d'application sur le serveur, puis l'efface du fichier des connexions.",
                "Revokes the app password on the server, then removes it from the file of sign-ins."
            ),
            Examples = [("connector logout https://nuage.exemple.fr", new Text("", ""))],
            ExitCodes = [Done, Failed],
        },
        ["doctor"] = new Manual
        {
            Summary = new Text(
                "examiner le serveur et le compte avant d'appliquer",
                "examine the server and the account before applying"
            ),
            Description = new Text(
                """
                Regarde si le serveur répond, sa version, ses applications (dossiers d'équipe, agenda …), les droits
                du compte, la confirmation de mot de passe, les limites, l'heure et l'adresse que le serveur croit
                avoir. Après un premier apply, aussi si les adresses publiques des agendas, celles des affiches et des
                téléphones, sont toujours les mêmes. Chaque constat a un code, une phrase et un remède. Rien n'est modifié.
                """,
                """
                Looks whether the server answers, its version, its apps (team folders, calendar …), the account's
                rights, password confirmation, limits, the clock, and the address that the server believes it has.
                After a first apply, also whether the public addresses of calendars, those of posters and phones, still
                are the same. Each finding has a code, a sentence and a remedy. Nothing is changed.
                """
            ),
            Examples = [("connector doctor --json", new Text("pour une supervision", "for monitoring"))],
            ExitCodes =
            [
                Done,
                (
                    1,
                    new Text("au moins une erreur : apply échouerait", "at least one error: apply would fail")
                ),
            ],
        },
        ["plan"] = new Manual
        {
            Summary = new Text(
                "montrer ce qui changerait, sans rien changer",
                "show what would change, changing nothing"
            ),
            Description = new Text(
                """
                Compare le fichier du territoire, le serveur et le registre, et montre chaque chose à créer, à
                relier, à mettre à jour, gardée ou en conflit, avec sa raison.
                """,
                """
                Compares the territory file, the server and the ledger, and shows each thing to create, link,
                update, kept or in conflict, with its reason.
                """
            ),
            Examples =
            [
                (
                    "connector plan",
                    new Text("territoire.yaml du dossier courant", "territoire.yaml of the current folder")
                ),
                (
                    "connector plan valombre.yaml --all",
                    new Text("avec ce qui est déjà en place", "with what is in place already")
                ),
            ],
            ExitCodes = [(0, new Text("rien à faire", "nothing to do")), Failed, Pending],
        },
        ["apply"] = new Manual
        {
            Summary = new Text(
                "mettre le Nextcloud en ordre selon le fichier du territoire",
                "put the Nextcloud in order as the territory file says"
            ),
            Description = new Text(
                """
                Fait ce que « plan » montre : groupes, comptes si le fichier le demande, dossiers d'équipe et
                droits, dossiers, agendas et rencontres, documents. Ce qui existe est relié, jamais écrasé ni
                supprimé. Un passage interrompu est terminé par le suivant.
                """,
                """
                Does what 'plan' shows: groups, accounts if the file asks for it, team folders and rights, folders,
                calendars and meetings, documents. What exists is linked, never overwritten or deleted. A run that
                was interrupted is finished by the next one.
                """
            ),
            Examples =
            [
                ("connector apply", new Text("avec une barre par étape", "with a bar per stage")),
                (
                    "connector apply --json > rapport.json",
                    new Text(
                        "pour une machine ; « requests » compte les requêtes",
                        "for a machine; 'requests' counts the requests"
                    )
                ),
            ],
            ExitCodes = [Done, Failed, Partly, Postponed, Cancelled],
        },
        ["status"] = new Manual
        {
            Summary = new Text(
                "dire ce qui existe et quand on l'a vérifié",
                "tell what exists and when it was checked"
            ),
            Description = new Text(
                "Lit le registre, sans interroger le serveur : ce que Connector a créé ou relié, et les derniers passages.",
                "Reads the ledger, without asking the server: what Connector made or linked, and the last runs."
            ),
            Examples = [("connector status --json", new Text("", ""))],
            ExitCodes = [Done, Failed],
        },
        ["init"] = new Manual
        {
            Summary = new Text(
                "écrire un exemple de territoire à modifier",
                "write an example of a territory to edit"
            ),
            Description = new Text(
                "Écrit territoire.yaml et son annuaire dans un dossier. Un fichier qui existe n'est jamais remplacé.",
                "Writes territoire.yaml and its directory into a folder. A file that exists is never replaced."
            ),
            Examples = [("connector init mon-territoire", new Text("", ""))],
            ExitCodes = [Done, Failed],
        },
        ["schema"] = new Manual
        {
            Summary = new Text(
                "écrire le schéma JSON de territoire.yaml, pour les éditeurs",
                "write the JSON Schema of territoire.yaml, for editors"
            ),
            Description = new Text(
                "Avec ce schéma, un éditeur complète les clés et souligne les fautes pendant la frappe.",
                "With this schema an editor completes keys and underlines mistakes while you type."
            ),
            Examples = [("connector schema > territoire.schema.json", new Text("", ""))],
            ExitCodes = [Done],
        },
        ["demo"] = new Manual
        {
            Summary = new Text(
                "tout montrer sur cette machine, sans rien installer",
                "show everything on this machine, nothing to install"
            ),
            Description = new Text(
                """
                Démarre un petit serveur compatible avec Nextcloud, réservé à cette machine, y applique un territoire
                d'exemple, en vit une année (des rencontres, des comptes rendus, des signatures, tout inventé ; « --fresh »
                s'en passe), montre ce qui existe alors et comment s'y connecter (navigateur, WebDAV, CalDAV), puis
                recommence pour montrer qu'il n'y a rien à faire. Continue jusqu'à Ctrl-C.
                """,
                """
                Starts a small Nextcloud-compatible server, for this machine alone, applies a sample territory to it,
                lives a year of it (meetings, minutes, signatures, all made up; '--fresh' does without), shows what then exists and how to sign in (browser, WebDAV, CalDAV), then does it again to show that
                there is nothing to do. Goes on until Ctrl-C.
                """
            ),
            Examples =
            [
                ("connector demo", new Text("", "")),
                ("connector demo --fresh", new Text("sans l'année d'exemple", "without the sample year")),
                ("connector demo --once", new Text("s'arrêter tout de suite après", "stop right after")),
            ],
            ExitCodes = [Done, Failed],
        },
    };
}
