using Connector.CalendarSync;
using Connector.Domain;
using Connector.Domain.Workspaces;

namespace Connector.Provisioning;

/// <summary>
/// What is told of events that show people to whoever has the calendar's public address. Connector changes none of them: who
/// is invited is a person's decision.
/// </summary>
internal static class ExposureNotices
{
    public static IReadOnlyList<AreaNotice> Of(
        CalendarSpec calendar,
        string groupId,
        IReadOnlyDictionary<string, CopiedEntry> entries
    ) =>
        [
            .. entries
                .Where(pair => pair.Value.Exposes != Exposed.Nothing)
                .Select(pair => (Copy: WorkspaceKeys.CopyOf(pair.Key), Entry: pair.Value))
                .Where(pair => pair.Copy?.GroupId == groupId)
                .OrderBy(pair => pair.Copy!.Value.ObjectName, StringComparer.Ordinal)
                .Select(pair => Notice(calendar, pair.Copy!.Value.ObjectName, pair.Entry)),
        ];

    private static AreaNotice Notice(CalendarSpec calendar, string name, CopiedEntry entry)
    {
        var (french, english) = Words(entry.Exposes);
        var title = entry.Title.Length > 0 ? entry.Title : name;
        return new AreaNotice(
            $"{calendar.Key}#exposes:{name}",
            PlanStage.Calendars,
            new Text(
                $"« {title} » dans l'agenda « {calendar.DisplayName} »",
                $"'{title}' in the calendar '{calendar.DisplayName}'"
            ),
            new Text(
                $"montre {french} à qui a l'adresse publique de l'agenda : {Remedy(entry.Exposes).French}. L'agenda du réseau ne le montre pas",
                $"shows {english} to whoever has the calendar's public address: {Remedy(entry.Exposes).English}. The network's calendar does not show it"
            )
        );
    }

    private static (string French, string English) Words(Exposed exposed)
    {
        (Exposed Flag, string French, string English)[] all =
        [
            (Exposed.Attendees, "les invités", "who is invited"),
            (Exposed.Organiser, "l'organisateur ou un contact", "the organiser or a contact"),
            (
                Exposed.Words,
                "un nom, une adresse ou un téléphone dans son texte",
                "a name, an address or a telephone in its text"
            ),
            (
                Exposed.Elsewhere,
                "un nom, une adresse ou un téléphone dans un champ qu'un logiciel a ajouté",
                "a name, an address or a telephone in a field that a program added"
            ),
        ];
        var found = all.Where(item => exposed.HasFlag(item.Flag)).ToList();
        return (
            string.Join(", ", found.Select(item => item.French)),
            string.Join(", ", found.Select(item => item.English))
        );
    }

    private static Text Remedy(Exposed exposed) =>
        (exposed & (Exposed.Attendees | Exposed.Organiser)) != 0
            ? new Text(
                "retirez les invités (les membres du groupe voient l'agenda sans être invités), ou rendez l'événement « confidentiel »",
                "take the guests out (members of the group see the calendar without being invited), or make the event 'confidential'"
            )
            : new Text(
                "retirez-le, ou rendez l'événement « confidentiel »",
                "take it out, or make the event 'confidential'"
            );
}
