using Connector.Domain.Territories;

namespace Connector.Domain.Workspaces.Extraction;

/// <summary>A group's folder as it is, with what is known of it: what a blueprint is made from.</summary>
public sealed record LiveArea
{
    /// <summary>Path of the folder in the account's files; for a team folder its mount point.</summary>
    public required string Root { get; init; }

    /// <summary>The blueprint's own words for the folder's name, where it still has the name that they gave; else null.</summary>
    public string? RootPattern { get; init; }

    /// <summary>The folder itself and all that is below.</summary>
    public required IReadOnlyList<NodeState> Nodes { get; init; }

    /// <summary>The team folder that it is; null for a plain folder.</summary>
    public TeamFolderState? TeamFolder { get; init; }

    public IReadOnlyList<ShareState> Shares { get; init; } = [];

    /// <summary>Group id → what its people are here.</summary>
    public required IReadOnlyDictionary<string, GroupRole> Roles { get; init; }

    /// <summary>
    /// Roles that were given exactly the shares that the blueprint in force gives. A share gives whole branches, so that
    /// what somebody may do does not tell all that the blueprint says.
    /// </summary>
    public IReadOnlySet<GroupRole> AsGiven { get; init; } = new HashSet<GroupRole>();

    /// <summary>File id → what the blueprint in force calls it, for what the ledger links to it.</summary>
    public IReadOnlyDictionary<long, KnownName> Known { get; init; } = new Dictionary<long, KnownName>();

    /// <summary>The blueprint in force; null for a folder that Connector does not keep.</summary>
    public Blueprint? Blueprint { get; init; }

    public WorkspaceArea Area { get; init; } = WorkspaceArea.Group;

    /// <summary>Path of a folder's description file → its words.</summary>
    public IReadOnlyDictionary<string, string> Texts { get; init; } = new Dictionary<string, string>();

    /// <summary><c>#RRGGBB</c> of its calendar; null when it has none, or one of the colour that its id gives.</summary>
    public string? Colour { get; init; }

    public bool HasCalendar { get; init; } = true;

    public required NamePatterns Names { get; init; }

    /// <summary>Whether words can stand in a blueprint's file, as a name or as a description.</summary>
    public required Func<string, bool, bool> IsExpressible { get; init; }

    /// <summary>How many levels of folders count as layout; what Connector made counts at any depth.</summary>
    public int Depth { get; init; } = 3;

    public AreaBlueprint? Current => Blueprint?.Areas.GetValueOrDefault(Area);
}

/// <summary>
/// A folder or document that Connector made: the blueprint's words for its name, the name that these give now, and for
/// a document what it is. Without words it was made for an earlier meeting.
/// </summary>
public sealed record KnownName(string? Pattern, string? Name, DocumentKind? Kind, string? Text = null)
{
    /// <summary>Of a document that is filled from a template of the territory's own.</summary>
    public TemplateFile? Template { get; init; }
}

/// <summary>A blueprint's area made from a live folder, and what of the folder it does not say.</summary>
public sealed record ExtractedArea(
    AreaBlueprint Area,
    IReadOnlyDictionary<string, string> Tokens,
    IReadOnlyList<Text> Notes
);
