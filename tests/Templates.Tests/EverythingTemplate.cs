using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using static Connector.Templates.Tests.BuiltInTemplatesBuilder.Blocks;
using static Connector.Templates.Tests.TestTemplates;

namespace Connector.Templates.Tests;

/// <summary>One template in which every kind of tag stands, and data for each.</summary>
internal static class EverythingTemplate
{
    private const string Markdown = """
        # Pourquoi un bus

        Il passe **le jeudi** et le *samedi*, voir [la carte](https://carte.example/x).

        1. On monte
           - avec une question
           - avec un courrier
        2. On repart

        > « C'est simple », dit Zoé.
        """;

    private static readonly string[] Months = ["janvier", "février", "mars", "avril"];

    internal static byte[] Docx { get; } =
        FillNoteTests.WithNotes(
            Paragraph("Title", "{{titre}}")
                + FillContentsTests.Contents(" TOC \\o \"1-3\" \\h \\z \\u ")
                + Heading(1, "En bref")
                + P("Le {{date}}, {{nombre}} réponses : {{reponse}}, {{fait}} fait.")
                + P("{{^rien}}Rien n'est prévu.{{/rien}}{{#rien}}Prévu.{{/rien}}")
                + P("Pour s'abonner : {{lien}}")
                + P("{{qr}}")
                + Heading(1, "Le bus")
                + P("{{texte}}")
                + Heading(1, "Chantiers")
                + P("{{#chantiers}}")
                + Heading(2, "{{titre}}")
                + $"<w:p>{Run("Porté par {{porteur}}")}<w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>"
                + P("{{#etapes}}")
                + Paragraph("ListNumber", "{{nom}}")
                + P("{{/etapes}}")
                + P("{{/chantiers}}")
                + Heading(1, "Fréquentation")
                + Visits()
                + Heading(1, "Annexe")
                + P("{{annexe}}")
                + BuiltInTemplatesBuilder.TemplatePackage.SectionEnd()
                + P("{{#affiches}}")
                + Heading(1, "{{nom}}")
                + P("{{photo}}")
                + BuiltInTemplatesBuilder.TemplatePackage.SectionEnd(isLandscape: true)
                + P("{{/affiches}}"),
            "Note sur {{porteur}}."
        );

    internal static DocumentData Data { get; } =
        new DocumentData(Some.Stamp, "Tout")
            .With("titre", "Rapport « de tout »")
            .With("date", new DateValue(new DateOnly(2026, 12, 1), DateStyle.Weekday))
            .With("nombre", new NumberValue(12_500))
            .With("reponse", new ChoiceValue("Oui", ["Oui", "Non"]))
            .With("fait", new CheckValue(true))
            .With("rien", new ConditionValue(false))
            .With("lien", new LinkValue("l'agenda", "https://nuage.example/agenda?export"))
            .With("qr", new QrCodeValue("https://nuage.example/agenda?export", "QR code de l'agenda", 3.5))
            .With("texte", new MarkdownValue(Markdown))
            .With("chantiers", new RowsValue([Work("bus", "Bus", 2), Work("lieu", "Tiers-lieu", 3)]))
            .With("mois", new RowsValue([.. Months.Select(Month)]))
            .With("visites", "–")
            .With(
                "lieux",
                new RowsValue([
                    Place("eloi", "Saint-Éloi", ("m0", "12"), ("m2", "30")),
                    Place("ormeau", "Ormeau", ("m1", "7")),
                ])
            )
            .With("annexe", new DocumentValue(Annexe()))
            .With("affiches", new RowsValue([Poster("un"), Poster("deux")]));

    private static string Visits()
    {
        string[] labels = ["Lieu", "{{#colonnes mois}}{{mois.nom}}{{/mois}}", "Total"];
        var table = Table(
            [.. labels.Select(label => Paragraph("EnTeteDeTableau", label))],
            ["{{#lieux}}{{lieu}}", "{{visites}}", "{{total}}{{/lieux}}"]
        );
        return table.Insert(
            table.IndexOf("<w:tr>", StringComparison.Ordinal) + "<w:tr>".Length,
            "<w:trPr><w:tblHeader/></w:trPr>"
        );
    }

    private static DocumentRow Month(string name, int index) =>
        new DocumentRow($"m{index}").With("nom", name);

    private static DocumentRow Work(string key, string title, int steps) =>
        new DocumentRow(key)
            .With("titre", title)
            .With("porteur", $"Le porteur de {key}")
            .With("etapes", Names([.. Enumerable.Range(1, steps).Select(step => $"Étape {step}")]));

    private static DocumentRow Place(string key, string name, params (string Month, string Count)[] visits) =>
        new DocumentRow(key)
            .With("lieu", name)
            .With("total", new NumberValue(visits.Sum(visit => int.Parse(visit.Count, null))))
            .With(
                "mois",
                new RowsValue([
                    .. visits.Select(visit => new DocumentRow(visit.Month).With("visites", visit.Count)),
                ])
            );

    private static DocumentRow Poster(string name) =>
        new DocumentRow(name)
            .With("nom", $"Affiche {name}")
            .With("photo", new ImageValue(Pictures.Chequered, $"Affiche {name}", 8));

    /// <summary>A document with a style, a list and a picture of its own.</summary>
    private static byte[] Annexe()
    {
        var picture = Load(
                Heading(2, "Venu d'ailleurs")
                    + Paragraph("ListNumber", "premier point")
                    + Paragraph("ListNumber", "second point")
                    + "<w:p><w:pPr><w:pStyle w:val=\"Cadre9\"/></w:pPr><w:r><w:t>Encadré de l'annexe</w:t></w:r></w:p>"
                    + P("{{photo}}")
            )
            .Fill(TestTemplates.Data().With("photo", new ImageValue(Pictures.Chequered, "Damier", 3)));
        return Change(
            picture,
            document =>
                document.MainDocumentPart!.StyleDefinitionsPart!.Styles!.AppendChild(
                    new Style(
                        new StyleName { Val = "Encadré d'annexe" },
                        new BasedOn { Val = "Normal" },
                        new StyleParagraphProperties(
                            new Shading { Val = ShadingPatternValues.Clear, Fill = "E8F0E8" }
                        )
                    )
                    {
                        Type = StyleValues.Paragraph,
                        StyleId = "Cadre9",
                        CustomStyle = true,
                    }
                )
        );
    }
}
