using Connector.DocumentFlow;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;

namespace Connector.Provisioning;

/// <summary>
/// All that a run works from: the territory, what should exist with the hashes of its documents, what is known and
/// what is.
/// </summary>
internal sealed record ProvisionScope
{
    private Dictionary<string, AreaSpec>? _areas;
    private Dictionary<string, string>? _stamps;

    /// <summary>The territory's slug: its name in the ledger.</summary>
    public required string Territory { get; init; }

    public required ChosenStrategy Strategy { get; init; }

    public required Territory Source { get; init; }

    public required WorkspaceSpec Spec { get; init; }

    public required KnownWorkspace Known { get; init; }

    /// <summary>What the ledger has to be told first: <see cref="Known"/> has it already.</summary>
    public required IReadOnlyList<KeyMove> Moves { get; init; }

    public required WorkspaceSnapshot Snapshot { get; init; }

    /// <summary>What the server refuses in names.</summary>
    public required NameMemory Names { get; init; }

    /// <summary>The same, for a run that writes the ledger; null when it has it, so that nobody asked in this run.</summary>
    public KnownResource? NamesToRemember { get; init; }

    /// <summary>The hashes of the documents, for a run that writes the ledger; null when it has them.</summary>
    public KnownResource? ToRemember { get; init; }

    /// <summary>What the look itself taught, for the ledger.</summary>
    public IReadOnlyList<KnownResource> Learnt =>
        [
            .. new[] { ToRemember, NamesToRemember }.OfType<KnownResource>(),
            .. Known.Lost.Keys.Select(key => Known.Resources[key]),
        ];

    public required DocumentComposer Documents { get; init; }

    /// <summary>Public addresses of calendars that the server has already, by the calendar's key.</summary>
    public required IReadOnlyDictionary<string, Uri> Addresses { get; init; }

    /// <summary>What a step made, with the blueprint that asked for it where that is an area, folder or document.</summary>
    public IReadOnlyList<KnownResource> Stamped(IReadOnlyList<KnownResource> made)
    {
        _stamps ??= Spec
            .Areas.SelectMany(area =>
                area.Folders.Select(folder => folder.Key)
                    .Concat(area.Documents.Select(document => document.Key))
                    .Append(area.Key)
                    .Select(key => (key, stamp: area.Blueprint.ToString()))
            )
            .ToDictionary(pair => pair.key, pair => pair.stamp, StringComparer.Ordinal);
        return
        [
            .. made.Select(resource =>
                _stamps.TryGetValue(resource.Key, out var stamp) && !IsPersons(resource)
                    ? resource with
                    {
                        Blueprint = stamp,
                    }
                    : resource
            ),
        ];
    }

    /// <summary>A document that somebody else wrote in the meantime has no hash of ours.</summary>
    private static bool IsPersons(KnownResource made) => made is { ETag: not null, ContentHash: null };

    public DocumentSpec DocumentOf(string areaKey, string key) =>
        AreaOf(areaKey).Documents.First(document => document.Key == key);

    public AreaSpec AreaOf(string areaKey) =>
        (_areas ??= Spec.Areas.ToDictionary(area => area.Key, StringComparer.Ordinal))[areaKey];
}
