using Connector.Domain;
using Connector.Domain.Workspaces;

namespace Connector.Provisioning;

/// <summary>What people are told of how calendars could be read.</summary>
internal static class CalendarNotices
{
    private const int MostNames = 5;

    public static WorkspaceSpec Add(WorkspaceSpec spec, WorkspaceSnapshot snapshot, KnownWorkspace known) =>
        spec with
        {
            Areas =
            [
                .. spec.Areas.Select(area =>
                    area.Calendar is { } calendar
                    && snapshot.CalendarOf(calendar, known) is { } state
                    && Of(calendar, state) is { } notice
                        ? area with
                        {
                            Notices = [.. area.Notices, notice],
                        }
                        : area
                ),
            ],
        };

    private static AreaNotice? Of(CalendarSpec calendar, CalendarState state)
    {
        var subject = new Text(
            $"l'agenda « {calendar.DisplayName} »",
            $"the calendar '{calendar.DisplayName}'"
        );
        return state switch
        {
            { IsUnreadable: true } => new AreaNotice(
                $"{calendar.Key}#unreadable",
                PlanStage.Calendars,
                subject,
                Unreadable
            ),
            { Proof: { IsMatch: false } proof } => new AreaNotice(
                $"{calendar.Key}#missed",
                PlanStage.Calendars,
                subject,
                Missed(proof)
            ),
            _ => null,
        };
    }

    private static Text Missed(CalendarProof proof)
    {
        var names = string.Join(", ", proof.Missed.Take(MostNames));
        var more = proof.Missed.Count > MostNames ? ", …" : "";
        return new Text(
            $"la vérification quotidienne a trouvé des changements que le serveur n'avait pas annoncés ({names}{more}) : ils sont relus",
            $"the daily check found changes that the server had not told of ({names}{more}): they are read again"
        );
    }

    private static readonly Text Unreadable = new(
        "n'a pas pu être lu : Connector n'en conclut rien et s'en tient à ce qu'il en savait",
        "could not be read: Connector concludes nothing and keeps to what it knew of it"
    );
}
