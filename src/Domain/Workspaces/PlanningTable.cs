using System.Text;

namespace Connector.Domain.Workspaces;

/// <summary>The table that the planners work on: the snapshot indexed, the ledger, and the steps written so far.</summary>
internal sealed class PlanningTable
{
    private readonly Dictionary<string, NodeState> _byPath;
    private readonly Dictionary<string, NodeState> _byId;
    private readonly List<PlanStep> _steps = [];

    public PlanningTable(WorkspaceSnapshot snapshot, KnownWorkspace known)
    {
        Snapshot = snapshot;
        Known = known;
        _byPath = new Dictionary<string, NodeState>(StringComparer.Ordinal);
        _byId = new Dictionary<string, NodeState>(StringComparer.Ordinal);
        foreach (var node in snapshot.Nodes)
        {
            _byPath.TryAdd(Normalise(node.Path), node);
            _byId.TryAdd(Id(node.FileId), node);
        }
    }

    public WorkspaceSnapshot Snapshot { get; }

    public KnownWorkspace Known { get; }

    public IReadOnlyList<PlanStep> Steps => _steps;

    /// <summary>Where each area and folder really is, by key. A key that is absent cannot be written into.</summary>
    public Dictionary<string, string> Places { get; } = new(StringComparer.Ordinal);

    /// <summary>Groups that exist or that this plan makes.</summary>
    public HashSet<string> Groups { get; } = new(StringComparer.Ordinal);

    public static string Id(long id) => id.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public NodeState? NodeAt(string path) => _byPath.GetValueOrDefault(Normalise(path));

    /// <summary>The node that the ledger linked to <paramref name="known"/>, wherever it is today.</summary>
    public NodeState? NodeOf(KnownResource known) => _byId.GetValueOrDefault(known.RemoteId);

    public void Add(PlanStep step) => _steps.Add(step);

    /// <summary>macOS clients write decomposed accents: both forms name the same thing.</summary>
    private static string Normalise(string path) =>
        path.IsNormalized(NormalizationForm.FormC) ? path : path.Normalize(NormalizationForm.FormC);
}
