using System.Text.Json;
using Connector.Domain;
using Connector.Domain.Documents;
using Connector.Domain.Workspaces;

namespace Connector.Provisioning;

/// <summary>What the ledger keeps of a roadmap's milestones, so that a roadmap is read again only when it was saved.</summary>
/// <param name="ETag">Of the roadmap when it was read; null where it was as Connector wrote it, or not there.</param>
/// <param name="Book">Its milestones.</param>
/// <param name="Unreadable">Why it could not be read; null when it could.</param>
internal sealed record MilestoneMemory(string? ETag, MilestoneBook Book, Text? Unreadable)
{
    public static MilestoneMemory Recall(KnownWorkspace known, string group)
    {
        if (known.Find(WorkspaceKeys.Milestones(group)) is not { ContentHash: { } text } row)
        {
            return new MilestoneMemory(null, new MilestoneBook(), null);
        }

        var kept = JsonSerializer.Deserialize<Kept>(text)!;
        return new MilestoneMemory(row.ETag, kept.Book, kept.Unreadable);
    }

    /// <returns>Null when the ledger has it so.</returns>
    public KnownResource? OnRecord(KnownWorkspace known, string group)
    {
        var key = WorkspaceKeys.Milestones(group);
        var text = JsonSerializer.Serialize(new Kept(Book, Unreadable));
        var there = known.Find(key);
        return
            there is not null && there.ETag == ETag && there.ContentHash == text
            || (there is null && ETag is null && Unreadable is null && Book.Milestones.Count == 0)
            ? null
            : new KnownResource
            {
                Key = key,
                RemoteId = group,
                ETag = ETag,
                ContentHash = text,
            };
    }

    private sealed record Kept(MilestoneBook Book, Text? Unreadable);
}
