using Connector.Domain;

namespace Connector.Cli;

/// <summary>The manual pages of the service: <c>serve</c>, <c>config</c>, <c>job</c>.</summary>
internal static partial class Manuals
{
    private static Dictionary<string, Manual> OfService =>
        new(StringComparer.Ordinal)
        {
            ["serve"] = new Manual
            {
                Summary = new Text(
                    "tenir des territoires en ordre, jour et nuit",
                    "keep territories in order, day and night"
                ),
                Description = new Text(
                    """
                    Lit connector.yaml et tient chaque territoire qu'il nomme en ordre, selon ses horaires, jusqu'à
                    Ctrl-C ou l'arrêt du service. Écoute sur 127.0.0.1:8420 : /health/live et /health/ready disent s'il
                    va bien. Un Nextcloud absent est réessayé de plus en plus rarement sans gêner les autres. Plusieurs
                    machines se partagent le travail quand la base est PostgreSQL. Sans connector.yaml, en écrit un sans
                    territoire : « connector console link » ouvre alors l'assistant. Le guide : docs/service.md.
                    """,
                    """
                    Reads connector.yaml and keeps each territory that it names in order, by its schedules, until Ctrl-C
                    or the stop of the service. Listens on 127.0.0.1:8420: /health/live and /health/ready tell whether
                    it is well. A Nextcloud that is away is tried less and less often and holds nobody else up. Several
                    machines share the work where the database is PostgreSQL. Without connector.yaml, writes one with no
                    territory: 'connector console link' then opens the assistant. The guide: docs/service.md.
                    """
                ),
                Examples =
                [
                    (
                        "connector serve",
                        new Text("connector.yaml du dossier courant", "connector.yaml of this folder")
                    ),
                    ("connector serve --config /etc/connector/connector.yaml", new Text("", "")),
                ],
                ExitCodes = [Done, Failed],
            },
            ["config"] = new Manual
            {
                Summary = new Text("la configuration du service", "the service's configuration"),
                Description = new Text(
                    "« check » dit toutes les erreurs à la fois.",
                    "'check' tells every error at once."
                ),
                Examples = [("connector config check", new Text("", ""))],
                ExitCodes = [Done, Failed],
            },
            ["config check"] = new Manual
            {
                Summary = new Text(
                    "vérifier connector.yaml et tout ce qu'il nomme",
                    "check connector.yaml and all that it names"
                ),
                Description = new Text(
                    """
                    Lit la configuration, les variables d'environnement, chaque fichier de territoire avec ses
                    annuaires et modèles, et cherche la connexion de chacun. N'interroge aucun serveur. Dit toutes les
                    erreurs à la fois, chacune avec sa ligne.
                    """,
                    """
                    Reads the configuration, the environment's variables, each territory file with its directories and
                    blueprints, and looks for the sign-in of each. Asks no server. Tells every error at once, each with
                    its line.
                    """
                ),
                Examples = [("connector config check", new Text("", ""))],
                ExitCodes = [Done, Failed],
            },
            ["console"] = new Manual
            {
                Summary = new Text("la console du service", "the service's console"),
                Description = new Text(
                    "« link » ouvre la console quand personne d'autre ne le peut.",
                    "'link' opens the console when nobody else can."
                ),
                Examples = [("connector console link", new Text("", ""))],
                ExitCodes = [Done, Failed],
            },
            ["console link"] = new Manual
            {
                Summary = new Text(
                    "donner un lien de secours vers la console",
                    "give an emergency link to the console"
                ),
                Description = new Text(
                    """
                    Affiche un lien qui ouvre une session d'administration sans Nextcloud : une seule fois, dans les dix
                    minutes, pour une heure au plus. Le service note que quelqu'un est entré ainsi.
                    """,
                    """
                    Prints a link that opens an administrator's session without a Nextcloud: once, within ten minutes,
                    for an hour at most. The service notes that somebody came in this way.
                    """
                ),
                Examples = [("connector console link", new Text("", ""))],
                ExitCodes = [Done, Failed],
            },
            ["job"] = new Manual
            {
                Summary = new Text("les tâches du service", "the service's jobs"),
                Description = new Text(
                    """
                    Demander, suivre et arrêter des tâches, par la base de données que le service lit chaque seconde.
                    Une tâche d'un territoire et d'un genre est seule à la fois : une seconde demande se joint à la
                    première.
                    """,
                    """
                    Ask for, follow and stop jobs, through the database that the service reads every second. One job of
                    a territory and kind runs at a time: a second request joins the first.
                    """
                ),
                Examples = [("connector job list", new Text("", ""))],
                ExitCodes = [Done, Failed],
            },
            ["job run"] = new Manual
            {
                Summary = new Text("demander une tâche maintenant", "ask for a job now"),
                Description = new Text(
                    "Le service la commence dès qu'une place est libre. --wait attend la fin.",
                    "The service starts it as soon as there is a place. --wait waits for the end."
                ),
                Examples =
                [
                    (
                        "connector job run aix",
                        new Text("comme « connector apply »", "as 'connector apply' does")
                    ),
                    (
                        "connector job run aix preuve --wait",
                        new Text("comme « connector drift »", "as 'connector drift' does")
                    ),
                ],
                ExitCodes = [Done, Failed, Partly, Pending, Postponed, Cancelled],
            },
            ["job list"] = new Manual
            {
                Summary = new Text(
                    "les tâches en attente, en cours et passées",
                    "jobs waiting, under way and past"
                ),
                Description = new Text(
                    "Les plus récentes d'abord, et les serveurs absents. --open ne montre que ce qui n'est pas fini.",
                    "The newest first, and servers that are away. --open shows only what has not ended."
                ),
                Examples = [("connector job list aix", new Text("", ""))],
                ExitCodes = [Done, Failed],
            },
            ["job show"] = new Manual
            {
                Summary = new Text("une tâche et son rapport", "one job and its report"),
                Description = new Text(
                    "Qui l'a demandée et pourquoi, quand, par quelle machine, en combien de requêtes, et ce qu'elle a fait.",
                    "Who asked for it and why, when, on which machine, in how many requests, and what it did."
                ),
                Examples = [("connector job show 42", new Text("", ""))],
                ExitCodes = [Done, Failed],
            },
            ["job cancel"] = new Manual
            {
                Summary = new Text("arrêter une tâche", "stop a job"),
                Description = new Text(
                    "Une tâche qui attend ne commence pas ; une tâche en cours s'arrête entre deux étapes.",
                    "A job that waits does not start; one under way stops between two steps."
                ),
                Examples = [("connector job cancel 42", new Text("", ""))],
                ExitCodes = [Done, Failed],
            },
            ["job retry"] = new Manual
            {
                Summary = new Text("redemander une tâche passée", "ask again for a past job"),
                Description = new Text(
                    "Demande une tâche du même territoire et du même genre.",
                    "Asks for a job of the same territory and kind."
                ),
                Examples = [("connector job retry 42 --wait", new Text("", ""))],
                ExitCodes = [Done, Failed, Partly, Pending, Postponed, Cancelled],
            },
            ["ledger"] = new Manual
            {
                Summary = new Text(
                    "copier, vérifier et remettre le registre d'un territoire",
                    "copy, verify and put back a territory's ledger"
                ),
                Description = new Text(
                    """
                    Le registre est la mémoire de Connector. Perdu, il se refait : le passage suivant relie ce qui existe
                    (voir « connector adopt »), mais oublie ce que des personnes ont supprimé et signé.
                    """,
                    """
                    The ledger is Connector's memory. Lost, it is made again: the next run links what exists (see
                    'connector adopt'), but forgets what people deleted and signed.
                    """
                ),
                Examples = [("connector ledger backup", new Text("", ""))],
                ExitCodes = [Done, Failed],
            },
            ["ledger backup"] = new Manual
            {
                Summary = new Text(
                    "copier le registre, même pendant un passage",
                    "copy the ledger, even during a run"
                ),
                Description = new Text(
                    "La copie est le registre à un instant, entière ou pas du tout, lisible par vous seul, puis vérifiée. Un registre dans PostgreSQL se copie avec pg_dump.",
                    "The copy is the ledger at one moment, whole or not at all, readable by you alone, then verified. A ledger in PostgreSQL is copied with pg_dump."
                ),
                Examples =
                [
                    ("connector ledger backup --to /copies/aix.db", new Text("", "")),
                    ("connector ledger backup aix/territoire.yaml", new Text("", "")),
                ],
                ExitCodes = [Done, Failed],
            },
            ["ledger verify"] = new Manual
            {
                Summary = new Text(
                    "lire tout le registre et dire s'il est sain",
                    "read all of the ledger and tell whether it is sound"
                ),
                Description = new Text(
                    "Lit chaque page et compare chaque index avec sa table.",
                    "Reads every page and compares every index with its table."
                ),
                Examples = [("connector ledger verify --ledger /copies/aix.db", new Text("", ""))],
                ExitCodes = [Done, Failed],
            },
            ["ledger restore"] = new Manual
            {
                Summary = new Text(
                    "remettre une copie à la place du registre",
                    "put a copy in the ledger's place"
                ),
                Description = new Text(
                    "La copie est d'abord vérifiée. Le registre précédent est gardé à côté, avec la date. Refusé pendant un passage.",
                    "The copy is verified first. The former ledger is kept beside it, with the date. Refused during a run."
                ),
                Examples = [("connector ledger restore /copies/aix.db", new Text("", ""))],
                ExitCodes = [Done, Failed],
            },
        };
}
