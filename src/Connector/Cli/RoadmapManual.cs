using Connector.Domain;

namespace Connector.Cli;

/// <summary>The manual pages of the verbs about roadmaps.</summary>
internal static partial class Manuals
{
    private static Dictionary<string, Manual> OfRoadmaps =>
        new(StringComparer.Ordinal)
        {
            ["roadmap"] = new Manual
            {
                Summary = new Text(
                    "les feuilles de route : où elles en sont, les publier, les signer, les vérifier",
                    "roadmaps: where they stand, publish, sign and verify them"
                ),
                Description = new Text(
                    """
                    Une feuille de route vit dans Nextcloud, où chacun l'écrit. Publier en fige une version, avec une
                    empreinte de son sens : ses mots et ses tableaux, sans la mise en page. Chaque membre signe cette
                    version ; le registre des signatures ne fait que s'allonger, et chaque ligne porte l'empreinte de
                    la précédente. Le guide : docs/roadmaps.md.
                    """,
                    """
                    A roadmap lives in Nextcloud, where everybody writes in it. Publishing freezes a version, with a
                    fingerprint of its meaning: its words and tables, without the layout. Each member signs that
                    version; the register of signatures only grows, and each line carries the hash of the one before.
                    The guide: docs/roadmaps.md.
                    """
                ),
                Examples =
                [
                    (
                        "connector roadmap status",
                        new Text("toutes, d'un coup d'œil", "all of them at a glance")
                    ),
                ],
                ExitCodes = [Done, Failed],
            },
            ["roadmap status"] = new Manual
            {
                Summary = new Text(
                    "ce qui est publié, signé, modifié depuis",
                    "what is published, signed, changed since"
                ),
                Description = new Text(
                    """
                    Pour chaque feuille de route : la version publiée, qui l'a signée, qui ne l'a pas encore fait, et si
                    le document a changé depuis. Ne modifie rien.
                    """,
                    """
                    For each roadmap: the published version, who signed it, who has not yet, and whether the document
                    changed since. Changes nothing.
                    """
                ),
                Examples =
                [
                    ("connector roadmap status gt-jeunes", new Text("un seul groupe", "a single group")),
                    (
                        "connector roadmap status --json",
                        new Text("pour un autre programme", "for another program")
                    ),
                ],
                ExitCodes = [Done, Failed],
            },
            ["roadmap publish"] = new Manual
            {
                Summary = new Text(
                    "figer une version et l'ouvrir à la signature",
                    "freeze a version and open it for signature"
                ),
                Description = new Text(
                    """
                    Copie la feuille de route telle qu'elle est dans « Versions publiées », à côté d'elle, avec un PDF
                    et un ODT quand LibreOffice est installé ou que le serveur convertit, en lecture seule quand le
                    serveur le permet. La même chose publiée deux fois n'est publiée qu'une. La feuille de route reste à tous.
                    """,
                    """
                    Copies the roadmap as it is into 'Versions publiées', beside it, with a PDF and an ODT where
                    LibreOffice is installed or the server converts, read-only where it allows so. The same thing published twice is
                    published once. The roadmap itself stays everybody's.
                    """
                ),
                Examples =
                [
                    ("connector roadmap publish réseau", new Text("celle du réseau", "the network's")),
                    (
                        "connector roadmap publish gt-jeunes --as-version 2027",
                        new Text("avec un numéro choisi", "with a number of your own")
                    ),
                ],
                ExitCodes = [Done, Failed],
            },
            ["roadmap remind"] = new Manual
            {
                Summary = new Text(
                    "préparer les relances à ceux qui n'ont pas signé",
                    "prepare reminders to those who have not signed"
                ),
                Description = new Text(
                    """
                    Écrit dans Pilotage, pour chaque membre qui n'a pas signé la version publiée, un message à relire et
                    à envoyer vous-même. Rien n'est envoyé.
                    """,
                    """
                    Writes into the coordinators' folder, for each member who has not signed the published version, a
                    message to read and to send yourself. Nothing is sent.
                    """
                ),
                Examples =
                [
                    (
                        "connector roadmap remind réseau",
                        new Text("pour celle du réseau", "for the network's")
                    ),
                ],
                ExitCodes = [Done, Failed],
            },
            ["roadmap sign"] = new Manual
            {
                Summary = new Text(
                    "enregistrer une signature donnée sur papier",
                    "record a signature given on paper"
                ),
                Description = new Text(
                    """
                    Inscrit au registre qui a signé la version publiée, pour quelle organisation, quel jour, et garde la
                    page numérisée dans Pilotage. « signatures.json », à côté du PDF, en est la copie.
                    """,
                    """
                    Writes into the register who signed the published version, for which organisation, on which day,
                    and keeps the scanned page in the coordinators' folder. 'signatures.json', beside the PDF, is its
                    copy.
                    """
                ),
                Examples =
                [
                    (
                        "connector roadmap sign réseau --organisation ccas-ormeau --by \"Anne Péré\" --capacity présidente --on 2026-12-03 --proof page-signee.pdf",
                        new Text("une signature", "one signature")
                    ),
                ],
                ExitCodes = [Done, Failed],
            },
            ["roadmap verify"] = new Manual
            {
                Summary = new Text(
                    "dire si un fichier est une version publiée",
                    "tell whether a file is a published version"
                ),
                Description = new Text(
                    """
                    Dit quelle version c'est et qui l'a signée, même après un passage dans un autre logiciel ; sinon,
                    ligne par ligne, ce qui diffère de la version la plus proche. Contrôle aussi le registre.
                    """,
                    """
                    Tells which version it is and who signed it, even after another program saved it; else, line by
                    line, what differs from the nearest version. Checks the register too.
                    """
                ),
                Examples =
                [
                    (
                        "connector roadmap verify \"Feuille de route.docx\"",
                        new Text("0 si c'est elle, 1 sinon", "0 if it is, 1 if not")
                    ),
                ],
                ExitCodes = [Done, Failed],
            },
        };
}
