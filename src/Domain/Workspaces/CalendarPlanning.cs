using Connector.Domain.Territories;

namespace Connector.Domain.Workspaces;

/// <summary>Calendars, their shares and public address, and one event for each series.</summary>
internal static class CalendarPlanning
{
    public static void Plan(AreaSpec area, CalendarSpec calendar, PlanningTable table)
    {
        var known = table.Known.Find(calendar.Key);
        var state = Find(calendar, known, table);
        var link = new KnownResource { Key = calendar.Key, RemoteId = state?.Uri ?? calendar.Uri };
        var (change, reason, action) = (known, state) switch
        {
            (null, null) => (
                Change.Create,
                PlanReasons.AskedBy(area.Blueprint),
                (WorkspaceAction?)new CreateCalendar(calendar)
            ),
            (not null, null) => table.Gone(new CreateCalendar(calendar)),
            (null, not null) => (Change.Adopt, PlanReasons.AlreadyThere, new Link(link)),
            _ => (Change.Keep, PlanReasons.InPlace, null),
        };
        var subject = new Text(
            $"l'agenda « {calendar.DisplayName} »",
            $"the calendar '{calendar.DisplayName}'"
        );
        table.Add(PlanStep.In(area, PlanStage.Calendars, calendar.Key, change, subject, reason, action));
        if (change == Change.Notice)
        {
            return;
        }

        var uri = state?.Uri ?? (change == Change.Create ? calendar.Uri : link.RemoteId);
        table.Calendars[calendar.Key] = (uri, state);
        PlanShares(area, calendar, uri, state, table);
        PublicationPlanning.Plan(area, calendar, uri, state, table);
        if (state is { IsEmptied: true } && !table.Options.Restore)
        {
            return;
        }

        foreach (var item in calendar.Events)
        {
            PlanEvent(area, uri, item, state, table);
        }

        RemovedEventPlanning.Plan(area, calendar, uri, table);
        MilestonePlanning.Plan(area, calendar, uri, state, table);
    }

    /// <summary>By the ledger's link, else by our own address, else by name when it is nobody else's.</summary>
    private static CalendarState? Find(CalendarSpec calendar, KnownResource? known, PlanningTable table)
    {
        var all = table.Snapshot.Calendars;
        return known is not null
            ? all.FirstOrDefault(state => state.Uri == known.RemoteId)
            : all.FirstOrDefault(state => state.Uri == calendar.Uri && table.Claims.Take(state, calendar.Key))
                ?? all.FirstOrDefault(state =>
                    state.DisplayName == calendar.DisplayName && table.Claims.Take(state, calendar.Key)
                );
    }

    private static void PlanShares(
        AreaSpec area,
        CalendarSpec calendar,
        string uri,
        CalendarState? state,
        PlanningTable table
    )
    {
        foreach (var (groupId, readWrite) in calendar.Shares.Where(share => table.Groups.Contains(share.Key)))
        {
            var key = $"{calendar.Key}/share:{groupId}";
            var (change, reason, action) = Facet(
                table.Known.Find(key),
                state?.Shares.ContainsKey(groupId) == true,
                new KnownResource { Key = key, RemoteId = groupId },
                new ShareCalendar(uri, groupId, readWrite),
                FollowsIt,
                table
            );
            // What a group may do with it follows from the group alone: another right was given by hand.
            var isOther = state?.Shares.TryGetValue(groupId, out var given) == true && given != readWrite;
            if (
                isOther
                && (action is null || table.Enforcement(ManagedField.Calendars) == Enforcement.Enforced)
            )
            {
                (change, reason, action) = table.ByHand(
                    ManagedField.Calendars,
                    PlanReasons.ChangedBySomebody,
                    new ShareCalendar(uri, groupId, readWrite)
                );
            }

            var with = table.Called(groupId);
            var subject = new Text(
                $"le partage de l'agenda « {calendar.DisplayName} » avec {with.French}",
                $"the sharing of the calendar '{calendar.DisplayName}' with {with.English}"
            );
            table.Add(PlanStep.In(area, PlanStage.Calendars, key, change, subject, reason, action));
        }
    }

    /// <summary>
    /// A share. What is there goes on record even when we did not make it: only so is its removal
    /// known for a person's decision.
    /// </summary>
    private static (Change, Text, WorkspaceAction?) Facet(
        KnownResource? known,
        bool present,
        KnownResource resource,
        WorkspaceAction make,
        Text why,
        PlanningTable table
    ) =>
        (known, present) switch
        {
            (null, true) => (Change.Adopt, PlanReasons.AlreadyThere, new Link(resource)),
            (null, false) => (Change.Create, why, make),
            (_, true) => (Change.Keep, PlanReasons.InPlace, null),
            _ when table.Options.Restore => table.Gone(make),
            _ => table.ByHand(ManagedField.Calendars, PlanReasons.RemovedBySomebody, make),
        };

    private static void PlanEvent(
        AreaSpec area,
        string uri,
        EventSpec item,
        CalendarState? state,
        PlanningTable table
    )
    {
        var known = table.Known.Find(item.Key);
        var unread = state is { Objects: null };
        var etag = unread ? known?.ETag : state?.Objects?.GetValueOrDefault(item.ObjectName);
        var (change, reason, action) = (known, etag) switch
        {
            (null, null) => (Change.Create, Written, (WorkspaceAction?)new PutEvent(uri, item, null)),
            (null, not null) => (Change.Adopt, PlanReasons.AlreadyThere, new Link(Adopted(item, etag))),
            (not null, null) when !unread => table.Gone(new PutEvent(uri, item, null)),
            _ when item.Merge is { Text: not null } merge => (
                Change.Update,
                MergeWords.Of(merge, item.Key),
                new MergeEvent(uri, item.ObjectName, item.ContentHash, merge)
            ),
            _ when item.Merge is { Conflicts.Count: > 0 } merge => (
                Change.Notice,
                MergeWords.Of(merge, item.Key),
                null
            ),
            _ when item.Merge is not null => (Change.Keep, PlanReasons.ChangedBySomebody, null),
            _ when known.ContentHash is null || known.ContentHash == item.ContentHash => (
                Change.Keep,
                known.ETag == etag ? PlanReasons.InPlace : PlanReasons.ChangedBySomebody,
                null
            ),
            (_, not null) when known.ETag == etag => (
                Change.Update,
                PlanReasons.ContentMoved,
                new PutEvent(uri, item, etag)
            ),
            (_, not null) when IsOurs(item, etag) => (
                Change.Adopt,
                PlanReasons.LinkedAnew,
                new Link(Adopted(item, etag))
            ),
            _ => (Change.Notice, PlanReasons.ChangedBySomebody, null),
        };
        var subject = new Text(
            $"les rencontres « {item.Series.Title} »",
            $"the meetings '{item.Series.Title}'"
        );
        table.Add(PlanStep.In(area, PlanStage.Calendars, item.Key, change, subject, reason, action));
    }

    /// <summary>An object with exactly our bytes was written by a run that did not live to say so: it is ours.</summary>
    private static KnownResource Adopted(EventSpec item, string etag) =>
        new()
        {
            Key = item.Key,
            RemoteId = item.ObjectName,
            ETag = etag,
            ContentHash = IsOurs(item, etag) ? item.ContentHash : null,
        };

    private static bool IsOurs(EventSpec item, string etag) =>
        etag.Trim('"') is var hash && (hash == item.ContentHash || hash == item.LinkedHash);

    private static readonly Text FollowsIt = new(
        "ce groupe suit ces rencontres",
        "this group follows these meetings"
    );

    private static readonly Text Written = new(
        "le fichier du territoire les prévoit",
        "the territory file plans them"
    );
}
