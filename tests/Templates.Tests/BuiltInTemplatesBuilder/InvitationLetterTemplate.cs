using static Connector.Templates.Tests.BuiltInTemplatesBuilder.Blocks;

namespace Connector.Templates.Tests.BuiltInTemplatesBuilder;

/// <summary>« Lettre d'invitation »: on one page, to an actor whom the network would like to have with it.</summary>
internal static class InvitationLetterTemplate
{
    /// <summary>Where a window envelope shows the address.</summary>
    private const int AddressIndent = 5200;

    internal static byte[] Build() =>
        new TemplatePackage
        {
            Title = "Modèle de lettre d'invitation",
            FooterText = "{{reseau.nom}} · {{territoire.nom}}",
            Body = Head() + Why() + Groups() + Closing(),
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

    private static string Why() =>
        Text("Bonjour,")
        + Mark("{{#visite}}")
        + Text("Nous nous sommes rencontrés le {{visite.date}} : merci encore de votre accueil.")
        + Mark("{{/visite}}")
        + Text(
            "Sur notre territoire, des acteurs de l'inclusion numérique se retrouvent, se connaissent et agissent ensemble.{{#reseau.membres}} Le réseau réunit déjà {{reseau.membres}} structures.{{/reseau.membres}} Nous aimerions que la vôtre en soit."
        )
        + Mark("{{#reseau.raison}}")
        + Text("Ce qui nous réunit : {{reseau.raison}}")
        + Mark("{{/reseau.raison}}")
        + Mark("{{#apport}}")
        + Text("Ce qui nous manque encore, et que vous connaissez bien : {{apport}}.")
        + Mark("{{/apport}}")
        + Advice(
            "{{libre mot}} Un mot pour cet acteur : ce que nous avons vu chez lui, ce que nous attendons de lui, ce qu'il y trouvera."
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
            + Text("Chacun prend part comme il peut, une heure par mois ou davantage. Nos groupes :")
            + Mark("{{/premier}} {{/groupes}}")
            + Table(columns, LoopOnly("groupes", columns))
            + Mark("{{#prochaine}}")
            + Text(
                "Le plus simple est de venir voir : {{prochaine.titre}}, {{prochaine.quand}}{{#prochaine.lieu}}, {{prochaine.lieu}}{{/prochaine.lieu}}. Cela n'engage à rien."
            )
            + Mark("{{/prochaine}}");
    }

    private static string Closing() =>
        Text(
            "Dites-nous ce que vous en pensez, si possible avant le {{lettre.reponse}} : un message ou un appel suffit. Nous vous ouvrirons alors un accès aux documents et aux agendas partagés."
        )
        + Text("Au plaisir de vous compter parmi nous,")
        + Line("{{coordination.personnes}}", AddressIndent, 0);

    private static string Line(string text, int indent, int after, string run = "") =>
        $"<w:p><w:pPr><w:spacing w:after=\"{after}\"/><w:ind w:left=\"{indent}\"/></w:pPr>{Run(text, run)}</w:p>";
}
