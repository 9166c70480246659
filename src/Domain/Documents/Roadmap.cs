namespace Connector.Domain.Documents;

/// <summary>What the territory file says of the roadmap. Once the document exists, its content is the members'.</summary>
public sealed record Roadmap
{
    /// <summary>« version »: what people call the current text, such as <c>1</c> or <c>2027</c>.</summary>
    public string Version { get; init; } = "1";

    /// <summary>Day of that version; null leaves a date to fill in.</summary>
    public DateOnly? Date { get; init; }

    public IReadOnlyList<Objective> Objectives { get; init; } = [];

    public IReadOnlyList<Workstream> Workstreams { get; init; } = [];

    public IReadOnlyList<Milestone> Milestones { get; init; } = [];

    public IReadOnlyList<Commitment> Commitments { get; init; } = [];
}

/// <summary>« objectif », with the indicator that tells whether it is reached.</summary>
public sealed record Objective(string Title, string? Indicator = null);

/// <summary>« chantier »: a piece of work with someone in charge.</summary>
public sealed record Workstream
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>The working group that carries it; null when the network does.</summary>
    public string? GroupId { get; init; }

    public string? Need { get; init; }

    /// <summary>« porteur »: identifier of an organisation.</summary>
    public string? Lead { get; init; }

    /// <summary>Identifiers of organisations.</summary>
    public IReadOnlyList<string> Partners { get; init; } = [];

    public IReadOnlyList<string> Audiences { get; init; } = [];

    public string? Budget { get; init; }

    public string? Indicator { get; init; }

    public DateOnly? Start { get; init; }

    public DateOnly? End { get; init; }
}

/// <summary>« jalon »: a date by which something is there.</summary>
public sealed record Milestone(DateOnly Date, string Title, string? WorkstreamId = null);

/// <summary>« engagement »: what one member organisation promises the others.</summary>
public sealed record Commitment(string OrganisationId, IReadOnlyList<string> Promises);
