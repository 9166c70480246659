namespace Connector.Domain.Workspaces;

/// <summary>
/// Documents: made once, replaced only while they are byte for byte what Connector wrote, and the people's as soon
/// as anybody touched them.
/// </summary>
internal static class DocumentPlanning
{
    public static void Plan(AreaSpec area, PlanningTable table)
    {
        foreach (var document in area.Documents)
        {
            if (table.Places.TryGetValue(document.ParentKey, out var parent))
            {
                table.Add(Step(area, document, $"{parent}/{document.Name}", table));
            }
        }
    }

    private static PlanStep Step(AreaSpec area, DocumentSpec document, string expected, PlanningTable table)
    {
        var known = table.Known.Find(document.Key);
        var linked = known is null ? null : table.NodeOf(known);
        var there = table.NodeAt(expected);
        var (change, reason, action) = (known, linked, there) switch
        {
            (not null, not null, _) => Follow(document, known, linked),
            (_, null, { IsFolder: true }) => (Change.Conflict, FolderInTheWay, null),
            (_, null, not null) => (
                Change.Adopt,
                PlanReasons.AlreadyThere,
                new Link(Adopted(document, there))
            ),
            (not null, null, null) => (Change.Notice, PlanReasons.RemovedBySomebody, null),
            _ => (
                Change.Create,
                PlanReasons.Missing,
                (WorkspaceAction?)new PutDocument(document, expected, null)
            ),
        };
        return new PlanStep
        {
            Key = document.Key,
            Stage = PlanStage.Documents,
            AreaKey = area.Key,
            Change = change,
            Subject = new Text(
                $"document « {linked?.Path ?? expected} »",
                $"document '{linked?.Path ?? expected}'"
            ),
            Reason = reason,
            Action = action,
        };
    }

    private static (Change, Text, WorkspaceAction?) Follow(
        DocumentSpec document,
        KnownResource known,
        NodeState node
    )
    {
        var wroteIt = known.ContentHash is not null;
        var untouched = wroteIt && (node.ETag == known.ETag || node.Sha1 == known.ContentHash);
        if (wroteIt && !untouched)
        {
            return (Change.Keep, PlanReasons.ChangedBySomebody, null);
        }

        // A hash that cannot be known yet belongs to a document whose data this very run completes.
        if (untouched && document.ContentHash != known.ContentHash)
        {
            return (Change.Update, PlanReasons.ContentMoved, new PutDocument(document, node.Path, node.ETag));
        }

        return (Change.Keep, PlanReasons.InPlace, null);
    }

    /// <summary>A file with exactly our bytes was written by a run that did not live to say so: it is ours.</summary>
    private static KnownResource Adopted(DocumentSpec document, NodeState node) =>
        new()
        {
            Key = document.Key,
            RemoteId = PlanningTable.Id(node.FileId),
            Path = node.Path,
            ETag = node.ETag,
            ContentHash = node.Sha1 is not null && node.Sha1 == document.ContentHash ? node.Sha1 : null,
        };

    private static readonly Text FolderInTheWay = new(
        "un dossier porte ce nom : renommez-le pour que le document puisse être créé",
        "a folder has this name: rename it so that the document can be made"
    );
}
