using Connector.Domain.Workspaces;

namespace Connector.Domain.Tests.Workspaces;

internal sealed partial class ModelExecutor
{
    private List<KnownResource> Put(PlanStep step, PutDocument action, string hash)
    {
        var there = server.At(action.Path);
        Refuse(action.IfMatch is null && IsSeen(server.Twin(action.Path)), $"document {action.Path}");
        if (there is null && action.IfMatch is null && Parent(action.Path) is { } parent)
        {
            there = server.AddNode(parent, Name(action.Path), isFolder: false, byPerson: false);
            there.Sha1 = hash;
        }
        else if (there is not null && there.ETag == action.IfMatch)
        {
            Refuse(there.IsPersons, $"content of {action.Path}");
            there.ETag = server.NextTag();
            there.Sha1 = hash;
        }

        return there is null
            ? []
            :
            [
                Resource(step.Key, Some.Id(there.Id)) with
                {
                    Path = there.Path,
                    ETag = there.ETag,
                    ContentHash = there.Sha1 == hash ? hash : null,
                    BaseHash = there.Sha1 == hash && action.Document.IsMerged ? hash : null,
                },
            ];
    }

    /// <summary>
    /// What a dead run wrote and nobody knows of is merged like a person's words; either way the file is nobody's to
    /// replace from then on.
    /// </summary>
    private List<KnownResource> Merge(PlanStep step, MergeDocument action, string hash)
    {
        var there = server.At(action.Path)!;
        (there.ETag, there.Sha1, there.IsPersons) = (
            server.NextTag(),
            Some.Hash($"{there.Sha1} with {hash}"),
            true
        );
        return
        [
            Resource(step.Key, Some.Id(there.Id)) with
            {
                Path = there.Path,
                ETag = there.ETag,
                BaseHash = hash,
            },
        ];
    }
}
