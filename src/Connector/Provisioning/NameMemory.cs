using System.Text.Json;
using Connector.Domain.Workspaces;
using Connector.Nextcloud.Ocs;

namespace Connector.Provisioning;

/// <summary>
/// What the server refuses in names, as it last said. Names that exist are not spelled anew, so a run with nothing to
/// do needs not ask; one that has something to do asks before it acts.
/// </summary>
internal sealed record NameMemory
{
    private const string Key = "names";

    public IReadOnlyList<string> Characters { get; init; } = [];

    public IReadOnlyList<string> Names { get; init; } = [];

    public IReadOnlyList<string> BaseNames { get; init; } = [];

    public IReadOnlyList<string> Extensions { get; init; } = [];

    public NameRules Rules => new(Characters, Names, BaseNames, Extensions);

    public static NameMemory Of(ServerCapabilities server) =>
        new()
        {
            Characters = server.ForbiddenCharacters,
            Names = server.ForbiddenNames,
            BaseNames = server.ForbiddenBaseNames,
            Extensions = server.ForbiddenExtensions,
        };

    /// <summary>Null when nobody asked yet.</summary>
    public static NameMemory? Recall(KnownWorkspace known) =>
        known.Find(Key)?.ContentHash is { } kept ? JsonSerializer.Deserialize<NameMemory>(kept) : null;

    public KnownResource OnRecord() =>
        new()
        {
            Key = Key,
            RemoteId = Key,
            ContentHash = Written,
        };

    public bool Says(NameMemory? other) => other is not null && Written == other.Written;

    private string Written => JsonSerializer.Serialize(this);
}
