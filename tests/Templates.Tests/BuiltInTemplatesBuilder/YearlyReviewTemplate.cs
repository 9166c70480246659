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
            Body = Head() + Figures() + Life() + Objectives() + Workstreams() + Milestones() + Words(),
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

    /// <summary>To thank, not to compare: organisations stand in the order of the alphabet, and who did not come does not stand here.</summary>
    private static string Life() =>
        Mark("{{#vie}}")
        + Heading(1, "Ce que nous avons vécu")
        + Text(
            "Rencontres tenues : {{vie.rencontres}}. Décisions prises : {{vie.decisions}}. Actions menées à bien : {{vie.actions}}. Merci à chacune et à chacun."
        )
        + GroupsThatMet()
        + Heading(2, "Temps conviviaux")
        + Mark("{{#conviviaux}}")
        + Paragraph("ListBullet", "{{jour}} : {{temps}}, {{groupe}}")
        + Mark("{{/conviviaux}} {{^conviviaux}}")
        + Text("Pas encore cette année ; quelle belle occasion pour la prochaine.")
        + Mark("{{/conviviaux}}")
        + Presence()
        + Heading(2, "Elles et ils nous ont rejoints")
        + Mark("{{#arrivees}}")
        + Paragraph("ListBullet", "{{personne}}{{#organisation}}, {{organisation}}{{/organisation}}")
        + Mark("{{/arrivees}} {{^arrivees}}")
        + Text("Personne de nouveau cette année : la porte reste ouverte.")
        + Mark("{{/arrivees}} {{/vie}}");

    private static string GroupsThatMet()
    {
        Column[] columns =
        [
            new("Groupe", "{{groupe}}", 4438),
            new("Rencontres", "{{rencontres}}", 1600, "CaseDeTableau"),
            new("Décisions", "{{decisions}}", 1600, "CaseDeTableau"),
            new("Actions menées", "{{actions}}", 2000, "CaseDeTableau"),
        ];
        return Heading(2, "Dans les groupes") + Table(columns, Loop("groupes", columns));
    }

    private static string Presence()
    {
        Column[] columns =
        [
            new("Organisation", "{{organisation}}", 7038),
            new("Rencontres", "{{rencontres}}", 2600, "CaseDeTableau"),
        ];
        return Heading(2, "Qui a pris part")
            + Text(
                "Par ordre alphabétique ; une organisation compte quand au moins une personne de chez elle était là."
            )
            + Table(columns, Loop("presences", columns));
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
