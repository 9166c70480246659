using static Connector.Templates.Tests.BuiltInTemplatesBuilder.Blocks;

namespace Connector.Templates.Tests.BuiltInTemplatesBuilder;

/// <summary>« Lettre de bienvenue »: on one page, to an actor who joins the network.</summary>
internal static class WelcomeLetterTemplate
{
    /// <summary>Where a window envelope shows the address.</summary>
    private const int AddressIndent = 5200;

    internal static byte[] Build() =>
        new TemplatePackage
        {
            Title = "Modèle de lettre de bienvenue",
            FooterText = "{{reseau.nom}} · {{territoire.nom}}",
            Body = Head() + Welcome() + Groups() + Closing(),
        }.ToBytes();

    private static string Head() =>
        Paragraph("Surtitre", "{{reseau.nom}}")
        + Line("{{coordination.organisation}}", 0, 240)
        + Line("{{acteur.organisation}}", AddressIndent, 0, "<w:b/>")
        + Line("{{acteur.personne}}", AddressIndent, 0)
        + Line("{{acteur.adresse}}", AddressIndent, 360)
        + Line("Le {{lettre.date}}", AddressIndent, 360)
        + "<w:p><w:pPr><w:spacing w:after=\"240\"/><w:outlineLvl w:val=\"0\"/></w:pPr>"
        + Run("Objet : ", "<w:b/>")
        + Run("{{lettre.objet}}", "<w:b/>")
        + "</w:p>";

    private static string Welcome() =>
        Text("Bonjour,")
        + Text(
            "Vous avez accepté de rejoindre le réseau des acteurs de l'inclusion numérique de {{territoire.nom}}. Au nom de tous ses membres : bienvenue, et merci."
        )
        + Mark("{{#reseau.raison}}")
        + Text("Ce qui nous réunit : {{reseau.raison}}")
        + Mark("{{/reseau.raison}}")
        + Advice(
            "{{libre mot}} Un mot pour cet acteur : ce que nous avons vu chez lui, ce qu'il apporte, ce qu'il attend."
        );

    private static string Groups()
    {
        Column[] columns =
        [
            new("Groupe", "{{groupe}}", 2600),
            new("Ce dont il s'occupe", "{{mission}}", 4438),
            new("Quand", "{{rythme}}", 2600),
        ];
        return Mark("{{#groupes}} {{#premier}}")
            + Text("Chacun prend part comme il peut. Voici nos groupes ; choisissez celui qui vous parle :")
            + Mark("{{/premier}} {{/groupes}}")
            + Table(columns, LoopOnly("groupes", columns))
            + Mark("{{#prochaine}}")
            + Text(
                "La prochaine rencontre : {{prochaine.titre}}, {{prochaine.quand}}{{#prochaine.lieu}}, {{prochaine.lieu}}{{/prochaine.lieu}}. Venez faire connaissance, un café vous attend."
            )
            + Mark("{{/prochaine}}")
            + Text(
                "Les documents, les agendas et les comptes-rendus du réseau sont dans un espace partagé ; nous vous y ouvrons un accès. Pour toute question, un message ou un appel suffit."
            );
    }

    private static string Closing() =>
        Text("À très bientôt,") + Line("{{coordination.personnes}}", AddressIndent, 0);

    private static string Line(string text, int indent, int after, string run = "") =>
        $"<w:p><w:pPr><w:spacing w:after=\"{after}\"/><w:ind w:left=\"{indent}\"/></w:pPr>{Run(text, run)}</w:p>";
}
