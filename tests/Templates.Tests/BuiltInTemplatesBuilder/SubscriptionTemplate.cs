using static Connector.Templates.Tests.BuiltInTemplatesBuilder.Blocks;

namespace Connector.Templates.Tests.BuiltInTemplatesBuilder;

/// <summary>« S'abonner à l'agenda »: a page to print and pin up, per calendar.</summary>
internal static class SubscriptionTemplate
{
    private const int Left = 3100;
    private const int Half = PortraitWidth / 2;

    private static readonly (string Device, string[] Steps)[] Guides =
    [
        (
            "iPhone et iPad",
            [
                "Scannez le QR code avec l'appareil photo, ou touchez l'adresse webcal.",
                "Touchez « S'abonner ».",
                "Touchez « Ajouter » : les réunions sont dans Calendrier.",
            ]
        ),
        (
            "Android",
            [
                "Installez ICSx⁵ (gratuit), le compagnon de DAVx⁵.",
                "Touchez « + », puis scannez le QR code ou collez l'adresse à copier.",
                "Validez : l'agenda s'affiche dans le calendrier du téléphone.",
            ]
        ),
        (
            "Google Agenda",
            [
                "Sur un ordinateur, ouvrez calendar.google.com.",
                "« Autres agendas », « + », « À partir de l'URL » : collez l'adresse à copier.",
                "Touchez « Ajouter un agenda ». Google relit l'adresse environ une fois par jour.",
            ]
        ),
        (
            "Thunderbird",
            [
                "Menu « Fichier », « Nouveau », « Agenda », puis « Sur le réseau ».",
                "Collez l'adresse à copier ; aucun identifiant n'est nécessaire.",
                "Choisissez l'agenda trouvé et touchez « S'abonner ».",
            ]
        ),
        (
            "Outlook",
            [
                "Dans Calendrier, choisissez « Ajouter un calendrier ».",
                "« S'abonner à partir du web » : collez l'adresse à copier.",
                "Donnez-lui un nom et touchez « Importer ».",
            ]
        ),
    ];

    internal static byte[] Build() =>
        new TemplatePackage
        {
            Title = "Modèle d'affiche : s'abonner à l'agenda",
            FooterText = "{{reseau.nom}} · {{territoire.nom}}",
            Body = Mark("{{#agendas}}") + Head() + Access() + GuideTable() + Mark("{{/agendas}}"),
        }.ToBytes();

    private static string Head() =>
        "<w:p><w:pPr><w:pStyle w:val=\"Surtitre\"/><w:pageBreakBefore/></w:pPr>"
        + Run("S'abonner à l'agenda · {{reseau.nom}}")
        + "</w:p>"
        + "<w:p><w:pPr><w:pStyle w:val=\"Title\"/><w:outlineLvl w:val=\"0\"/></w:pPr>"
        + Run("{{nom}}")
        + "</w:p>"
        + Paragraph("Subtitle", "{{description}}");

    private static string Access() =>
        TableStart("TableauFaits", [Left, PortraitWidth - Left])
        + "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
        + $"<w:tc><w:tcPr><w:tcW w:w=\"{Left}\" w:type=\"dxa\"/><w:vAlign w:val=\"center\"/></w:tcPr>{Paragraph("TexteDeTableau", "{{qr}}")}</w:tc>"
        + $"<w:tc><w:tcPr><w:tcW w:w=\"{PortraitWidth - Left}\" w:type=\"dxa\"/><w:vAlign w:val=\"center\"/></w:tcPr>"
        + Text(
            "Une fois abonné, votre téléphone ou votre ordinateur montre les réunions et suit tout seul leurs changements. Rien d'autre de votre agenda n'est lu."
        )
        + Paragraph("NomDeFait", "Abonnement en un geste (webcal)")
        + AddressLine("{{adresse.webcal}}")
        + Paragraph("NomDeFait", "Adresse à copier")
        + AddressLine("{{adresse}}")
        + "</w:tc></w:tr></w:tbl>"
        + Paragraph("ApresTableau", "");

    private static string AddressLine(string tag) =>
        $"<w:p><w:pPr><w:pStyle w:val=\"Adresse\"/></w:pPr>{Run(tag, "<w:rStyle w:val=\"Hyperlink\"/>")}</w:p>";

    private static string GuideTable()
    {
        var cells = Guides.Select(guide => Cell(guide.Device, guide.Steps)).ToList();
        cells.Add(
            $"<w:tc><w:tcPr><w:tcW w:w=\"{Half}\" w:type=\"dxa\"/></w:tcPr>{Heading(2, "Besoin d'aide ?")}"
                + Mark("{{#contact}}")
                + Text("{{contact}}")
                + Mark("{{/contact}}")
                + Text("Cet agenda est une vitrine : pour proposer une date, parlez-en à la coordination.")
                + "</w:tc>"
        );
        return TableStart("TableNormal", [Half, Half])
            + string.Concat(
                cells
                    .Chunk(2)
                    .Select(pair => $"<w:tr><w:trPr><w:cantSplit/></w:trPr>{string.Concat(pair)}</w:tr>")
            )
            + "</w:tbl>"
            + Paragraph("ApresTableau", "");
    }

    private static string Cell(string device, string[] steps) =>
        $"<w:tc><w:tcPr><w:tcW w:w=\"{Half}\" w:type=\"dxa\"/></w:tcPr>"
        + Heading(2, device)
        + string.Concat(
            // Typed numbers: an automatic list would go on counting from one calendar to the next.
            steps.Select(
                (step, index) =>
                    $"<w:p><w:pPr><w:pStyle w:val=\"Etape\"/></w:pPr>{Run($"{index + 1}.")}<w:r><w:tab/></w:r>{Run(step)}</w:p>"
            )
        )
        + "</w:tc>";
}
