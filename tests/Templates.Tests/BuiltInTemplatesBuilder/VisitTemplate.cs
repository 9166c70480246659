using static Connector.Templates.Tests.BuiltInTemplatesBuilder.Blocks;

namespace Connector.Templates.Tests.BuiltInTemplatesBuilder;

/// <summary>« Compte-rendu de visite »: what was seen and heard at an actor's place.</summary>
internal static class VisitTemplate
{
    private const int BlankSteps = 3;

    internal static byte[] Build() =>
        new TemplatePackage
        {
            Title = "Modèle de compte-rendu de visite",
            FooterText = "{{reseau.nom}} · {{territoire.nom}} · {{acteur.organisation}}",
            Body =
                Paragraph("Surtitre", "Compte-rendu de visite")
                + Paragraph("Title", "{{acteur.organisation}}")
                + Paragraph("Subtitle", "{{visite.date}}")
                + Facts(
                    ("Type", "{{acteur.type}}"),
                    ("Adresse", "{{acteur.adresse}}"),
                    ("Contact", "{{acteur.contact}}"),
                    ("Publics", "{{acteur.publics}}"),
                    ("Visite faite par", "{{visite.visiteurs}}"),
                    ("Personnes rencontrées", "{{visite.rencontres}}"),
                    ("Où en est le contact", "{{visite.etat}}")
                )
                + Zone(
                    "Le lieu et l'accueil",
                    "{{libre accueil}} Ce que l'on voit en arrivant : accès, horaires, équipement, ambiance."
                )
                + Zone(
                    "Ce que fait la structure",
                    "{{libre activites}} Accompagnements, ateliers, partenaires, personnes formées."
                )
                + Zone(
                    "Besoins entendus",
                    "{{libre besoins}} Ce qui manque, ce qui pèse, ce que les habitants demandent."
                )
                + Zone(
                    "Ce qu'elle peut apporter au réseau",
                    "{{libre apports}} Temps, salle, savoir-faire, liens."
                )
                + Steps(),
        }.ToBytes();

    private static string Steps()
    {
        Column[] columns =
        [
            new("Quoi", "{{quoi}}", 5000),
            new("Qui", "{{qui}}", 2938),
            new("Pour quand", "{{quand}}", 1700),
        ];
        var blank = Enumerable.Repeat(Row(columns, _ => ""), BlankSteps);
        return Heading(1, "Suites à donner") + Table(columns, LoopOnly("actions", columns).Concat(blank));
    }

    private static string Zone(string title, string advice) => Heading(1, title) + Advice(advice);
}
