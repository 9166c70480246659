using Connector.Domain.Territories;

namespace Connector.Domain.Directories;

/// <summary>Somebody who could be invited for what is missing.</summary>
public sealed record Candidate
{
    public required Organisation Organisation { get; init; }

    /// <summary>Whether it comes from the imported file and is not in the directory yet.</summary>
    public required bool IsNew { get; init; }

    /// <summary>What makes it one: its type, or the audience that it says is its own.</summary>
    public required string Because { get; init; }

    /// <summary>As the crow flies, to the nearest member; null where either is unknown.</summary>
    public double? Kilometres { get; init; }

    /// <summary>Whether a member is in the same commune.</summary>
    public bool IsNeighbour { get; init; }
}

/// <summary>A gap, and who could fill it.</summary>
/// <param name="Line">The need: missing, or met by one actor alone.</param>
/// <param name="Candidates">The nearest first.</param>
public sealed record GapCandidates(CoverageLine Line, IReadOnlyList<Candidate> Candidates);
