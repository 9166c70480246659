namespace Connector.Templates;

/// <summary>
/// What the template « Feuille de route » shows. Texts are plain; dates are the territory's local dates. A list
/// left empty gives a table with one blank line to write in. Every <c>Key</c> must be stable and unique in its
/// list: rows are recognised by it when the document is read back.
/// </summary>
public sealed record RoadmapContent
{
    /// <summary>« Statut » of a workstream, in the order of the drop-down; another word is added to the list.</summary>
    public static IReadOnlyList<string> Statuses { get; } =
    ["À lancer", "En cours", "Terminé", "En pause", "Abandonné"];

    /// <summary><see cref="Statuses"/> in English.</summary>
    public static IReadOnlyList<string> EnglishStatuses { get; } =
    ["To start", "In progress", "Done", "Paused", "Dropped"];

    public required DocumentStamp Stamp { get; init; }

    /// <summary><c>fr-FR</c> (the default) or <c>en-GB</c>: that of the template which shows it.</summary>
    public string Language { get; init; } = FieldWords.French;

    /// <summary>Name of the network or of the working group whose roadmap it is.</summary>
    public required string Owner { get; init; }

    /// <summary>Name of the territory.</summary>
    public required string Territory { get; init; }

    /// <summary>« Périmètre », such as « départemental ».</summary>
    public string? Scope { get; init; }

    /// <summary>Version of the roadmap that people talk about: « 1 », « 2026-2 » …</summary>
    public required string Version { get; init; }

    /// <summary>Date of that version; null leaves it to fill in.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Who coordinates, names and organisations, one per line.</summary>
    public string? Coordination { get; init; }

    /// <summary>« Raison d'être »: first words of the preamble's free zone.</summary>
    public string? Purpose { get; init; }

    /// <summary>« Public » that the group addresses; shown when present.</summary>
    public string? Audience { get; init; }

    public IReadOnlyList<RoadmapMember> Members { get; init; } = [];

    /// <summary>First words of the free zone « diagnostic », one paragraph per line.</summary>
    public string? Diagnosis { get; init; }

    public IReadOnlyList<RoadmapObjective> Objectives { get; init; } = [];

    public IReadOnlyList<RoadmapCommittee> Committees { get; init; } = [];

    /// <summary>« Qui fait quoi ».</summary>
    public IReadOnlyList<RoadmapRole> Roles { get; init; } = [];

    public IReadOnlyList<RoadmapWorkstream> Workstreams { get; init; } = [];

    /// <summary>The next meetings, in the order in which they are shown.</summary>
    public IReadOnlyList<RoadmapMeeting> Meetings { get; init; } = [];

    public IReadOnlyList<RoadmapMilestone> Milestones { get; init; } = [];

    /// <summary>Day of the yearly review, when known.</summary>
    public DateOnly? YearlyReview { get; init; }

    public IReadOnlyList<RoadmapCommitment> Commitments { get; init; } = [];

    /// <summary>One line per organisation that signed or is expected to.</summary>
    public IReadOnlyList<RoadmapSignature> Signatures { get; init; } = [];

    /// <summary>The fields of this content, as a template may name them.</summary>
    public static IReadOnlyList<TemplateField> Fields => RoadmapFields.All;

    /// <summary>The same, by tag name, ready for <see cref="DocumentTemplate.Fill"/>.</summary>
    public DocumentData ToData() => RoadmapFields.From(this);

    /// <summary>
    /// The same as one web page, for those who read on a phone or with a screen reader: nothing from elsewhere, no
    /// script. The same data give the same text.
    /// </summary>
    public string ToHtml() => RoadmapPage.From(ToData());
}

/// <summary>An organisation of the network: « composition ».</summary>
/// <param name="Identifier">SIRET or RNA; null when unknown.</param>
/// <param name="Referent">Name of the referent contact.</param>
public sealed record RoadmapMember(
    string Key,
    string Organisation,
    string? Identifier = null,
    string? Role = null,
    string? Referent = null
);

/// <param name="Indicator">What tells whether the objective is reached.</param>
public sealed record RoadmapObjective(
    string Key,
    string Title,
    string? Indicator = null,
    string? Target = null
);

/// <param name="Kind">« stratégique », « technique », « groupe de travail » …</param>
/// <param name="Rhythm">« premier jeudi du mois » …</param>
public sealed record RoadmapCommittee(
    string Key,
    string Name,
    string? Kind = null,
    string? Purpose = null,
    string? Lead = null,
    string? Rhythm = null
);

/// <summary>A line of « qui fait quoi ».</summary>
/// <param name="Task">Role in the group, or what the person takes care of.</param>
public sealed record RoadmapRole(string Key, string Person, string? Organisation = null, string? Task = null);

/// <summary>« Chantier », « fiche-action ».</summary>
public sealed record RoadmapWorkstream
{
    public required string Key { get; init; }

    public required string Title { get; init; }

    public string? Need { get; init; }

    /// <summary>« Porteur »: name of an organisation.</summary>
    public string? Lead { get; init; }

    public IReadOnlyList<string> Partners { get; init; } = [];

    public IReadOnlyList<string> Audiences { get; init; } = [];

    public string? Budget { get; init; }

    public string? Indicator { get; init; }

    public DateOnly? Start { get; init; }

    public DateOnly? End { get; init; }

    /// <summary>One of <see cref="RoadmapContent.Statuses"/>; null shows a drop-down to choose from.</summary>
    public string? Status { get; init; }
}

/// <param name="Start">Local date and time.</param>
/// <param name="End">Local date and time.</param>
public sealed record RoadmapMeeting(
    string Key,
    string Title,
    DateTime Start,
    DateTime End,
    string? Place = null
)
{
    /// <summary>Shown as such, on the day on which it was to be.</summary>
    public bool IsCancelled { get; init; }

    /// <summary>When it was to be, for one that was moved; null for others.</summary>
    public DateTime? InsteadOf { get; init; }
}

/// <param name="Workstream">Title of the workstream that it belongs to, if any.</param>
public sealed record RoadmapMilestone(string Key, DateOnly? Date, string Title, string? Workstream = null);

/// <summary>What one member promises the others.</summary>
public sealed record RoadmapCommitment(string Key, string Organisation, IReadOnlyList<string> Promises);

/// <param name="Capacity">« Qualité »: maire, présidente, directeur …</param>
/// <param name="Version">The version signed; null while it is not.</param>
/// <param name="Fingerprint">« Empreinte » of that version.</param>
public sealed record RoadmapSignature(
    string Key,
    string Organisation,
    string? Signatory = null,
    string? Capacity = null,
    DateOnly? SignedOn = null,
    string? Version = null,
    string? Fingerprint = null
);
