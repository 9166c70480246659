using System.Globalization;
using System.Text;
using Connector.Domain.Territories;

namespace Connector.Domain.Workspaces;

/// <summary>The table that the planners work on: the snapshot indexed, the ledger, and the steps written so far.</summary>
internal sealed class PlanningTable
{
    private readonly Dictionary<string, NodeState> _byPath = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NodeState> _byFoldedPath = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, NodeState> _byId = new(StringComparer.Ordinal);
    private readonly List<PlanStep> _steps = [];

    private readonly WorkspaceSpec _spec;

    public PlanningTable(
        WorkspaceSpec spec,
        WorkspaceSnapshot snapshot,
        KnownWorkspace known,
        PlanOptions options
    )
    {
        _spec = spec;
        Options = options;
        Snapshot = snapshot;
        Known = known;
        Claims = new PlanningClaims(spec, known);
        foreach (var node in snapshot.Nodes)
        {
            _byPath.TryAdd(Normalise(node.Path), node);
            _byFoldedPath.TryAdd(Normalise(node.Path), node);
            _byId.TryAdd(Id(node.FileId), node);
        }
    }

    public WorkspaceSnapshot Snapshot { get; }

    public KnownWorkspace Known { get; }

    public PlanOptions Options { get; }

    public Strategy Strategy => _spec.Strategy;

    /// <summary>« le groupe « gt » », « l'équipe « Jeunes » »: ids of groups can be read, names alone tell of teams.</summary>
    public Text Called(string groupId)
    {
        var team = _spec.Groups.FirstOrDefault(group => group.IsTeam && group.GroupId == groupId);
        return team is null
            ? new Text($"le groupe « {groupId} »", $"the group '{groupId}'")
            : new Text($"l'équipe « {team.DisplayName} »", $"the team '{team.DisplayName}'");
    }

    public Enforcement Enforcement(ManagedField field) => _spec.Enforcement.GetValueOrDefault(field);

    /// <summary>What becomes of something that a person changed: told, not even told, or set right by an action.</summary>
    public (Change, Text, WorkspaceAction?) ByHand(ManagedField field, Text told, WorkspaceAction setBack) =>
        Enforcement(field) switch
        {
            Territories.Enforcement.Enforced => (Change.Update, PlanReasons.SetBack, setBack),
            Territories.Enforcement.Ignored => (Change.Keep, told, null),
            _ => (Change.Notice, told, null),
        };

    /// <summary>What becomes of something that the ledger knew and that is gone: told, or made again when asked for.</summary>
    public (Change, Text, WorkspaceAction?) Gone(WorkspaceAction make) =>
        Options.Restore
            ? (Change.Create, PlanReasons.Restored, make)
            : (Change.Notice, PlanReasons.RemovedBySomebody, null);

    /// <summary>What belongs to something else of the plan already, and is not to be taken for this.</summary>
    public PlanningClaims Claims { get; }

    public IReadOnlyList<PlanStep> Steps => _steps;

    /// <summary>Whether this plan publishes a calendar, whose address a document may be waiting for.</summary>
    public bool Publishes => _steps.Exists(step => step.Action is PublishCalendar);

    /// <summary>Where each area and folder really is, by key. A key that is absent cannot be written into.</summary>
    public Dictionary<string, string> Places { get; } = new(StringComparer.Ordinal);

    /// <summary>Keys of the areas whose team folder this plan makes or first opens: nothing can be inside yet.</summary>
    public HashSet<string> ToMake { get; } = new(StringComparer.Ordinal);

    /// <summary>Groups that exist or that this plan makes.</summary>
    public HashSet<string> Groups { get; } = new(StringComparer.Ordinal);

    public static string Id(long id) => id.ToString(CultureInfo.InvariantCulture);

    /// <summary>
    /// The node at a path; else one whose path differs by case alone, for on Windows and macOS the two would be one.
    /// </summary>
    public NodeState? NodeAt(string path)
    {
        var composed = Normalise(path);
        return _byPath.GetValueOrDefault(composed) ?? _byFoldedPath.GetValueOrDefault(composed);
    }

    /// <summary>
    /// The node that the ledger linked, wherever it is today. A node of the other kind is not it: a server restored
    /// from a backup gives old numbers to new things.
    /// </summary>
    public NodeState? NodeOf(KnownResource? known, bool isFolder) =>
        known is not null && _byId.TryGetValue(known.RemoteId, out var node) && node.IsFolder == isFolder
            ? node
            : null;

    public void Add(PlanStep step) => _steps.Add(step);

    /// <summary>macOS clients write decomposed accents: both forms name the same thing.</summary>
    public static string Normalise(string path) =>
        path.IsNormalized(NormalizationForm.FormC) ? path : path.Normalize(NormalizationForm.FormC);

    /// <summary>Whether two names would be the same for a member, whatever their case and their accents' spelling.</summary>
    public static bool SameName(string one, string other) =>
        string.Equals(Normalise(one), Normalise(other), StringComparison.OrdinalIgnoreCase);
}
