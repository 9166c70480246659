using Connector.Domain.Meetings;

namespace Connector.Domain.Territories;

/// <summary>Whether a group steers the network or works on a subject. Both get the same kind of workspace.</summary>
public enum GroupKind
{
    /// <summary>« comité »</summary>
    Committee,

    /// <summary>« groupe de travail »</summary>
    WorkingGroup,
}

/// <summary>What a person is in one group. Rights follow from it.</summary>
public enum GroupRole
{
    /// <summary>« coordination »: keeps the network together; manages everything.</summary>
    Coordination,

    /// <summary>« animation »: leads the group.</summary>
    Lead,

    /// <summary>« membre »: takes part and writes.</summary>
    Member,

    /// <summary>« observateur »: reads.</summary>
    Observer,
}

/// <summary>One person's place in one group.</summary>
public sealed record Participation(string PersonId, GroupRole Role);

/// <summary>A committee or a working group: the unit that gets a folder, rights, a calendar and documents.</summary>
public sealed record WorkingGroup
{
    /// <summary>Stable identifier, lower case, digits and hyphens: <c>gt-jeunes</c>. Also the Nextcloud group id.</summary>
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required GroupKind Kind { get; init; }

    /// <summary>Why the group exists.</summary>
    public string Purpose { get; init; } = "";

    /// <summary>Whom the group's work is for, in the standard's words (Jeunes, Seniors …) or free words.</summary>
    public IReadOnlyList<string> Audiences { get; init; } = [];

    /// <summary>Name of the blueprint of this group's folder; the built-in one is <c>standard</c>.</summary>
    public string Blueprint { get; init; } = "standard";

    /// <summary>« jetons »: values, for this group, of tokens that its blueprint declares; by name, without braces.</summary>
    public IReadOnlyDictionary<string, string> Tokens { get; init; } = new Dictionary<string, string>();

    /// <summary>Each person at most once, leads first, else in the order of the file.</summary>
    public IReadOnlyList<Participation> Participations { get; init; } = [];

    public IReadOnlyList<MeetingSeries> Meetings { get; init; } = [];
}
