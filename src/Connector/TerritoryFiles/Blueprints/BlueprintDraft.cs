using Connector.Domain;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;

namespace Connector.TerritoryFiles.Blueprints;

/// <summary>A blueprint as its file writes it, before what it extends is known and its tokens are judged.</summary>
internal sealed record BlueprintDraft
{
    public required Located<string> Name { get; init; }

    public required string Version { get; init; }

    /// <summary>« étend »: the blueprint that this one starts from; null to start from nothing.</summary>
    public required Located<string>? Extends { get; init; }

    public required IReadOnlyList<TokenDraft> Tokens { get; init; }

    public required IReadOnlyDictionary<WorkspaceArea, AreaDraft> Areas { get; init; }
}

/// <summary>One area as written. What is null is as in the blueprint that is extended.</summary>
internal sealed record AreaDraft
{
    public required SourcePlace Place { get; init; }

    public required Located<string>? Name { get; init; }

    public required string? Colour { get; init; }

    public required bool? HasCalendar { get; init; }

    public required long? Quota { get; init; }

    public required ContentDraft Content { get; init; }
}

/// <summary>A folder as written: one of the same name in what is extended is completed by it.</summary>
internal sealed record FolderDraft(Located<string> Name, ContentDraft Content)
{
    /// <summary>« anciennement »: one of these names in what is extended is this folder too.</summary>
    public IReadOnlyList<Located<string>> FormerNames { get; init; } = [];
}

/// <summary>What an area or a folder says of its inside.</summary>
internal sealed record ContentDraft
{
    public static ContentDraft Empty { get; } = new();

    public IReadOnlyDictionary<GroupRole, AccessLevel> Rights { get; init; } =
        new Dictionary<GroupRole, AccessLevel>();

    public Located<string>? Description { get; init; }

    public IReadOnlyList<FolderDraft> Folders { get; init; } = [];

    public IReadOnlyList<DocumentDraft> Documents { get; init; } = [];

    /// <summary>« retirer »: paths, from here, of what the extended blueprint has and this one has not.</summary>
    public IReadOnlyList<Located<string>> Removed { get; init; } = [];
}

/// <summary>A document as written.</summary>
internal sealed record DocumentDraft(Located<string> Name, DocumentKind Kind)
{
    public TemplateFile? Template { get; init; }

    /// <summary>« anciennement »: one of these names in what is extended is this document too.</summary>
    public IReadOnlyList<Located<string>> FormerNames { get; init; } = [];
}

/// <summary>One line of « jetons ».</summary>
internal sealed record TokenDraft(Located<string> Name, string Value);
