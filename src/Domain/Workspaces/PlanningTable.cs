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
    private ILookup<string, KnownResource>? _knownNodes;
    private ILookup<string, TrashState>? _trash;

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

    /// <summary>
    /// What is said of something that people call otherwise, or moved within its area: where names are enforced the
    /// step that sets the name back says it.
    /// </summary>
    public (Change, Text, WorkspaceAction?) Renamed(string path) =>
        (
            Enforcement(ManagedField.Names) == Territories.Enforcement.Warned ? Change.Notice : Change.Keep,
            PlanReasons.Renamed(path),
            null
        );

    /// <summary>Whether an older copy of the server does not have it: no number stands for it any more.</summary>
    public static bool IsLost(KnownResource? known) => known?.RemoteId == ReissuedNumbers.Lost;

    /// <summary>As <see cref="Gone(WorkspaceAction)"/>, for something that somebody deleted or the server lost.</summary>
    public (Change, Text, WorkspaceAction?) Gone(KnownResource known, WorkspaceAction make) =>
        !IsLost(known) ? Gone(make)
        : Options.Restore ? (Change.Create, PlanReasons.RestoredAfterCopy, make)
        : (Change.Notice, PlanReasons.LostByServer(Known.Lost.GetValueOrDefault(known.Key)), null);

    /// <summary>What becomes of something that the ledger knew and that is gone: told, or made again when asked for.</summary>
    public (Change, Text, WorkspaceAction?) Gone(WorkspaceAction make) =>
        Options.Restore
            ? (Change.Create, PlanReasons.Restored, make)
            : (Change.Notice, PlanReasons.RemovedBySomebody, null);

    /// <summary>As <see cref="Gone(WorkspaceAction)"/>, for a file or folder: out of the trash bin where that has it.</summary>
    public (Change, Text, WorkspaceAction?) Gone(KnownResource known, bool isFolder, WorkspaceAction make)
    {
        if (!Options.Restore || IsLost(known))
        {
            return Gone(known, make);
        }

        _trash ??= Snapshot.Trash.ToLookup(item => Id(item.FileId), StringComparer.Ordinal);
        if (_trash[known.RemoteId].FirstOrDefault(item => item.IsFolder == isFolder) is not { } item)
        {
            return (Change.Create, PlanReasons.RestoredAnew, make);
        }

        var slash = item.Path.LastIndexOf('/');
        var hasParent = slash < 0 || NodeAt(item.Path[..slash]) is { IsFolder: true };
        return hasParent && NodeAt(item.Path) is null
            ? (Change.Create, PlanReasons.TakenOutOfTrash, new RestoreNode(item.Name, item.FileId, item.Path))
            : (Change.Conflict, PlanReasons.NoWayBack(item.Path), null);
    }

    /// <summary>What belongs to something else of the plan already, and is not to be taken for this.</summary>
    public PlanningClaims Claims { get; }

    public IReadOnlyList<PlanStep> Steps => _steps;

    /// <summary>Whether this plan publishes a calendar, this one or any, whose address a document may be waiting for.</summary>
    public bool Publishes(string? calendarKey) =>
        _steps.Exists(step =>
            step.Action is PublishCalendar
            && (calendarKey is null || step.Key == WorkspaceKeys.Public(calendarKey))
        );

    /// <summary>Where each area and folder really is, by key. A key that is absent cannot be written into.</summary>
    public Dictionary<string, string> Places { get; } = new(StringComparer.Ordinal);

    /// <summary>
    /// Where each calendar is, by key, and what it is now where the server has it; one that somebody deleted is absent.
    /// </summary>
    public Dictionary<string, (string Uri, CalendarState? State)> Calendars { get; } =
        new(StringComparer.Ordinal);

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

    /// <summary>
    /// What has a former name of something that the ledger does not know: after the ledger was lost, that is the thing.
    /// </summary>
    public NodeState? FormerNode(Named item, string parent, bool isFolder) =>
        Known.Find(item.Key) is not null
            ? null
            : item
                .FormerNames.Select(name => NodeAt($"{parent}/{name}"))
                .FirstOrDefault(node =>
                    node is not null && node.IsFolder == isFolder && Claims.IsFree(node, item.Key)
                );

    /// <summary>As <see cref="NodeOf"/>, whatever kind it is of.</summary>
    public NodeState? AnyNodeOf(KnownResource known) => _byId.GetValueOrDefault(known.RemoteId);

    /// <summary>Where Connector last put or saw a thing: its name there is the one that Connector gave it.</summary>
    public string? LastPlace(KnownResource known) =>
        Known.Find(WorkspaceKeys.Name(known.Key))?.Path ?? known.Path;

    /// <summary>Folders and documents that the ledger knows, by the key of their area.</summary>
    public ILookup<string, KnownResource> KnownNodes =>
        _knownNodes ??= Known
            .Resources.Values.Where(resource => WorkspaceKeys.IsNode(resource.Key))
            .ToLookup(resource => WorkspaceKeys.AreaOf(resource.Key), StringComparer.Ordinal);

    /// <summary>
    /// Why something that is missing is made: the blueprint has it; its newer version added it, where an older one made
    /// the area and it does not wait for a meeting.
    /// </summary>
    public Text AskedFor(AreaSpec area, string key) =>
        Known.Find(area.Key)?.Blueprint is { } made
        && made != area.Blueprint.ToString()
        && !area.IsPassing(key)
            ? PlanReasons.AddedBy(area.Blueprint)
            : PlanReasons.AskedBy(area.Blueprint);

    public void Add(PlanStep step) => _steps.Add(step);

    /// <summary>The last part of a path.</summary>
    public static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];

    /// <summary>macOS clients write decomposed accents: both forms name the same thing.</summary>
    public static string Normalise(string path) =>
        path.IsNormalized(NormalizationForm.FormC) ? path : path.Normalize(NormalizationForm.FormC);

    /// <summary>Whether two names would be the same for a member, whatever their case and their accents' spelling.</summary>
    public static bool SameName(string one, string other) =>
        string.Equals(Normalise(one), Normalise(other), StringComparison.OrdinalIgnoreCase);
}
