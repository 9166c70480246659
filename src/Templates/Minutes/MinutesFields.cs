namespace Connector.Templates;

/// <summary>The tags of minutes, and the content put under them.</summary>
internal static class MinutesFields
{
    internal static readonly IReadOnlyList<TemplateField> All = FieldTable.Read("compte-rendu");

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
