using Connector.DocumentFlow;
using Connector.Domain.Documents;
using Connector.Domain.Workspaces;

namespace Connector.Actions;

/// <summary>What Connector itself has just written into minutes and sheets: the next look need not read it.</summary>
internal static class ActionMemory
{
    /// <param name="context">The territory, with the actions as they were before.</param>
    /// <param name="known">The ledger's memory.</param>
    /// <param name="snapshot">The server as the run saw it.</param>
    /// <param name="written">Documents as they were written.</param>
    public static ActionBoard After(
        ComposedTerritory context,
        KnownWorkspace known,
        WorkspaceSnapshot snapshot,
        IReadOnlyList<WrittenFile> written
    )
    {
        // What is new was not there when the run looked.
        var nodes = written.ToDictionary(one => one.Known.RemoteId, Node, StringComparer.Ordinal);
        var others = snapshot.Nodes.Where(node => !nodes.ContainsKey(ActionLook.Id(node.FileId)));
        var files = new ActionFiles(context, known, snapshot with { Nodes = [.. others, .. nodes.Values] });
        var byKey = files.ByKey();
        var echoes = new List<ActionReading>();
        foreach (var one in written.Where(one => byKey.ContainsKey(one.Known.Key)))
        {
            var file = byKey[one.Known.Key] with { Node = nodes[one.Known.RemoteId] };
            var reading = files.Read(file, one.Bytes, one.Known.ETag);
            var place = reading.Place with { IsRestored = false };
            // What Connector itself writes into published minutes is no change of anybody's.
            var isAsPublished = context.Board.Find(place.Key) is { IsChangedSincePublished: false };
            echoes.Add(
                reading with
                {
                    IsEcho = true,
                    Place =
                        isAsPublished && place.PublishedMeaning is not null
                            ? place with
                            {
                                PublishedMeaning = place.Meaning,
                            }
                            : place,
                }
            );
        }

        return ActionMerge.Hear(context.Board, echoes);
    }

    private static NodeState Node(WrittenFile one) =>
        new()
        {
            Path = one.Known.Path!,
            IsFolder = false,
            FileId = one.Known.Number ?? 0,
            ETag = one.Known.ETag,
        };
}

/// <summary>A document as it was written.</summary>
/// <param name="Known">Which, where, and its ETag.</param>
/// <param name="Bytes">What it says.</param>
internal sealed record WrittenFile(KnownResource Known, ReadOnlyMemory<byte> Bytes);
