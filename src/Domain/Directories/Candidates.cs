using Connector.Domain.Territories;

namespace Connector.Domain.Directories;

/// <summary>
/// For each gap of the coverage the organisations that could be invited: those of the directory that are no members yet, and those
/// of an imported file that the directory does not have. The nearest to a member first; where places are not known, those in a
/// commune where a member is.
/// </summary>
public sealed class Candidates
{
    private readonly List<(Organisation Organisation, bool IsNew, IReadOnlyList<string> Types)> _pool;
    private readonly List<(double Latitude, double Longitude)> _members;
    private readonly Dictionary<string, double?> _distances = new(StringComparer.Ordinal);
    private readonly HashSet<string> _communes;

    private Candidates(Territory territory, CoverageQuestion question, IEnumerable<Organisation> imported)
    {
        var inside = Coverage.MembersOf(territory, question);
        var ids = inside.Select(member => member.Id).ToHashSet(StringComparer.Ordinal);
        _members = [.. inside.Select(GeoPoint.Of).OfType<(double, double)>()];
        _communes = inside
            .Select(member => member.Commune)
            .OfType<string>()
            .Select(Folded.Key)
            .ToHashSet(StringComparer.Ordinal);
        // One more place of an actor that is in already is no new actor.
        var pivots = inside.Select(member => member.Pivot).OfType<string>().ToHashSet(StringComparer.Ordinal);
        _pool =
        [
            .. territory
                .Organisations.Where(organisation =>
                    !ids.Contains(organisation.Id) && !pivots.Contains(organisation.Pivot ?? "")
                )
                .Select(organisation => (organisation, false, organisation.Types)),
            .. imported
                .Where(organisation => !pivots.Contains(organisation.Pivot ?? ""))
                .Select(organisation => (organisation, true, organisation.Types)),
        ];
    }

    /// <param name="territory">Its directory and rules.</param>
    /// <param name="question">For the network, a group, a commune.</param>
    /// <param name="imported">Organisations of a file that the directory does not have.</param>
    /// <param name="needs">Identifiers of the needs that are asked for; none for all gaps.</param>
    public static IReadOnlyList<GapCandidates> Of(
        Territory territory,
        CoverageQuestion question,
        IEnumerable<Organisation> imported,
        IReadOnlySet<string> needs
    )
    {
        ArgumentNullException.ThrowIfNull(territory);
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(needs);
        var report = Coverage.Of(territory, question);
        var candidates = new Candidates(territory, question, imported);
        return
        [
            .. report
                .Families.Concat(report.Audiences)
                .Where(line =>
                    needs.Count > 0
                        ? needs.Contains(line.Need.Id)
                        : line.Level is CoverageLevel.Missing or CoverageLevel.Thin
                )
                .OrderBy(line => line.Level)
                .Select(line => new GapCandidates(line, candidates.For(line.Need))),
        ];
    }

    private List<Candidate> For(CoverageNeed need) =>
        [
            .. _pool
                .Select(one => (one, because: CoverageMatch.Of(one.Types, one.Organisation, need)))
                .Where(pair => pair.because is not null)
                .Select(pair => Of(pair.one.Organisation, pair.one.IsNew, pair.because!))
                .OrderBy(candidate =>
                    candidate.Kilometres ?? (candidate.IsNeighbour ? 0 : double.PositiveInfinity)
                )
                .ThenBy(candidate => candidate.IsNew)
                .ThenBy(candidate => candidate.Organisation.Name, StringComparer.Ordinal)
                .DistinctBy(
                    candidate => candidate.Organisation.Pivot ?? candidate.Organisation.Id,
                    StringComparer.Ordinal
                ),
        ];

    private Candidate Of(Organisation organisation, bool isNew, string because) =>
        new()
        {
            Organisation = organisation,
            IsNew = isNew,
            Because = because,
            Kilometres = Distance(organisation, isNew),
            IsNeighbour = organisation.Commune is { } commune && _communes.Contains(Folded.Key(commune)),
        };

    /// <summary>Asked for once for each: one organisation can meet many needs, and members can be thousands.</summary>
    private double? Distance(Organisation organisation, bool isNew)
    {
        var key = $"{isNew}/{organisation.Id}";
        if (!_distances.TryGetValue(key, out var kilometres))
        {
            kilometres =
                GeoPoint.Of(organisation) is { } point && _members.Count > 0
                    ? GeoPoint.Kilometres(_members.MinBy(member => Flat(member, point)), point)
                    : null;
            _distances[key] = kilometres;
        }

        return kilometres;
    }

    /// <summary>Enough to tell which is nearer, without a sine for each member.</summary>
    private static double Flat((double Latitude, double Longitude) a, (double Latitude, double Longitude) b)
    {
        var up = a.Latitude - b.Latitude;
        var across = (a.Longitude - b.Longitude) * Math.Cos(double.DegreesToRadians(b.Latitude));
        return (up * up) + (across * across);
    }
}
