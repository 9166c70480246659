using System.Globalization;

namespace Connector.Domain.Workspaces;

/// <summary>What the ledger remembers: what Connector made or adopted, and what it left unfinished.</summary>
public sealed record KnownWorkspace
{
    /// <summary>By resource key.</summary>
    public required IReadOnlyDictionary<string, KnownResource> Resources { get; init; }

    /// <summary>Keys of steps that began and never ended: their outcome is on the server, not here.</summary>
    public required IReadOnlySet<string> Unfinished { get; init; }

    /// <summary>When each of <see cref="Resources"/> was last written down, by key.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> SeenAt { get; init; } =
        new Dictionary<string, DateTimeOffset>();

    /// <summary>
    /// What an older copy of the server does not have, by key, and what has its number today: see
    /// <see cref="ReissuedNumbers"/>. Empty in nearly every run.
    /// </summary>
    public IReadOnlyDictionary<string, string?> Lost { get; init; } = new Dictionary<string, string?>();

    /// <summary>
    /// The objects of each calendar as they were last read, by the calendar's key and then by name. A calendar without
    /// any is left out.
    /// </summary>
    public IReadOnlyDictionary<
        string,
        IReadOnlyDictionary<string, CalendarText>
    > CalendarTexts { get; init; } = new Dictionary<string, IReadOnlyDictionary<string, CalendarText>>();

    public static KnownWorkspace Nothing { get; } =
        new() { Resources = new Dictionary<string, KnownResource>(), Unfinished = new HashSet<string>() };

    /// <summary>Whom Connector let into which group, or saw in it where an administrator keeps it.</summary>
    public IEnumerable<(string GroupId, string UserId)> Memberships =>
        Resources
            .Values.Where(resource => resource.ContentHash != WorkspaceKeys.Gone)
            .Select(resource => WorkspaceKeys.MembershipOf(resource.Key))
            .OfType<(string, string)>();

    /// <summary>The same memory with some things newer.</summary>
    public KnownWorkspace With(IReadOnlyList<KnownResource> newer)
    {
        ArgumentNullException.ThrowIfNull(newer);
        if (newer.Count == 0)
        {
            return this;
        }

        var resources = Resources.ToDictionary(StringComparer.Ordinal);
        foreach (var resource in newer)
        {
            resources[resource.Key] = resource;
        }

        return this with
        {
            Resources = resources,
        };
    }

    public KnownResource? Find(string key) => Resources.GetValueOrDefault(key);

    /// <summary>Whether the area's group is closed, or half closed: nothing is done there.</summary>
    public bool IsClosed(AreaSpec area) =>
        area.WorkingGroupId is { } group && Resources.ContainsKey(WorkspaceKeys.Closed(group));
}

/// <summary>One thing that Connector made or adopted, as it last saw it.</summary>
public sealed record KnownResource
{
    public required string Key { get; init; }

    /// <summary>The server's own identity of it: file id, team folder id, calendar address segment, group id.</summary>
    public required string RemoteId { get; init; }

    /// <summary><see cref="RemoteId"/> where that is a number of the server's; null otherwise, and for what it lost.</summary>
    public long? Number =>
        RemoteId != ReissuedNumbers.Lost
        && long.TryParse(RemoteId, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    /// <summary>Where it was, relative to the account's home; null for things without a path.</summary>
    public string? Path { get; init; }

    /// <summary>ETag or change tag after Connector's own last write or read.</summary>
    public string? ETag { get; init; }

    /// <summary>
    /// Hash of what Connector itself wrote; null when a person wrote it. Only what still has this content may be
    /// replaced.
    /// </summary>
    public string? ContentHash { get; init; }

    /// <summary>
    /// Whether a file still is, byte for byte, what Connector wrote: nobody said anything in it. The hash says it where the
    /// server has one: the server clears it with every edit, while an edit of the same length within the second of our own
    /// writing can leave the ETag (<c>lib/private/Files/Cache/Scanner.php</c>).
    /// </summary>
    public bool IsUntouched(NodeState node)
    {
        ArgumentNullException.ThrowIfNull(node);
        return ContentHash is not null
            && node.ETag is not null
            && (node.Sha1 is null ? node.ETag == ETag : node.Sha1 == ContentHash);
    }

    /// <summary>
    /// SHA-1 of the document that Connector last wrote here, or last merged into what people made of it; the ledger keeps
    /// those bytes. Null where they are not kept: nothing can be merged into such a document.
    /// </summary>
    public string? BaseHash { get; init; }

    /// <summary>
    /// The blueprint that made it, with its version: <c>standard 1.2</c>. Null for what a person made, and for what was
    /// made before the ledger told.
    /// </summary>
    public string? Blueprint { get; init; }
}
