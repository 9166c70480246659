namespace Connector.Domain.Needs;

/// <summary>Why a vintage is the one that is looked at.</summary>
public enum VintageReason
{
    /// <summary>The latest that has a score for every commune.</summary>
    LatestComplete,

    /// <summary>None has a score for every commune: the one with the most, the latest of these.</summary>
    MostComplete,

    /// <summary>Somebody asked for it.</summary>
    Asked,
}

/// <summary>Which vintage is looked at. Others are named and left: two vintages are never mixed.</summary>
public sealed record VintageChoice
{
    public required FragilityVintage Chosen { get; init; }

    public required VintageReason Reason { get; init; }

    /// <summary>Those of the file that are not looked at.</summary>
    public required IReadOnlyList<FragilityVintage> Others { get; init; }

    /// <param name="vintages">Those of the file, the latest first.</param>
    /// <param name="communes">INSEE codes of the territory; none for all that the file has.</param>
    /// <param name="asked">A vintage, or a vintage and its source; null for the best.</param>
    /// <returns>Null when there is none, or none of that name.</returns>
    public static VintageChoice? Of(
        IReadOnlyList<FragilityVintage> vintages,
        IReadOnlyCollection<string> communes,
        string? asked
    )
    {
        ArgumentNullException.ThrowIfNull(vintages);
        ArgumentNullException.ThrowIfNull(communes);
        var wanted = communes.Count > 0 ? communes : Everywhere(vintages);
        var possible = asked is null ? vintages : [.. vintages.Where(vintage => IsCalled(vintage, asked))];
        if (possible.Count == 0)
        {
            return null;
        }

        // The first of the most complete ones: the list has the latest first.
        var chosen = possible.MaxBy(vintage => Known(vintage, wanted))!;
        return new VintageChoice
        {
            Chosen = chosen,
            Reason =
                asked is not null ? VintageReason.Asked
                : Known(chosen, wanted) == wanted.Count ? VintageReason.LatestComplete
                : VintageReason.MostComplete,
            Others = [.. vintages.Where(vintage => vintage != chosen)],
        };
    }

    private static HashSet<string> Everywhere(IEnumerable<FragilityVintage> vintages) =>
        vintages.SelectMany(vintage => vintage.Scores.Keys).ToHashSet(StringComparer.Ordinal);

    private static int Known(FragilityVintage vintage, IReadOnlyCollection<string> communes) =>
        communes.Count(vintage.Scores.ContainsKey);

    private static bool IsCalled(FragilityVintage vintage, string asked) =>
        Folded.Key(asked) == Folded.Key(vintage.Vintage) || Folded.Key(asked) == Folded.Key(vintage.Name);
}
