namespace Connector.Templates;

/// <summary>Minutes as a web page: the sections of the template « Compte-rendu », in its order.</summary>
internal static class MinutesPage
{
    internal static string From(DocumentData data)
    {
        var page = new DocumentPage(data);
        Head(page);
        page.Section("invites", page.Say("Personnes invitées", "People invited"), () => Guests(page));
        page.Section(
            "sujets",
            page.Say("Ordre du jour", "Agenda"),
            () => page.Items("ol", page.Rows("sujets"), "sujet")
        );
        if (data.Fields.GetValueOrDefault("convivial") is { IsPresent: true })
        {
            page.Section(
                "meteo",
                page.Say("Météo du groupe", "Weather of the group"),
                () => page.FreeText("meteo")
            );
            page.Section(
                "convivial",
                page.Say("Temps convivial", "Convivial time"),
                () => page.FreeText("convivial")
            );
        }

        page.Section("echanges", page.Say("Échanges", "Discussion"), () => page.FreeText("echanges"));
        page.Section("decisions", page.Say("Décisions", "Decisions"), () => Decisions(page));
        page.Section("actions", "Actions", () => Actions(page));
        page.Section(
            "prochaine",
            page.Say("Prochaine rencontre", "Next meeting"),
            () => Next(page, data.Fields.GetValueOrDefault("prochaine") is { IsPresent: true })
        );
        return page.Finish(
            string.Join(
                " · ",
                page.Words("reunion.reseau"),
                page.Words("reunion.titre"),
                page.Words("reunion.date")
            )
        );
    }

    private static void Head(DocumentPage page)
    {
        page.Title(
            page.Say("Compte-rendu", "Minutes"),
            page.Words("reunion.titre"),
            $"{page.Words("reunion.date")}, {page.Words("reunion.horaire")}"
        );
        page.Facts(
            (page.Say("Réseau", "Network"), page.Words("reunion.reseau")),
            (page.Say("Groupe", "Group"), page.Words("reunion.groupe")),
            (page.Say("Lieu", "Place"), page.Words("reunion.lieu")),
            (page.Say("Animation", "Facilitation"), page.Words("reunion.animation")),
            (page.Say("Prise de notes", "Notes taken by"), page.Words("reunion.secretaire")),
            (page.Say("État", "State"), page.Words("reunion.etat"))
        );
    }

    /// <summary>Three boxes to tick are for paper and the word processor: a page tells which one was ticked.</summary>
    private static void Guests(DocumentPage page) =>
        page.Table(
            page.Say("Personnes invitées", "People invited"),
            [.. page.Rows("invites").Select(guest => WithAttendance(page, guest))],
            new("personne", "Personne", "Person"),
            new("organisation", "Organisation", "Organisation"),
            new("presence", "Présence", "Attendance")
        );

    private static DocumentRow WithAttendance(DocumentPage page, DocumentRow guest)
    {
        var ticked =
            IsTicked(guest, "present") ? page.Say("présent", "present")
            : IsTicked(guest, "excuse") ? page.Say("excusé", "excused")
            : IsTicked(guest, "absent") ? "absent"
            : "";
        return new DocumentRow(guest.Key)
            .With("personne", page.Words(guest.Fields, "personne"))
            .With("organisation", page.Words(guest.Fields, "organisation"))
            .With("presence", ticked);
    }

    private static bool IsTicked(DocumentRow guest, string field) =>
        guest.Fields.GetValueOrDefault(field) is CheckValue { IsChecked: true };

    private static void Decisions(DocumentPage page) =>
        page.Table(
            page.Say("Décisions", "Decisions"),
            page.Rows("decisions"),
            new("decision", "Décision", "Decision"),
            new("responsable", "Responsable", "Responsible")
        );

    private static void Actions(DocumentPage page) =>
        page.Table(
            "Actions",
            page.Rows("actions"),
            new("quoi", "Quoi", "What"),
            new("qui", "Qui", "Who"),
            new("quand", "Pour quand", "Due"),
            new("statut", "Statut", "Status")
        );

    private static void Next(DocumentPage page, bool isKnown)
    {
        if (!isKnown)
        {
            page.Paragraph(
                page.Say(
                    "Date, heure et lieu à fixer ensemble.",
                    "Date, time and place to agree on together."
                )
            );
            return;
        }

        string[] words =
        [
            page.Words("prochaine.titre"),
            page.Words("prochaine.quand"),
            page.Words("prochaine.lieu"),
        ];
        page.Paragraph(string.Join(" · ", words.Where(word => word.Length > 0)));
    }
}
