using static Connector.Templates.Tests.BuiltInTemplatesBuilder.Blocks;

namespace Connector.Templates.Tests.BuiltInTemplatesBuilder;

/// <summary>« Bilan annuel »: what the roadmap said, beside what became of it.</summary>
internal static class YearlyReviewTemplate
{
    internal static byte[] Build() =>
        new TemplatePackage
        {
            Title = "Modèle de bilan annuel",
            FooterText = "{{reseau.nom}} · bilan {{bilan.annee}}",
            HasNumberedHeadings = true,
            Body = Head() + Figures() + Objectives() + Workstreams() + Milestones() + Words(),
        }.ToBytes();

    private static string Head() =>
        Paragraph("Surtitre", "Bilan annuel {{bilan.annee}}")
        + Paragraph("Title", "{{reseau.nom}}")
        + Paragraph("Subtitle", "{{territoire.nom}}")
        + Facts(
            ("Date du bilan", "{{bilan.date}}"),
            ("Feuille de route", "version {{feuille.version}}"),
            ("Coordination", "{{coordination}}")
        )
        + Heading(1, "Faits marquants")
        + Advice("{{libre marquants}} Trois ou quatre choses que l'on retient de l'année, en mots simples.");

    private static string Figures()
    {
        Column[] columns =
        [
            new("Organisations membres", "{{reseau.membres}}", 2500, "CaseDeTableau"),
            new("Personnes", "{{reseau.personnes}}", 2300, "CaseDeTableau"),
            new("Groupes et comités", "{{reseau.groupes}}", 2400, "CaseDeTableau"),
            new("Rencontres prévues", "{{reseau.rencontres}}", 2438, "CaseDeTableau"),
        ];
        return Heading(1, "Le réseau en chiffres")
            + Table(columns, Row(columns, column => column.Content))
            + Advice("{{libre membres}} La vie du réseau : arrivées, départs, habitudes prises.");
    }

    private static string Objectives()
    {
        Column[] columns =
        [
            new("Objectif", "{{objectif}}", 3200),
            new("Indicateur", "{{indicateur}}", 2300),
            new("Résultat", "{{resultat}}", 2538),
            new("Suite", "{{suite}}", 1600),
        ];
        return Heading(1, "Objectifs") + Table(columns, Loop("objectifs", columns));
    }

    private static string Workstreams()
    {
        Column[] columns =
        [
            new("Chantier", "{{chantier}}", 2600),
            new("Porteur", "{{porteur}}", 2400),
            new("Ce qui a été fait", "{{realise}}", 3138),
            new("Statut", "{{statut}}", 1500),
        ];
        return Heading(1, "Chantiers") + Table(columns, Loop("chantiers", columns));
    }

    private static string Milestones()
    {
        Column[] columns =
        [
            new("Date", "{{date}}", 1700),
            new("Jalon", "{{jalon}}", 6738),
            new("Tenu", "{{tenu}}", 1200, "CaseDeTableau"),
        ];
        return Heading(1, "Jalons de l'année") + Table(columns, Loop("jalons", columns));
    }

    private static string Words() =>
        Heading(1, "Ce que nous avons appris")
        + Advice(
            "{{libre apprentissages}} Ce qui a marché et pourquoi ; ce qui a été difficile ; ce que nous ferions autrement."
        )
        + Heading(1, "L'année qui vient")
        + Advice(
            "{{libre perspectives}} Priorités, nouveaux chantiers, ce qui change dans la feuille de route."
        );
}
