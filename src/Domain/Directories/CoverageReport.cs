namespace Connector.Domain.Directories;

/// <summary>How well a need is met.</summary>
public enum CoverageLevel
{
    /// <summary>« manquant »: nobody.</summary>
    Missing,

    /// <summary>« fragile »: one actor alone.</summary>
    Thin,

    /// <summary>« couvert »: two actors or more.</summary>
    Covered,

    /// <summary>« écarté »: a gap that was left, with a reason.</summary>
    Waived,
}

/// <summary>One need and who meets it.</summary>
public sealed record CoverageLine
{
    public required CoverageNeed Need { get; init; }

    public required CoverageLevel Level { get; init; }

    /// <summary>Names, one per actor: the places of one SIRET are one actor.</summary>
    public required IReadOnlyList<string> Actors { get; init; }

    /// <summary>Organisations that could be invited: nearest first, where places are known.</summary>
    public required IReadOnlyList<Territories.Organisation> Candidates { get; init; }

    /// <summary>Why the gap is left; null unless <see cref="CoverageLevel.Waived"/>.</summary>
    public string? Reason { get; init; }
}

/// <summary>Who is there and who is not.</summary>
public sealed record CoverageReport
{
    public required IReadOnlyList<CoverageLine> Families { get; init; }

    public required IReadOnlyList<CoverageLine> Audiences { get; init; }

    /// <summary>Organisations looked at.</summary>
    public required int Organisations { get; init; }

    /// <summary>Those of <see cref="Organisations"/> whose type says nothing: they meet no need.</summary>
    public required IReadOnlyList<string> Unclassified { get; init; }

    /// <summary>Names of historic actors that are in.</summary>
    public required IReadOnlyList<string> HistoricPresent { get; init; }

    /// <summary>Names of historic actors that are known and not in.</summary>
    public required IReadOnlyList<string> HistoricAbsent { get; init; }

    /// <summary>Names of elected people, or of what represents them.</summary>
    public required IReadOnlyList<string> Elected { get; init; }
}
