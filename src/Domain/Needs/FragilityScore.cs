namespace Connector.Domain.Needs;

/// <summary>« IFN »: how exposed a commune's people are to digital exclusion; the higher, the more fragile.</summary>
/// <param name="InseeCode">Five characters.</param>
/// <param name="Score">Comparable with scores of the same vintage and source only.</param>
/// <param name="Vintage">« millésime »: begins with a year, such as <c>2021</c> or <c>2023-T2</c>.</param>
/// <param name="Source">Who computed it; may be empty.</param>
public sealed record FragilityScore(string InseeCode, double Score, string Vintage, string Source);

/// <summary>The scores of one vintage and one source: all that may be compared with each other.</summary>
public sealed record FragilityVintage
{
    public required string Vintage { get; init; }

    public required string Source { get; init; }

    /// <summary>By INSEE code.</summary>
    public required IReadOnlyDictionary<string, double> Scores { get; init; }

    /// <summary>« 2023, ANCT »</summary>
    public string Name => Source.Length == 0 ? Vintage : $"{Vintage}, {Source}";

    /// <summary>The vintages of a file, the latest first.</summary>
    public static IReadOnlyList<FragilityVintage> Of(IEnumerable<FragilityScore> scores) =>
        [
            .. scores
                .GroupBy(score => (score.Vintage, score.Source))
                .Select(group => new FragilityVintage
                {
                    Vintage = group.Key.Vintage,
                    Source = group.Key.Source,
                    Scores = group
                        .DistinctBy(score => score.InseeCode, StringComparer.Ordinal)
                        .ToDictionary(score => score.InseeCode, score => score.Score, StringComparer.Ordinal),
                })
                .OrderByDescending(vintage => vintage.Vintage, StringComparer.Ordinal)
                .ThenByDescending(vintage => vintage.Scores.Count)
                .ThenBy(vintage => vintage.Source, StringComparer.Ordinal),
        ];
}
