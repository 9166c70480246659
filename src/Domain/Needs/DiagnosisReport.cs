namespace Connector.Domain.Needs;

/// <summary>How far people of a commune are from a place that helps.</summary>
public enum Reach
{
    /// <summary>There is one in the commune.</summary>
    Here,

    /// <summary>There is one within the distance.</summary>
    Near,

    /// <summary>There is none within the distance.</summary>
    Far,

    /// <summary>Nothing says where the commune is, or where any place is.</summary>
    Unknown,
}

/// <summary>One commune: its fragility, and the help that is there.</summary>
public sealed record CommuneNeed
{
    public required CommuneSite Commune { get; init; }

    /// <summary>Null when the vintage has no score for it.</summary>
    public required double? Score { get; init; }

    public required bool IsAboveMedian { get; init; }

    public required Reach Reach { get; init; }

    /// <summary>Names of the places in the commune.</summary>
    public required IReadOnlyList<string> Places { get; init; }

    /// <summary>The nearest place anywhere; null when it is unknown.</summary>
    public required string? Nearest { get; init; }

    /// <summary>0 for a place in the commune itself; null when it is unknown.</summary>
    public required double? Kilometres { get; init; }

    /// <summary>Values of the standard that some place of the commune offers.</summary>
    public required IReadOnlyList<string> Services { get; init; }

    /// <summary>More fragile than half of the communes, and without a place within the distance.</summary>
    public bool IsForgotten => IsAboveMedian && Reach == Reach.Far;
}

/// <summary>A value of the standard, and who offers it.</summary>
/// <param name="Value">As the standard spells it.</param>
/// <param name="Places">Names; none for a gap.</param>
/// <param name="Communes">In how many communes.</param>
public sealed record OfferLine(string Value, IReadOnlyList<string> Places, int Communes);

/// <summary>What opening hours say.</summary>
public sealed record OpeningReport
{
    /// <summary>How many places' hours were read.</summary>
    public required int Read { get; init; }

    /// <summary>Names of places that are open after 18 h on some day.</summary>
    public required IReadOnlyList<string> Evening { get; init; }

    public required IReadOnlyList<string> Saturday { get; init; }

    /// <summary>Places that are open neither in the evening nor on Saturday, of those that were read.</summary>
    public required IReadOnlyList<string> Never { get; init; }

    /// <summary>Places with hours that are not read, and these hours.</summary>
    public required IReadOnlyList<(string Place, string Words)> Unreadable { get; init; }

    /// <summary>How many places say nothing of their hours.</summary>
    public required int Silent { get; init; }
}

/// <summary>The needs of a territory against the help that is there.</summary>
public sealed record DiagnosisReport
{
    public required VintageChoice Vintage { get; init; }

    /// <summary>Of the communes that have a score; null when none has.</summary>
    public required double? Median { get; init; }

    public required double Distance { get; init; }

    /// <summary>The most fragile first, then those without a score.</summary>
    public required IReadOnlyList<CommuneNeed> Communes { get; init; }

    public required IReadOnlyList<OfferLine> Services { get; init; }

    public required IReadOnlyList<OfferLine> Audiences { get; init; }

    /// <summary>« prise en charge spécifique »</summary>
    public required IReadOnlyList<OfferLine> Support { get; init; }

    public required OpeningReport Opening { get; init; }

    /// <summary>How many places of the directory offer a service.</summary>
    public required int Places { get; init; }

    /// <summary>Places that are in no commune of the territory, or do not say in which.</summary>
    public required IReadOnlyList<string> Elsewhere { get; init; }

    public IEnumerable<CommuneNeed> Forgotten => Communes.Where(commune => commune.IsForgotten);

    public IEnumerable<CommuneNeed> WithoutScore => Communes.Where(commune => commune.Score is null);

    public IEnumerable<CommuneNeed> OfUnknownReach =>
        Communes.Where(commune => commune.Reach == Reach.Unknown);
}
