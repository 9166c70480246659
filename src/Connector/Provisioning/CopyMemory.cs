using System.Text.Json;
using Connector.CalendarSync;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;

namespace Connector.Provisioning;

/// <summary>
/// What each object of a group's calendar gave the last time, under its ETag: copies are made anew only of what moved. All of
/// them are when the names of groups or people change, or the program does.
/// </summary>
internal sealed class CopyMemory
{
    private readonly string _of;
    private readonly IReadOnlyDictionary<string, CopiedEntry> _entries;

    private CopyMemory(string of, IReadOnlyDictionary<string, CopiedEntry> entries) =>
        (_of, _entries) = (of, entries);

    public static CopyMemory Recall(KnownWorkspace known, Territory territory)
    {
        var of = ContentHash.Sha1(
            JsonSerializer.SerializeToUtf8Bytes(
                new
                {
                    territory.TimeZone,
                    People = territory.People.Select(person => person.Name),
                    Erased = WorkspaceKeys.ErasedIn(known).Order(StringComparer.Ordinal),
                    Telephones = territory.Organisations.Select(item => item.Telephone),
                    Groups = territory.Groups.Select(group => new { group.Id, group.Name }),
                    Program = typeof(CopyMemory).Assembly.ManifestModule.ModuleVersionId,
                }
            )
        );
        return new CopyMemory(
            of,
            known.Find(WorkspaceKeys.Copied) is { ContentHash: { } text } row && row.ETag == of
                ? JsonSerializer.Deserialize<Dictionary<string, CopiedEntry>>(text)!
                : new Dictionary<string, CopiedEntry>()
        );
    }

    /// <summary>What an object of this ETag gave; null when it is to be looked at.</summary>
    public CopiedEntry? Find(string key, string etag) =>
        _entries.GetValueOrDefault(key) is { } entry && entry.ETag == etag ? entry : null;

    /// <returns>Null when the ledger has it so.</returns>
    public KnownResource? OnRecord(IReadOnlyDictionary<string, CopiedEntry> now, KnownWorkspace known)
    {
        var row = new KnownResource
        {
            Key = WorkspaceKeys.Copied,
            RemoteId = WorkspaceKeys.NetworkCalendar,
            ETag = _of,
            ContentHash = JsonSerializer.Serialize(
                new SortedDictionary<string, CopiedEntry>(
                    now.ToDictionary(StringComparer.Ordinal),
                    StringComparer.Ordinal
                )
            ),
        };
        return known.Find(row.Key) == row ? null : row;
    }
}

/// <param name="ETag">Of the object.</param>
/// <param name="Hash">MD5 of its copy; null for what is not to be shown.</param>
/// <param name="Title">Of the meeting.</param>
internal sealed record CopiedEntry(string ETag, string? Hash, string Title)
{
    /// <summary>Nothing can be read in it: its copy stays as it is.</summary>
    public bool IsUnread { get; init; }

    /// <summary>What the group's own feed tells of people.</summary>
    public Exposed Exposes { get; init; }
}
