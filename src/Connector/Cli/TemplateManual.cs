using System.CommandLine;
using Connector.Domain;

namespace Connector.Cli;

/// <summary>The manual pages of the verbs about document templates, and where each verb's page is.</summary>
internal static partial class Manuals
{
    public static Manual Of(Command command) =>
        command is RootCommand ? Root
        : OfTemplates.TryGetValue(PathOf(command), out var manual) ? manual
        : OfBlueprints.TryGetValue(PathOf(command), out var page) ? page
        : OfRoadmaps.TryGetValue(PathOf(command), out var roadmap) ? roadmap
        : OfMinutes.TryGetValue(PathOf(command), out var minutes) ? minutes
        : OfCalendars.TryGetValue(PathOf(command), out var calendars) ? calendars
        : OfDirectory.TryGetValue(PathOf(command), out var directory) ? directory
        : OfVisits.TryGetValue(PathOf(command), out var visits) ? visits
        : OfService.TryGetValue(PathOf(command), out var service) ? service
        : OfAudit.TryGetValue(PathOf(command), out var audit) ? audit
        : OfTokens.TryGetValue(PathOf(command), out var token) ? token
        : OfNeeds.TryGetValue(PathOf(command), out var needs) ? needs
        : OfAnnouncements.TryGetValue(PathOf(command), out var announcement) ? announcement
        : OfPersons.TryGetValue(PathOf(command), out var person) ? person
        : Verbs.GetValueOrDefault(command.Name) ?? OfGroups[command.Name];

    /// <summary>Verbs below another verb are known by both names: <c>template lint</c>.</summary>
    public static string PathOf(Command command) =>
        string.Join(
            ' ',
            command
                .Parents.OfType<Command>()
                .Where(parent => parent is not RootCommand)
                .Select(parent => parent.Name)
                .Append(command.Name)
        );

    private static Dictionary<string, Manual> OfTemplates =>
        new(StringComparer.Ordinal)
        {
            ["template"] = new Manual
            {
                Summary = new Text(
                    "les modèles de documents : en prendre un, le vérifier, connaître ses champs",
                    "document templates: get one, check it, know its fields"
                ),
                Description = new Text(
                    """
                    Les documents de Connector sont faits à partir de modèles .docx ordinaires, que l'on modifie dans
                    Collabora, LibreOffice ou Word. Celui que l'on dépose dans « Pilotage/Modèles », sous le nom que
                    « template get » lui donne, sert dès le passage suivant. Le guide : docs/templates.md.
                    """,
                    """
                    Connector makes its documents from ordinary .docx templates, to be changed in Collabora,
                    LibreOffice or Word. One that is put into 'Pilotage/Modèles', under the name that
                    'template get' gives it, is used from the next run on. The guide: docs/templates.md.
                    """
                ),
                Examples =
                [
                    (
                        "connector template get compte-rendu",
                        new Text("prendre une copie à modifier", "get a copy to change")
                    ),
                    (
                        "connector template lint Compte-rendu.docx",
                        new Text("vérifier ce que l'on a changé", "check what was changed")
                    ),
                ],
                ExitCodes = [Done, Failed],
            },
            ["template list"] = new Manual
            {
                Summary = new Text("les modèles fournis", "the built-in templates"),
                Description = new Text(
                    "Le nom de chaque modèle fourni, le genre de document et sa langue.",
                    "The name of each built-in template, the kind of document and its language."
                ),
                Examples = [("connector template list", new Text("tout voir", "see them all"))],
                ExitCodes = [Done],
            },
            ["template get"] = new Manual
            {
                Summary = new Text(
                    "prendre une copie d'un modèle fourni",
                    "get a copy of a built-in template"
                ),
                Description = new Text(
                    "Écrit le modèle dans le dossier courant, sans jamais remplacer un fichier.",
                    "Writes the template to the current folder, never over a file."
                ),
                Examples =
                [
                    (
                        "connector template get feuille-de-route --out mon-modele.docx",
                        new Text("sous un autre nom", "under another name")
                    ),
                ],
                ExitCodes = [Done, Failed],
            },
            ["template fields"] = TemplateFields,
            ["template lint"] = TemplateLint,
            ["template fill"] = TemplateFill,
            ["template convert"] = TemplateConvert,
            ["template merge"] = TemplateMerge,
        };

    private static Manual TemplateFields =>
        new()
        {
            Summary = new Text(
                "les champs qu'un modèle peut contenir",
                "the fields that a template may hold"
            ),
            Description = new Text(
                """
                Chaque champ avec son sens et un exemple. Avec --out, un aide-mémoire .docx à imprimer ou à garder à
                côté de Word, d'où les champs se copient.
                """,
                """
                Each field with its meaning and an example. With --out, a cheat sheet (.docx, in French) to print or
                to keep beside Word, from which fields can be copied.
                """
            ),
            Examples =
            [
                ("connector template fields compte-rendu", new Text("ceux d'un genre", "those of one kind")),
                (
                    "connector template fields --out Champs.docx",
                    new Text("l'aide-mémoire de tous les genres", "the cheat sheet of all kinds")
                ),
            ],
            ExitCodes = [Done, Failed],
        };

    private static Manual TemplateMerge =>
        new()
        {
            Summary = new Text(
                "actualiser un document en gardant ce qui y a été écrit",
                "bring a document up to date and keep what was written in it"
            ),
            Description = new Text(
                """
                Compare trois fichiers .docx : le document tel qu'il a été fait, ce que des personnes en ont fait, et
                celui que donnent les données d'aujourd'hui. Ce que personne n'a touché suit les données ; ce que des
                personnes ont écrit reste, et un commentaire Word dit les données là où les deux ont changé.

                Chaque endroit est une ligne : gardé, mis à jour, à trancher, ajouté, retiré, ou à retirer peut-être.
                Les trois fichiers ne sont jamais changés. « connector apply » fait de même avec les feuilles de route
                et les comptes rendus sur le serveur.
                """,
                """
                Compares three .docx files: the document as it was made, what people made of it, and the one that
                today's data give. What nobody touched follows the data; what people wrote stays, and a Word comment
                tells the data where both changed.

                Each place is a line: kept, brought up to date, to settle, added, taken out, or a candidate for
                removal. The three files are never changed. 'connector apply' does the same with roadmaps and minutes
                on the server.
                """
            ),
            Examples =
            [
                (
                    "connector template merge base.docx modifie.docx nouveau.docx --out actualise.docx",
                    new Text("avec son compte rendu", "with its report")
                ),
                (
                    "connector template merge base.docx modifie.docx nouveau.docx --out actualise.docx --json",
                    new Text("pour un programme", "for a program")
                ),
            ],
            ExitCodes =
            [
                (0, new Text("le document est écrit", "the document is written")),
                (
                    1,
                    new Text(
                        "un fichier ne s'ouvre pas, ou la sortie existe déjà",
                        "a file does not open, or the output exists already"
                    )
                ),
            ],
        };

    private static Manual TemplateLint =>
        new()
        {
            Summary = new Text("vérifier un modèle que l'on a modifié", "check a template that was changed"),
            Description = new Text(
                """
                Dit tout ce qui empêcherait de remplir le modèle (champ inconnu, boucle non fermée, champ illisible,
                boucle hors de sa ligne …), puis ce qui manquerait au résultat : style absent, texte de remplacement
                d'une image, ligne d'en-tête d'un tableau … Chaque remarque dit sous quel titre, dans quel tableau et
                à quelle ligne.

                Avec --copy, la copie porte un commentaire Word à chaque endroit, et ce qui ne peut pas changer le
                sens y est réparé : champ coupé par la mise en forme, guillemets, accolade oubliée, lettre en trop.
                Le modèle lui-même n'est jamais changé.
                """,
                """
                Tells all that would keep the template from being filled (unknown field, loop not closed, unreadable
                field, loop outside of its row …), then what the result would lack: a missing style, a picture's
                alternative text, a table's header row … Each remark says under which heading, in which table and
                row.

                With --copy, the copy has a Word comment at each place, and what cannot change the meaning is mended
                in it: a field cut by formatting, quotation marks, a forgotten brace, one letter too many. The
                template itself is never changed.
                """
            ),
            Examples =
            [
                (
                    "connector template lint modele.docx --copy modele-annote.docx",
                    new Text("avec les commentaires dans une copie", "with comments in a copy")
                ),
                (
                    "connector template lint modele.docx --kind feuille-de-route",
                    new Text("en disant le genre de document", "saying the kind of document")
                ),
            ],
            ExitCodes =
            [
                (0, new Text("le modèle peut être rempli", "the template can be filled")),
                (1, new Text("il a des erreurs, ou ne s'ouvre pas", "it has errors, or does not open")),
            ],
        };

    private static Manual TemplateFill =>
        new()
        {
            Summary = new Text(
                "voir un modèle rempli avec des exemples",
                "see a template filled with examples"
            ),
            Description = new Text(
                """
                Vérifie le modèle, puis le remplit avec l'exemple de chaque champ et une ligne par liste, comme le serait
                un vrai document. Le modèle lui-même n'est pas changé.

                Une table des matières reçoit les numéros de page que LibreOffice trouve, quand il est installé ; sinon
                elle est faite de liens, sans numéros.
                """,
                """
                Checks the template, then fills it with the example of each field and one row a list, as a real document
                would be. The template itself is not changed.

                A table of contents gets the page numbers that LibreOffice finds, where it is installed; else it is made
                of links, without numbers.
                """
            ),
            Examples =
            [
                (
                    "connector template fill mon-modele.docx --out essai.docx",
                    new Text("un essai, à ouvrir et à regarder", "a trial, to open and look at")
                ),
                (
                    "connector template fill mon-modele.docx --kind compte-rendu",
                    new Text("en disant le genre de document", "saying the kind of document")
                ),
            ],
            ExitCodes = [Done, Failed],
        };

    private static Manual TemplateConvert =>
        new()
        {
            Summary = new Text(
                "changer un document .docx en PDF, ODT ou HTML",
                "turn a .docx document into PDF, ODT or HTML"
            ),
            Description = new Text(
                """
                Demande la conversion au LibreOffice de cette machine (celui du PATH, ou celui que nomme
                CONNECTOR_SOFFICE), dans un dossier à part qui disparaît ensuite. Aucune macro ne s'exécute, rien n'est
                cherché ailleurs, et au bout de 90 secondes LibreOffice est arrêté. Un document qui porte des macros ou
                des contenus liés est refusé. Sans LibreOffice, le verbe dit quoi installer.
                """,
                """
                Asks the LibreOffice of this machine (the one in PATH, or the one that CONNECTOR_SOFFICE names), in a
                folder of its own that goes away afterwards. No macro runs, nothing is fetched, and after 90 seconds
                LibreOffice is stopped. A document with macros or linked content is refused. Without LibreOffice, the
                verb tells what to install.
                """
            ),
            Examples =
            [
                (
                    "connector template convert Compte-rendu.docx",
                    new Text("en PDF, à côté", "as PDF, beside it")
                ),
                (
                    "connector template convert Bilan.docx --to odt --out Bilan-2026.odt",
                    new Text("sous un autre nom", "under another name")
                ),
            ],
            ExitCodes = [Done, Failed],
        };
}
