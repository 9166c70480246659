namespace Connector.Templates;

/// <summary>The tags of minutes, and the content put under them.</summary>
internal static class MinutesFields
{
    internal static readonly IReadOnlyList<TemplateField> All =
    [
        new("reunion.titre", "Réunion", "Titre de la réunion.", "Comité de suivi"),
        new("reunion.groupe", "Groupe", "Groupe de travail ou comité.", "Groupe Mobilité"),
        new("reunion.reseau", "Réseau", "Nom du réseau.", "Réseau d'inclusion numérique"),
        new("reunion.date", "Date", "Jour de la réunion.", "jeudi 3 décembre 2026"),
        new("reunion.horaire", "Horaire", "De quand à quand.", "14 h – 16 h"),
        new(
            "reunion.quand",
            "Date et horaire",
            "Jour et horaire en une ligne.",
            "jeudi 3 décembre 2026, 14 h – 16 h"
        ),
        new("reunion.lieu", "Lieu", "Où elle se tient.", "Médiathèque, salle 2"),
        new("reunion.animation", "Animation", "Qui anime.", "Maëlle Le Goff"),
        new("reunion.secretaire", "Prise de notes", "Qui prend les notes.", "Loïc N'Diaye"),
        new(
            "reunion.etat",
            "État du compte-rendu",
            "Brouillon, à relire ou validé (liste à choix).",
            "Brouillon"
        ),
        new("convivial", "Temps convivial", "Condition : la réunion est conviviale.", ""),
        new("invites", "Personnes invitées", "Boucle : une ligne par personne.", ""),
        new("invites/present", "Présent", "Case à cocher : la personne était là.", "☒"),
        new("invites/excuse", "Excusé", "Case à cocher : elle a prévenu de son absence.", "☐"),
        new("invites/absent", "Absent", "Case à cocher : elle n'est pas venue.", "☐"),
        new("invites/personne", "Personne", "Nom de la personne.", "Zoé Brûlé-Martin"),
        new("invites/organisation", "Organisation", "Son organisation.", "CCAS de Ribérac"),
        new("invites/role", "Rôle", "Son rôle dans le groupe.", "membre"),
        new("sujets", "Ordre du jour", "Boucle : un point par sujet.", ""),
        new("sujets/sujet", "Sujet", "Sujet à l'ordre du jour.", "Retour sur le bus numérique"),
        new(
            "libre meteo",
            "Météo du groupe",
            "Texte libre : comment chacun arrive.",
            "Chacun dit en un mot…"
        ),
        new("libre convivial", "Temps convivial", "Texte libre : ce qui a été partagé.", "Autour d'un café…"),
        new("libre echanges", "Échanges", "Texte libre : ce qui s'est dit.", "Le bus passera…"),
        new("decisions", "Décisions", "Boucle : une ligne par décision.", ""),
        new("decisions/decision", "Décision", "Ce qui est décidé.", "Ouvrir le lundi"),
        new("decisions/responsable", "Responsable", "Qui la met en œuvre.", "Familles rurales"),
        new("actions", "Actions", "Boucle : une ligne par action.", ""),
        new("actions/quoi", "Quoi", "Ce qu'il y a à faire.", "Réserver la salle"),
        new("actions/qui", "Qui", "Qui s'en charge.", "Loïc N'Diaye"),
        new("actions/quand", "Pour quand", "Échéance.", "15/01/2027"),
        new("actions/statut", "Statut", "Où elle en est (liste à choix).", "À faire"),
        new("prochaine", "Prochaine rencontre", "Condition : la prochaine rencontre est connue.", ""),
        new(
            "prochaine.quand",
            "Quand",
            "Date et horaire de la prochaine rencontre.",
            "jeudi 7 janvier 2027, 14 h – 16 h"
        ),
        new("prochaine.titre", "Titre", "Titre de la prochaine rencontre.", "Comité de suivi"),
        new("prochaine.lieu", "Lieu", "Lieu de la prochaine rencontre.", "Mairie"),
    ];

    internal static DocumentData From(MinutesContent content)
    {
        var day = DateOnly.FromDateTime(content.Start);
        var title = $"Compte-rendu – {content.Title} – {FrenchWords.Date(day, DateStyle.Words)}";
        return new DocumentData(content.Stamp, title) { Catalogue = All }
            .With("reunion.titre", content.Title)
            .With("reunion.groupe", content.Group)
            .With("reunion.reseau", content.Network)
            .With("reunion.date", new DateValue(day, DateStyle.Weekday))
            .With("reunion.horaire", FrenchWords.TimeRange(content.Start, content.End))
            .With("reunion.quand", FrenchWords.Meeting(content.Start, content.End))
            .With("reunion.lieu", content.Place)
            .With("reunion.animation", content.Facilitator)
            .With("reunion.secretaire", content.Secretary)
            .With("reunion.etat", new ChoiceValue(content.State, MinutesContent.States))
            .With("convivial", new ConditionValue(content.IsConvivial))
            .With("invites", new RowsValue([.. content.Guests.Select(Guest)]))
            .With("sujets", new RowsValue([.. content.Agenda.Select(AgendaItem)]))
            .WithFreeText("meteo", null)
            .WithFreeText("convivial", null)
            .WithFreeText("echanges", null)
            .With("decisions", new RowsValue([.. content.Decisions.Select(Decision)]))
            .With("actions", new RowsValue([.. content.Actions.Select(Action)]))
            .With("prochaine", new ConditionValue(content.Next is not null))
            .With(
                "prochaine.quand",
                content.Next is { } next ? FrenchWords.Meeting(next.Start, next.End) : null
            )
            .With("prochaine.titre", content.Next?.Title ?? content.Title)
            .With("prochaine.lieu", content.Next?.Place);
    }

    private static DocumentRow Guest(MinutesGuest guest) =>
        new DocumentRow(guest.Key)
            .With("present", new CheckValue(guest.Attendance == Attendance.Present))
            .With("excuse", new CheckValue(guest.Attendance == Attendance.Excused))
            .With("absent", new CheckValue(guest.Attendance == Attendance.Absent))
            .With("personne", guest.Name)
            .With("organisation", guest.Organisation)
            .With("role", guest.Role);

    private static DocumentRow AgendaItem(string item, int index) =>
        new DocumentRow($"{index + 1}").With("sujet", item);

    private static DocumentRow Decision(MinutesDecision decision) =>
        new DocumentRow(decision.Key).With("decision", decision.Text).With("responsable", decision.Owner);

    private static DocumentRow Action(MinutesAction action) =>
        new DocumentRow(action.Key)
            .With("quoi", action.What)
            .With("qui", action.Who)
            .With("quand", new DateValue(action.Due))
            .With("statut", new ChoiceValue(action.Status ?? "À faire", MinutesContent.ActionStatuses));
}
