using System.Globalization;

namespace Connector.Domain.Workspaces.Drift;

/// <summary>
/// What the comparisons work on: the server as the last run saw it, as it is, and what that run itself made, which the
/// ledger knows under the time at which it was done.
/// </summary>
internal sealed class DriftTable
{
    private readonly KnownWorkspace _known;
    private readonly DateTimeOffset _since;
    private readonly HashSet<(string Path, string ETag)> _forms;

    public DriftTable(
        WorkspaceSpec spec,
        WorkspaceSnapshot then,
        WorkspaceSnapshot now,
        KnownWorkspace known,
        DateTimeOffset since
    )
    {
        (Spec, Then, Now, _known, _since) = (spec, then, now, known, since);
        NowById = now
            .Nodes.GroupBy(node => node.FileId)
            .ToDictionary(group => group.Key, group => group.First());
        Nodes = known
            .Resources.Values.Where(resource => WorkspaceKeys.IsNode(resource.Key))
            .ToLookup(resource => WorkspaceKeys.AreaOf(resource.Key), StringComparer.Ordinal);
        _forms =
        [
            .. known
                .Resources.Values.Where(resource =>
                    WorkspaceKeys.IsPdf(resource.Key) && resource is { Path: not null, ETag: not null }
                )
                .Select(resource => (PlanningTable.Normalise(resource.Path!), resource.ETag!)),
        ];
    }

    public WorkspaceSpec Spec { get; }

    public WorkspaceSnapshot Then { get; }

    public WorkspaceSnapshot Now { get; }

    public IReadOnlyDictionary<long, NodeState> NowById { get; }

    /// <summary>Folders and documents of the blueprints, by the key of their area.</summary>
    public ILookup<string, KnownResource> Nodes { get; }

    public List<DriftLine> Lines { get; } = [];

    public KnownResource? Known(string key) => _known.Find(key);

    /// <summary>What the last run made, changed or linked, as it left it; null for what it only looked at.</summary>
    public KnownResource? Fresh(string key) =>
        _known.SeenAt.TryGetValue(key, out var at) && at >= _since ? _known.Find(key) : null;

    /// <summary>Whether a file is a PDF that Connector laid beside a document, as it laid it there.</summary>
    public bool IsOwnForm(NodeState node) =>
        node.ETag is { } etag && _forms.Contains((PlanningTable.Normalise(node.Path), etag));

    public static long? Number(string? text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    public void Add(AreaSpec area, DriftKind kind, string key, Text what, params IReadOnlyList<long> ids) =>
        Lines.Add(
            new DriftLine
            {
                Kind = kind,
                Key = key,
                Group = area.WorkingGroupId,
                What = what,
                FileIds = ids,
            }
        );
}
