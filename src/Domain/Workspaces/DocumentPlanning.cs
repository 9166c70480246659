namespace Connector.Domain.Workspaces;

/// <summary>
/// Documents: made once, replaced only while they are byte for byte what Connector wrote, and the people's as soon
/// as anybody touched them. New data are then merged into roadmaps and minutes, and kept out of all else.
/// </summary>
internal static class DocumentPlanning
{
    public static void Plan(AreaSpec area, PlanningTable table)
    {
        foreach (var document in area.Documents)
        {
            if (table.Places.TryGetValue(document.ParentKey, out var parent))
            {
                Plan(area, document, parent, table);
            }
        }
    }

    private static void Plan(AreaSpec area, DocumentSpec document, string parent, PlanningTable table)
    {
        var expected = $"{parent}/{document.Name}";
        var named = new Named(document.Key, document.Name, document.FormerNames, document.FormerParents);
        var known = table.Known.Find(document.Key);
        var linked = table.NodeOf(known, isFolder: false);
        var there = table.ToMake.Contains(area.Key)
            ? null
            : table.NodeAt(expected) ?? table.FormerNode(named, parent, isFolder: false);
        if (
            linked is null
            && there is null
            && document is { CalendarKey: { } calendar, ContentHash: null }
            && !table.Publishes(calendar)
        )
        {
            // Its calendar has no address to show, and gets none.
            return;
        }

        var (change, reason, action) = linked is not null
            ? Follow(document, known!, linked, table)
            : Decide(area, document, known, there, expected, table);
        var path = linked?.Path ?? there?.Path ?? expected;
        var subject = new Text($"le document « {path} »", $"the document '{path}'");
        table.Add(PlanStep.In(area, PlanStage.Documents, document.Key, change, subject, reason, action));
        if ((linked ?? there) is { IsFolder: false } node && change != Change.Conflict)
        {
            RenamePlanning.Plan(area, named, node, parent, table);
        }
    }

    private static (Change, Text, WorkspaceAction?) Decide(
        AreaSpec area,
        DocumentSpec document,
        KnownResource? known,
        NodeState? there,
        string expected,
        PlanningTable table
    ) =>
        (known, there) switch
        {
            (_, { IsFolder: true }) => (Change.Conflict, FolderInTheWay, null),
            (_, not null) when !table.Claims.Take(there, document.Key) => (
                Change.Conflict,
                PlanReasons.TakenByAnother,
                null
            ),
            (_, not null) => (Change.Adopt, PlanReasons.AlreadyThere, new Link(Adopted(document, there))),
            (not null, null) => table.Gone(known, isFolder: false, new PutDocument(document, expected, null)),
            _ => (
                Change.Create,
                table.AskedFor(area, document.Key),
                new PutDocument(document, expected, null)
            ),
        };

    private static (Change, Text, WorkspaceAction?) Follow(
        DocumentSpec document,
        KnownResource known,
        NodeState node,
        PlanningTable table
    )
    {
        if (known is { ContentHash: null, BaseHash: null })
        {
            return (Change.Keep, PlanReasons.InPlace, null);
        }

        if (!known.IsUntouched(node))
        {
            // Our newer bytes, which a run wrote without living to say so.
            return node.Sha1 is not null && node.Sha1 == document.ContentHash
                ? (Change.Adopt, PlanReasons.LinkedAnew, new Link(Adopted(document, node)))
                : FollowWords(document, known, node, table);
        }

        // A hash that cannot be known yet belongs to a document whose data this very run completes.
        var moved = document.ContentHash is null
            ? table.Publishes(document.CalendarKey)
            : document.ContentHash != known.ContentHash;
        return moved
            ? (
                Change.Update,
                document.Meeting is null ? PlanReasons.DocumentMoved : PlanReasons.MeetingContentMoved,
                new PutDocument(document, node.Path, node.ETag) { Replaces = known.ContentHash }
            )
            : (Change.Keep, PlanReasons.InPlace, null);
    }

    /// <summary>
    /// A document that people wrote in. What was merged into it stays theirs: it is never taken for untouched, whatever
    /// its hash.
    /// </summary>
    private static (Change, Text, WorkspaceAction?) FollowWords(
        DocumentSpec document,
        KnownResource known,
        NodeState node,
        PlanningTable table
    )
    {
        if (document.Kind == DocumentKind.ActionRegister)
        {
            return document.IsBehind && known.BaseHash is { } last
                ? (
                    Change.Update,
                    PlanReasons.ActionsMoved,
                    new MergeDocument(document, node.Path, node.FileId, last)
                )
                : (Change.Keep, PlanReasons.ChangedBySomebody, null);
        }

        if (
            !document.IsMerged
            || document.ContentHash is not { } hash
            || hash == (known.BaseHash ?? known.ContentHash)
        )
        {
            return (Change.Keep, PlanReasons.ChangedBySomebody, null);
        }

        if (known.BaseHash is null)
        {
            return (Change.Notice, PlanReasons.NoBase, null);
        }

        var tried = table.Known.Find(WorkspaceKeys.Unmerged(document.Key));
        return tried is not null && tried.ContentHash == hash && tried.ETag == node.ETag
            ? (Change.Notice, PlanReasons.NotMergeable, null)
            : (
                Change.Update,
                document.Meeting is null
                    ? PlanReasons.ContentMovedUnderWords
                    : PlanReasons.MeetingContentMovedUnderWords,
                new MergeDocument(document, node.Path, node.FileId, known.BaseHash)
            );
    }

    /// <summary>A file with exactly our bytes was written by a run that did not live to say so: it is ours.</summary>
    private static KnownResource Adopted(DocumentSpec document, NodeState node)
    {
        var ours = node.Sha1 is not null && node.Sha1 == document.ContentHash ? node.Sha1 : null;
        return new KnownResource
        {
            Key = document.Key,
            RemoteId = PlanningTable.Id(node.FileId),
            Path = node.Path,
            ETag = node.ETag,
            ContentHash = ours,
            BaseHash = document.IsMerged ? ours : null,
        };
    }

    private static readonly Text FolderInTheWay = new(
        "un dossier porte ce nom : renommez-le pour que le document puisse être créé",
        "a folder has this name: rename it so that the document can be made"
    );
}
