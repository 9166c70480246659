using static Connector.Templates.Tests.BuiltInTemplatesBuilder.Blocks;

namespace Connector.Templates.Tests.BuiltInTemplatesBuilder;

/// <summary>« Compte-rendu »: ready before the meeting, completed during it.</summary>
internal static class MinutesTemplate
{
    private const int BlankDecisions = 3;
    private const int BlankActions = 4;

    internal static byte[] Build() => Package.ToBytes();

    internal static byte[] BuildInEnglish() =>
        (Package with { Title = "Minutes template", English = new EnglishWords(Words) }).ToBytes();

    private static TemplatePackage Package =>
        new()
        {
            Title = "Modèle de compte-rendu",
            FooterText = "{{reunion.reseau}} · {{reunion.titre}} · {{reunion.date}}",
            Body =
                Head() + Guests() + Agenda() + Convivial() + Exchanges() + Decisions() + Actions() + Next(),
        };

    private const string Words = """
        Compte-rendu = Minutes
        Réseau = Network
        Groupe = Group
        Lieu = Place
        Animation = Facilitation
        Prise de notes = Notes taken by
        État = State
        Personnes invitées = People invited
        Personne = Person
        Organisation = Organisation
        Présent = Present
        Excusé = Excused
        Absent = Absent
        Ordre du jour = Agenda
        Météo du groupe = Weather of the group
        {{libre meteo}} Chacun dit en un mot comment il arrive : grand soleil, éclaircies, brouillard… = {{libre meteo}} Everybody says in a word how they arrive: bright sun, sunny spells, fog…
        Temps convivial = Convivial time
        {{libre convivial}} Ce qui a été partagé : rencontres, découvertes, remerciements. = {{libre convivial}} What was shared: people met, discoveries, thanks.
        Échanges = Discussion
        {{libre echanges}} Les points abordés, dans l'ordre du jour : idées, questions, désaccords. = {{libre echanges}} What was said, in the order of the agenda: ideas, questions, disagreements.
        Décisions = Decisions
        Décision = Decision
        Responsable = Responsible
        Actions = Actions
        Quoi = What
        Qui = Who
        Pour quand = Due
        Statut = Status
        À faire = To do
        En cours = In progress
        Fait = Done
        Abandonné = Dropped
        Prochaine rencontre = Next meeting
        Quand = When
        Réunion = Meeting
        Date, heure et lieu à fixer ensemble avant de se quitter. = Date, time and place to agree on before leaving.
        """;

    private static string Head() =>
        Paragraph("Surtitre", "Compte-rendu")
        + Paragraph("Title", "{{reunion.titre}}")
        + Paragraph("Subtitle", "{{reunion.date}}, {{reunion.horaire}}")
        + Facts(
            ("Réseau", "{{reunion.reseau}}"),
            ("Groupe", "{{reunion.groupe}}"),
            ("Lieu", "{{reunion.lieu}}"),
            ("Animation", "{{reunion.animation}}"),
            ("Prise de notes", "{{reunion.secretaire}}"),
            ("État", "{{reunion.etat}}")
        );

    private static string Guests()
    {
        const string Box = "CaseDeTableau";
        Column[] columns =
        [
            new("Personne", "{{personne}}", 2900),
            new("Organisation", "{{organisation}}", 3788),
            new("Présent", "{{present}}", 1000, Box),
            new("Excusé", "{{excuse}}", 1000, Box),
            new("Absent", "{{absent}}", 950, Box),
        ];
        return Heading(1, "Personnes invitées") + Table(columns, Loop("invites", columns));
    }

    private static string Agenda() =>
        Heading(1, "Ordre du jour")
        + Mark("{{#sujets}}")
        + Paragraph("ListNumber", "{{sujet}}")
        + Mark("{{/sujets}} {{^sujets}}")
        + Paragraph("ListNumber", "…")
        + Mark("{{/sujets}}");

    private static string Convivial() =>
        Mark("{{#convivial}}")
        + Heading(1, "Météo du groupe")
        + Advice(
            "{{libre meteo}} Chacun dit en un mot comment il arrive : grand soleil, éclaircies, brouillard…"
        )
        + Heading(1, "Temps convivial")
        + Advice("{{libre convivial}} Ce qui a été partagé : rencontres, découvertes, remerciements.")
        + Mark("{{/convivial}}");

    private static string Exchanges() =>
        Heading(1, "Échanges")
        + Advice(
            "{{libre echanges}} Les points abordés, dans l'ordre du jour : idées, questions, désaccords."
        );

    private static string Decisions()
    {
        Column[] columns =
        [
            new("Décision", "{{decision}}", 6438),
            new("Responsable", "{{responsable}}", 3200),
        ];
        var blank = Enumerable.Repeat(Row(columns, _ => ""), BlankDecisions);
        return Heading(1, "Décisions") + Table(columns, LoopOnly("decisions", columns).Concat(blank));
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
        var blank = Enumerable
            .Range(1, BlankActions)
            .Select(number => Row(columns, column => BlankAction(column, number)));
        return Heading(1, "Actions") + Table(columns, LoopOnly("actions", columns).Concat(blank));
    }

    /// <summary>Blank lines have their calendar and their list too.</summary>
    private static string BlankAction(Column column, int number) =>
        column.Header switch
        {
            "Pour quand" => Control(
                column,
                number,
                "<w:date><w:dateFormat w:val=\"dd/MM/yyyy\"/><w:lid w:val=\"fr-FR\"/><w:storeMappedDataAs w:val=\"dateTime\"/><w:calendar w:val=\"gregorian\"/></w:date>",
                Placeholders.Date
            ),
            "Statut" => Control(
                column,
                number,
                $"<w:dropDownList>{string.Concat(MinutesContent.ActionStatuses.Select(status => $"<w:listItem w:displayText=\"{status}\" w:value=\"{status}\"/>"))}</w:dropDownList>",
                Placeholders.Choice
            ),
            _ => "",
        };

    private static string Control(Column column, int number, string kind, string placeholder) =>
        $"<w:p><w:pPr><w:pStyle w:val=\"{column.Style}\"/></w:pPr><w:sdt><w:sdtPr><w:alias w:val=\"{column.Header}\"/>"
        + $"<w:tag w:val=\"actions.nouvelle-{number}.{column.Content.Trim('{', '}')}\"/>"
        + $"<w:id w:val=\"{100 + (number * 2) + (column.Header == "Statut" ? 1 : 0)}\"/><w:showingPlcHdr/>{kind}</w:sdtPr>"
        + $"<w:sdtContent>{Run(placeholder, "<w:color w:val=\"767676\"/>")}</w:sdtContent></w:sdt></w:p>";

    private static string Next() =>
        Heading(1, "Prochaine rencontre")
        + Mark("{{#prochaine}}")
        + Facts(
            ("Quand", "{{prochaine.quand}}"),
            ("Réunion", "{{prochaine.titre}}"),
            ("Lieu", "{{prochaine.lieu}}")
        )
        + Mark("{{/prochaine}} {{^prochaine}}")
        + Advice("Date, heure et lieu à fixer ensemble avant de se quitter.")
        + Mark("{{/prochaine}}");
}
