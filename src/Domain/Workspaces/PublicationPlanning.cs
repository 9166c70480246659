namespace Connector.Domain.Workspaces;

/// <summary>
/// The public address of a calendar, which stands on posters and in phones: given once and never again. Where it is gone or
/// another one, that is told in each plan, whatever is enforced: publishing anew would give another address, and only a
/// person can say that people are to be told.
/// </summary>
internal static class PublicationPlanning
{
    public static void Plan(
        AreaSpec area,
        CalendarSpec calendar,
        string uri,
        CalendarState? state,
        PlanningTable table
    )
    {
        var key = WorkspaceKeys.Public(calendar.Key);
        var known = table.Known.Find(key);
        var address = state?.PublicAddress?.AbsoluteUri;
        var given = new KnownResource { Key = key, RemoteId = address ?? "" };
        var (change, reason, action) = (known, address) switch
        {
            (null, not null) => (Change.Adopt, PlanReasons.AlreadyThere, (WorkspaceAction?)new Link(given)),
            (null, null) => (Change.Create, Why, new PublishCalendar(uri)),
            // A calendar that is made again has no address to keep.
            (not null, null) => table.Options.Restore || state is null
                ? (Change.Create, GivenAnew(known.RemoteId), new PublishCalendar(uri))
                : (Change.Notice, Withdrawn(known.RemoteId), null),
            _ when PublicAddress.IsSame(known.RemoteId, address) => (Change.Keep, PlanReasons.InPlace, null),
            _ when table.Options.Restore => (Change.Adopt, Accepted(known.RemoteId), new Link(given)),
            _ => (Change.Notice, Other(known.RemoteId, address), null),
        };
        var subject = new Text(
            $"l'adresse publique de l'agenda « {calendar.DisplayName} »",
            $"the public address of the calendar '{calendar.DisplayName}'"
        );
        table.Add(PlanStep.In(area, PlanStage.Calendars, key, change, subject, reason, action));
    }

    private static readonly Text Why = new(
        "on s'y abonne ainsi depuis un téléphone",
        "so people subscribe to it from a phone"
    );

    private static Text GivenAnew(string before) =>
        new(
            $"l'ancienne ({before}) ne mène plus à rien : qui y était abonné doit s'abonner à la nouvelle",
            $"the former one ({before}) leads nowhere any more: who subscribed to it has to subscribe to the new one"
        );

    private static Text Accepted(string before) =>
        new(
            $"elle a changé et --restore l'accepte ; qui était abonné à l'ancienne ({before}) doit s'abonner à celle-ci",
            $"it has changed and --restore accepts it; who subscribed to the former one ({before}) has to subscribe to this one"
        );

    private static Text Withdrawn(string before) =>
        new(
            $"quelqu'un l'a retirée : les téléphones abonnés à {before} ne reçoivent plus rien. La publier à nouveau donnerait une autre adresse : Connector ne le fait que si --restore le demande, et refait alors les affiches",
            $"somebody withdrew it: phones that subscribed to {before} receive nothing any more. Publishing again would give another address: Connector does so only where --restore asks for it, and then makes the posters anew"
        );

    private static Text Other(string before, string now) =>
        new(
            $"elle n'est plus celle des affiches déjà imprimées : {before} est devenue {now}. Prévenez les abonnés ; --restore accepte la nouvelle",
            $"it is no more the one on the posters that were printed: {before} has become {now}. Tell those who subscribed; --restore accepts the new one"
        );
}
