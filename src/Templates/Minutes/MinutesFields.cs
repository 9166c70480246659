namespace Connector.Templates;

/// <summary>The tags of minutes, and the content put under them.</summary>
internal static class MinutesFields
{
    internal static readonly IReadOnlyList<TemplateField> All = FieldTable.Read("compte-rendu");

    internal static DocumentData From(MinutesContent content)
    {
        var day = DateOnly.FromDateTime(content.Start);
        var isFrench = FieldWords.IsFrench(content.Language);
        var title =
            $"{(isFrench ? "Compte-rendu" : "Minutes")} – {content.Title} – {FieldWords.Of(new DateValue(day, DateStyle.Words), content.Language)}";
        var data = new DocumentData(content.Stamp, title)
        {
            Language = content.Language,
            Catalogue = isFrench ? All : FieldTable.InEnglish(All),
        };
        return Meeting(data, content)
            .With("reunion.etat", new ChoiceValue(content.State ?? States(content)[0], States(content)))
            .WithFreeText("meteo", null)
            .WithFreeText("convivial", null)
            .WithFreeText("echanges", null)
            .With("decisions", new RowsValue([.. content.Decisions.Select(Decision)]));
    }

    /// <summary>What is known of a meeting before it takes place.</summary>
    internal static DocumentData Meeting(DocumentData data, MinutesContent content)
    {
        var day = DateOnly.FromDateTime(content.Start);
        return data.With("reunion.titre", Title(content))
            .With("reunion.groupe", content.Group)
            .With("reunion.reseau", content.Network)
            .With("reunion.date", new DateValue(day, DateStyle.Weekday))
            .With("reunion.horaire", MeetingWords.TimeRange(content.Start, content.End, content.Language))
            .With("reunion.quand", MeetingWords.Of(content.Start, content.End, content.Language))
            .With("reunion.lieu", content.Place)
            .With("reunion.animation", content.Facilitator)
            .With("reunion.secretaire", content.Secretary)
            .With("convivial", new ConditionValue(content.IsConvivial))
            .With("invites", new RowsValue([.. content.Guests.Select(Guest)]))
            .With("sujets", new RowsValue([.. content.Agenda.Select(AgendaItem)]))
            .With("actions", new RowsValue([.. content.Actions.Select(action => Action(action, content))]))
            .With("prochaine", new ConditionValue(content.Next is not null))
            .With(
                "prochaine.quand",
                content.Next is { } next ? MeetingWords.Of(next.Start, next.End, content.Language) : null
            )
            .With("prochaine.titre", content.Next?.Title ?? content.Title)
            .With("prochaine.lieu", content.Next?.Place);
    }

    /// <summary>« Comité de suivi – ANNULÉE »</summary>
    private static string Title(MinutesContent content) =>
        !content.IsCancelled ? content.Title
        : FieldWords.IsFrench(content.Language) ? $"{content.Title} – ANNULÉE"
        : $"{content.Title} – CANCELLED";

    private static IReadOnlyList<string> States(MinutesContent content) =>
        FieldWords.IsFrench(content.Language) ? MinutesContent.States : MinutesContent.EnglishStates;

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

    private static DocumentRow Action(MinutesAction action, MinutesContent content)
    {
        var statuses = FieldWords.IsFrench(content.Language)
            ? MinutesContent.ActionStatuses
            : MinutesContent.EnglishActionStatuses;
        return new DocumentRow(action.Key)
            .With("quoi", action.What)
            .With("qui", action.Who)
            .With("quand", new DateValue(action.Due))
            .With("statut", new ChoiceValue(action.Status ?? statuses[0], statuses));
    }
}
