using Connector.Domain.Territories;

namespace Connector.Domain.Workspaces;

/// <summary>The three kinds of shared folders of a network.</summary>
public enum WorkspaceArea
{
    /// <summary>« groupe »: one per committee or working group.</summary>
    Group,

    /// <summary>« réseau »: everybody's.</summary>
    Network,

    /// <summary>« pilotage »: the coordinators' alone.</summary>
    Steering,
}

/// <summary>What a role may do in a folder; each level contains the ones before it.</summary>
public enum AccessLevel
{
    /// <summary>« aucun »</summary>
    None = 0,

    /// <summary>« lecture »</summary>
    Read = 1,

    /// <summary>« écriture »: read, create, change, delete.</summary>
    Write = 2,

    /// <summary>« gestion »: write, and share with people outside the group.</summary>
    Manage = 3,
}

/// <summary>The documents that Connector knows how to make.</summary>
public enum DocumentKind
{
    /// <summary>« accueil »: a short text shown above the folder in Nextcloud's Files.</summary>
    Welcome,

    /// <summary>« feuille-de-route »</summary>
    Roadmap,

    /// <summary>« compte-rendu »: one for the group's next meeting.</summary>
    Minutes,

    /// <summary>« abonnement »: how to subscribe to the calendars.</summary>
    SubscriptionPoster,

    /// <summary>« annuaire »: the network's organisations and members.</summary>
    Directory,

    /// <summary>The « description » of a folder, as the file that Nextcloud's Files shows above what is in it.</summary>
    Description,

    /// <summary>« ordre-du-jour »: one for the group's next meeting.</summary>
    Agenda,

    /// <summary>« lettre-de-bienvenue »: to copy for each newcomer.</summary>
    WelcomeLetter,

    /// <summary>« lettre-d-invitation »: an empty one to copy; <c>directory invite</c> writes filled ones.</summary>
    InvitationLetter,

    /// <summary>« fiche-inspiration »: an empty sheet to copy.</summary>
    InspirationSheet,

    /// <summary>« visite »: one for each visit with <c>{visite}</c> in its name, else an empty report to copy.</summary>
    VisitReport,

    /// <summary>« bilan-annuel »: of the network, or of what concerns one group.</summary>
    YearlyReview,

    /// <summary>« points »: where members write what they want on the agenda of the next meeting.</summary>
    Points,

    /// <summary>« suivi-des-actions »: of a group, or of all groups; kept true with the minutes in both directions.</summary>
    ActionRegister,

    /// <summary>« cartographie »: the map of places as a page; only where the directory says where some are.</summary>
    Map,

    /// <summary>« page-publique »: the network as one page to share by a link; only where the territory has a public page.</summary>
    PublicPage,

    /// <summary>The coordinators' own directory, made empty once: the territory file asks for it, not a blueprint.</summary>
    OwnDirectory,
}

/// <summary>
/// The layout of workspaces: folders, rights and documents. Names may hold the tokens <c>{groupe}</c>,
/// <c>{territoire}</c>, those of <see cref="Blueprint.Tokens"/>, and below a meeting folder <c>{année}</c>,
/// <c>{date}</c>, <c>{titre}</c>. What it extends is merged in already.
/// </summary>
public sealed record Blueprint
{
    public required string Name { get; init; }

    public required string Version { get; init; }

    /// <summary>« étend »: name of the blueprint that it starts from, merged in already; null where it starts from nothing.</summary>
    public string? Extends { get; init; }

    public required IReadOnlyDictionary<WorkspaceArea, AreaBlueprint> Areas { get; init; }

    /// <summary>« jetons »: further tokens, without braces, each with the value that holds where nothing else is said.</summary>
    public IReadOnlyDictionary<string, string> Tokens { get; init; } = new Dictionary<string, string>();
}

/// <summary>The layout of one area: the name of its team folder, base rights by role, and what is inside.</summary>
public sealed record AreaBlueprint
{
    public required string Name { get; init; }

    public required IReadOnlyDictionary<GroupRole, AccessLevel> Rights { get; init; }

    public IReadOnlyList<FolderBlueprint> Folders { get; init; } = [];

    public IReadOnlyList<DocumentBlueprint> Documents { get; init; } = [];

    /// <summary>Markdown, with tokens, that Nextcloud's Files shows above the folder; null for none.</summary>
    public string? Description { get; init; }

    /// <summary>
    /// Most bytes in the team folder, <see cref="TeamFolderState.Unlimited"/> for no limit; null leaves what people set.
    /// </summary>
    public long? Quota { get; init; }

    /// <summary>Colour of the group's calendar, <c>#RRGGBB</c>; null for a colour drawn from the group's id.</summary>
    public string? CalendarColour { get; init; }

    /// <summary>Whether each group has a calendar of its own; default true.</summary>
    public bool HasCalendar { get; init; } = true;

    /// <summary>The area as the folder that it is.</summary>
    public FolderBlueprint Whole =>
        new()
        {
            Name = Name,
            Rights = Rights,
            Folders = Folders,
            Documents = Documents,
            Description = Description,
        };
}

/// <summary>One folder. Roles that <see cref="Rights"/> does not name keep the rights of the folder above.</summary>
public sealed record FolderBlueprint
{
    /// <summary>The file that Nextcloud's Files shows above a folder, as Nextcloud itself names it (app Text).</summary>
    public const string DescriptionFile = "Readme.md";

    public required string Name { get; init; }

    public IReadOnlyDictionary<GroupRole, AccessLevel> Rights { get; init; } =
        new Dictionary<GroupRole, AccessLevel>();

    public IReadOnlyList<FolderBlueprint> Folders { get; init; } = [];

    public IReadOnlyList<DocumentBlueprint> Documents { get; init; } = [];

    /// <summary>Markdown, with tokens, that Nextcloud's Files shows above the folder; null for none.</summary>
    public string? Description { get; init; }

    /// <summary>« anciennement »: its names in earlier versions, at the same place, the latest first.</summary>
    public IReadOnlyList<string> FormerNames { get; init; } = [];

    /// <summary>What a role may do in the folder, given what it may do above.</summary>
    public Func<GroupRole, AccessLevel> Level(Func<GroupRole, AccessLevel> above) =>
        role => Rights.TryGetValue(role, out var level) ? level : above(role);
}

/// <summary>One document: its file name (with tokens) and what it is made from.</summary>
public sealed record DocumentBlueprint(string Name, DocumentKind Kind)
{
    /// <summary>« anciennement »: its names in earlier versions, in the same folder, the latest first.</summary>
    public IReadOnlyList<string> FormerNames { get; init; } = [];

    /// <summary>« gabarit »: what it is filled from; null for the built-in template of its kind.</summary>
    public TemplateFile? Template { get; init; }

    /// <summary>Whether there is one for each meeting, and none without.</summary>
    public bool IsOfMeeting => Kind is DocumentKind.Minutes or DocumentKind.Agenda;
}
