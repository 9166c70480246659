using static Connector.Templates.Tests.BuiltInTemplatesBuilder.Blocks;

namespace Connector.Templates.Tests.BuiltInTemplatesBuilder;

/// <summary>« Ordre du jour »: a page to send before the meeting.</summary>
internal static class AgendaTemplate
{
    internal static byte[] Build() =>
        new TemplatePackage
        {
            Title = "Modèle d'ordre du jour",
            FooterText = "{{reunion.reseau}} · {{reunion.titre}} · {{reunion.date}}",
            Body = Head() + Topics() + Actions() + People() + Next(),
        }.ToBytes();

    private static string Head() =>
        Paragraph("Surtitre", "Ordre du jour")
        + Paragraph("Title", "{{reunion.titre}}")
        + Paragraph("Subtitle", "{{reunion.date}}, {{reunion.horaire}}")
        + Facts(
            ("Réseau", "{{reunion.reseau}}"),
            ("Groupe", "{{reunion.groupe}}"),
            ("Lieu", "{{reunion.lieu}}"),
            ("Animation", "{{reunion.animation}}"),
            ("Prise de notes", "{{reunion.secretaire}}")
        )
        + Heading(1, "Objectif de la rencontre")
        + Advice(
            "{{libre objectif}} En une phrase : ce que nous voulons avoir décidé, compris ou partagé à la fin."
        );

    private static string Topics()
    {
        Column[] columns =
        [
            new("N°", "{{numero}}", 700, "CaseDeTableau"),
            new("Sujet", "{{sujet}}", 5338),
            new("Présenté par", "", 2200),
            new("Durée", "", 1400),
        ];
        return Heading(1, "Sujets")
            + Table(columns, Loop("sujets", columns))
            + Mark("{{#convivial}}")
            + Text("La rencontre commence par la météo du groupe et se termine par un temps convivial.")
            + Mark("{{/convivial}}")
            + Heading(1, "À préparer")
            + Advice("{{libre preparer}} Ce que chacun lit, complète ou apporte avant la rencontre.");
    }

    private static string Actions()
    {
        Column[] columns =
        [
            new("Quoi", "{{quoi}}", 4300),
            new("Qui", "{{qui}}", 2538),
            new("Pour quand", "{{quand}}", 1450),
            new("Statut", "{{statut}}", 1350),
        ];
        return Mark("{{#actions}} {{#premier}}")
            + Heading(1, "Actions en cours")
            + Mark("{{/premier}} {{/actions}}")
            + Table(columns, LoopOnly("actions", columns));
    }

    private static string People() =>
        Mark("{{#invites}} {{#premier}}")
        + Heading(1, "Personnes invitées")
        + Mark("{{/premier}} {{/invites}}")
        + Mark("{{#invites}}")
        + Paragraph("ListBullet", "{{personne}}{{#organisation}}, {{organisation}}{{/organisation}}")
        + Mark("{{/invites}}");

    private static string Next() =>
        Mark("{{#prochaine}}")
        + Heading(1, "Rencontre suivante")
        + Text(
            "{{prochaine.titre}}, {{prochaine.quand}}{{#prochaine.lieu}}, {{prochaine.lieu}}{{/prochaine.lieu}}."
        )
        + Mark("{{/prochaine}}");
}
