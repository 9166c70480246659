namespace Connector.Domain.Workspaces;

/// <summary>
/// The network's calendar: a copy of what stands in each group's, also of what this very plan writes there. Copies are
/// Connector's own. One that somebody deleted is made again; one that somebody changed is left and told.
/// </summary>
internal static class NetworkPlanning
{
    public static void Plan(WorkspaceSpec spec, PlanningTable table)
    {
        foreach (var area in spec.Areas)
        {
            if (
                area.Calendar is { Copies: { } copies } calendar
                && table.Calendars.TryGetValue(calendar.Key, out var place)
            )
            {
                Plan(area, place.Uri, place.State, [.. Settled(copies, spec, table)], table);
            }
        }
    }

    /// <summary>What is to be there after this plan: the objects that it writes are copied as it leaves them.</summary>
    private static IEnumerable<EventCopy> Settled(
        IReadOnlyList<EventCopy> copies,
        WorkspaceSpec spec,
        PlanningTable table
    )
    {
        var groups = spec
            .Areas.Where(area => area.WorkingGroupId is not null)
            .ToDictionary(area => area.Key, area => area.WorkingGroupId!, StringComparer.Ordinal);
        var titles = copies.ToDictionary(copy => copy.Key, copy => copy.Title, StringComparer.Ordinal);
        var written = new Dictionary<string, EventCopy>(StringComparer.Ordinal);
        foreach (
            var step in table.Steps.Where(step =>
                step.AreaKey is not null && groups.ContainsKey(step.AreaKey)
            )
        )
        {
            if (Written(step, groups[step.AreaKey!]) is not { } copy)
            {
                continue;
            }

            if (titles.TryGetValue(copy.Key, out var title))
            {
                written[copy.Key] = copy with { Title = title };
            }
            else if (step.Action is PutEvent or PutMilestone)
            {
                // What is there and not to be shown stays so, whatever is done to it.
                written[copy.Key] = copy;
            }
        }

        return copies
            .Where(copy => !written.ContainsKey(copy.Key) && (copy.IsWithdrawn || IsTheirs(copy, table)))
            .Concat(written.Values)
            .OrderBy(copy => copy.Key, StringComparer.Ordinal);
    }

    /// <summary>Two groups of one name have each its own calendar, whichever was looked at before the plan was made.</summary>
    private static bool IsTheirs(EventCopy copy, PlanningTable table) =>
        table.Calendars.TryGetValue(WorkspaceKeys.Calendar(copy.GroupId), out var place)
        && place.Uri == copy.SourceUri;

    private static EventCopy? Written(PlanStep step, string groupId)
    {
        return step.Action switch
        {
            PutEvent put => Copy(put.CalendarUri, put.Event.ObjectName, put.Event.Series.Title),
            PutMilestone put => Copy(
                put.CalendarUri,
                put.Milestone.ObjectName,
                put.Milestone.Milestone.Title
            ),
            MergeEvent merge => Copy(merge.CalendarUri, merge.ObjectName, merge.ObjectName),
            CallOffEvent off => Copy(off.CalendarUri, off.ObjectName, off.ObjectName),
            LinkEvent link => Copy(link.CalendarUri, link.ObjectName, link.ObjectName),
            _ => null,
        };

        EventCopy Copy(string uri, string name, string title) =>
            new()
            {
                Key = WorkspaceKeys.Copy(groupId, name),
                ObjectName = EventCopy.NameOf(groupId, name),
                GroupId = groupId,
                SourceUri = uri,
                SourceName = name,
                Title = title,
            };
    }

    private static void Plan(
        AreaSpec area,
        string uri,
        CalendarState? state,
        IReadOnlyList<EventCopy> copies,
        PlanningTable table
    )
    {
        foreach (var copy in copies)
        {
            var known = table.Known.Find(copy.Key);
            var (change, reason, action) = Decide(copy, known, ETagOf(copy, state, known), uri);
            if (action is null && change == Change.Keep && copy.IsWithdrawn)
            {
                continue;
            }

            table.Add(
                PlanStep.In(
                    area,
                    PlanStage.Copies,
                    copy.Key,
                    change,
                    Subject(copy, table.Called(copy.GroupId)),
                    reason,
                    action
                )
            );
        }
    }

    /// <summary>What was listed now, else what stood there when the calendar last moved.</summary>
    private static string? ETagOf(EventCopy copy, CalendarState? state, KnownResource? known) =>
        state is null ? null
        : state.Objects is { } objects ? objects.GetValueOrDefault(copy.ObjectName)
        : state.Texts is { } texts ? texts.GetValueOrDefault(copy.ObjectName)?.ETag
        : known?.ETag;

    private static (Change, Text, WorkspaceAction?) Decide(
        EventCopy copy,
        KnownResource? known,
        string? etag,
        string uri
    )
    {
        if (etag is null)
        {
            return copy.IsWithdrawn
                ? (Change.Keep, PlanReasons.InPlace, null)
                : (Change.Create, known is null ? Shown : MadeAgain, new CopyEvent(uri, copy, null));
        }

        var isMine = known is { ContentHash: not null } && known.ETag == etag;
        return isMine && known!.ContentHash == copy.ContentHash ? (Change.Keep, PlanReasons.InPlace, null)
            : etag.Trim('"') == copy.ContentHash
                ? (Change.Adopt, PlanReasons.LinkedAnew, new Link(OnRecord(copy, etag)))
            : isMine ? (Change.Update, copy.IsWithdrawn ? Withdrawn : Moved, new CopyEvent(uri, copy, etag))
            // What it will be is known only when the object is written: then it shows whether this is it.
            : copy.ContentHash is null ? (Change.Update, Moved, new CopyEvent(uri, copy, null))
            : (Change.Notice, ChangedCopy, null);
    }

    private static KnownResource OnRecord(EventCopy copy, string etag) =>
        new()
        {
            Key = copy.Key,
            RemoteId = copy.ObjectName,
            ETag = etag,
            ContentHash = copy.ContentHash,
        };

    private static Text Subject(EventCopy copy, Text group) =>
        new(
            $"« {copy.Title} » ({group.French}) dans l'agenda du réseau",
            $"'{copy.Title}' ({group.English}) in the network's calendar"
        );

    private static readonly Text Shown = new(
        "l'agenda du réseau montre les rencontres de tous les groupes",
        "the network's calendar shows the meetings of all groups"
    );

    private static readonly Text MadeAgain = new(
        "quelqu'un a supprimé cette copie, et la rencontre est toujours dans l'agenda du groupe",
        "somebody deleted this copy, and the meeting still is in the group's calendar"
    );

    private static readonly Text Moved = new(
        "l'agenda du groupe a changé, et personne n'a touché à la copie",
        "the group's calendar has changed, and nobody touched the copy"
    );

    private static readonly Text Withdrawn = new(
        "elle n'est plus dans l'agenda du groupe, ou n'y est plus publique : la copie est marquée annulée",
        "it is in the group's calendar no more, or is not public there: the copy is marked as cancelled"
    );

    private static readonly Text ChangedCopy = new(
        "quelqu'un a changé cette copie : gardée telle quelle. Changez plutôt la rencontre dans l'agenda du groupe, puis supprimez la copie : elle sera refaite",
        "somebody changed this copy: kept as it is. Change the meeting in the group's calendar instead, then delete the copy: it will be made anew"
    );
}
