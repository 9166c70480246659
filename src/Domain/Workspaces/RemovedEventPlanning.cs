namespace Connector.Domain.Workspaces;

/// <summary>
/// What becomes of series that left the territory file: what is to come is cancelled where nobody touched the event, and
/// never deleted.
/// </summary>
internal static class RemovedEventPlanning
{
    public static void Plan(AreaSpec area, CalendarSpec calendar, string uri, PlanningTable table)
    {
        foreach (var item in calendar.Removed)
        {
            var (change, reason, action) = item switch
            {
                { IsTouched: true } => (Change.Notice, Touched, (WorkspaceAction?)null),
                { CalledOff: null } => (Change.Keep, Over, null),
                { IsOneOfMany: true } when !table.Options.Confirm => (Change.Conflict, Many, null),
                _ => (
                    Change.Update,
                    Left,
                    new CallOffEvent(uri, item.ObjectName, item.CalledOff!, item.ETag)
                ),
            };
            var subject = new Text($"les rencontres « {item.Title} »", $"the meetings '{item.Title}'");
            table.Add(
                PlanStep.In(area, PlanStage.Calendars, item.Key, change, subject, reason, action) with
                {
                    Deed = action is null
                        ? null
                        : new Text(
                            $"annuler les rencontres à venir « {item.Title} »",
                            $"cancel the meetings '{item.Title}' to come"
                        ),
                }
            );
        }
    }

    private static readonly Text Left = new(
        "le fichier du territoire ne les prévoit plus, et personne n'y a touché ; rien n'est supprimé",
        "the territory file does not plan them any more, and nobody touched them; nothing is deleted"
    );

    private static readonly Text Touched = new(
        "ne sont plus dans le fichier du territoire, mais quelqu'un a modifié l'événement : gardé tel quel, annulez-le dans l'agenda s'il n'a plus lieu",
        "are no longer in the territory file, but somebody changed the event: kept as it is, cancel it in the calendar if it takes place no more"
    );

    private static readonly Text Over = new(
        "ne sont plus dans le fichier du territoire, et il n'en reste aucune à venir",
        "are no longer in the territory file, and none is left to come"
    );

    private static readonly Text Many = new(
        "plus d'un quart des rencontres ont quitté le fichier du territoire d'un coup : rien n'est annulé ; si c'est voulu, relancez avec --confirm",
        "more than a quarter of the meetings left the territory file at once: nothing is cancelled; if it is meant, run again with --confirm"
    );
}
