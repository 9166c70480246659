using Connector.Domain.Territories;

namespace Connector.Domain.Directories;

/// <summary>What is looked at.</summary>
public sealed record CoverageQuestion
{
    /// <summary>The one group; null for the whole network.</summary>
    public WorkingGroup? Group { get; init; }

    /// <summary>Communes, as INSEE codes or <see cref="Folded.Key"/> of their names; null for everywhere.</summary>
    public IReadOnlySet<string>? Communes { get; init; }
}

/// <summary>Forgetting nobody: which families of actors and which audiences are covered, thin or missing.</summary>
public sealed class Coverage
{
    private const int MostCandidates = 5;

    private readonly Territory _territory;
    private readonly CoverageQuestion _question;
    private readonly List<Organisation> _members;
    private readonly List<Organisation> _others;
    private readonly (double Latitude, double Longitude)? _centre;
    private readonly Dictionary<string, IReadOnlyList<string>> _types = new(StringComparer.Ordinal);

    private Coverage(Territory territory, CoverageQuestion question)
    {
        (_territory, _question) = (territory, question);
        var inside = InGroup();
        var here = territory.Organisations.Where(IsHere).ToList();
        _members = [.. here.Where(organisation => IsIn(organisation, inside))];
        _others = [.. here.Where(organisation => !IsIn(organisation, inside))];
        _centre = GeoPoint.Centre(_members.Select(GeoPoint.Of));
    }

    public static CoverageReport Of(Territory territory, CoverageQuestion question)
    {
        ArgumentNullException.ThrowIfNull(territory);
        ArgumentNullException.ThrowIfNull(question);
        return new Coverage(territory, question).Report();
    }

    /// <summary>The organisations that are in: in the network, or represented in the group, and in the communes asked for.</summary>
    public static IReadOnlyList<Organisation> MembersOf(Territory territory, CoverageQuestion question)
    {
        ArgumentNullException.ThrowIfNull(territory);
        ArgumentNullException.ThrowIfNull(question);
        return new Coverage(territory, question)._members;
    }

    private CoverageReport Report()
    {
        var lines = _territory.Coverage.Needs.Where(Concerns).Select(Line).ToList();
        return new CoverageReport
        {
            Families = [.. lines.Where(line => line.Need.Kind == NeedKind.Family)],
            Audiences = [.. lines.Where(line => line.Need.Kind == NeedKind.Audience)],
            Organisations = _members.Count,
            Unclassified =
            [
                .. _members
                    .Where(organisation => !TypesOf(organisation).Any(IsKnown))
                    .Select(organisation => organisation.Name),
            ],
            HistoricPresent = Historic(_members),
            HistoricAbsent = Historic(_others),
            Elected = Elected(),
        };
    }

    /// <summary>A group that names its audiences answers for these alone; all audiences are the network's.</summary>
    private bool Concerns(CoverageNeed need)
    {
        var audiences = _question.Group?.Audiences.Select(Folded.Key).ToHashSet(StringComparer.Ordinal) ?? [];
        return need.Kind == NeedKind.Family
            || !_territory.Coverage.Needs.Any(one => one.Kind == NeedKind.Audience && IsNamed(one, audiences))
            || IsNamed(need, audiences);
    }

    private static bool IsNamed(CoverageNeed need, HashSet<string> audiences) =>
        audiences.Contains(Folded.Key(need.Id)) || audiences.Contains(Folded.Key(need.Name.French));

    private CoverageLine Line(CoverageNeed need)
    {
        var actors = _members
            .Where(organisation => Meets(organisation, need))
            .GroupBy(organisation => organisation.Pivot ?? organisation.Id, StringComparer.Ordinal)
            .Select(Told)
            .ToList();
        var level = actors.Count switch
        {
            0 => CoverageLevel.Missing,
            1 => CoverageLevel.Thin,
            _ => CoverageLevel.Covered,
        };
        var waiver = level == CoverageLevel.Covered ? null : Waiver(need);
        return new CoverageLine
        {
            Need = need,
            Level = waiver is null ? level : CoverageLevel.Waived,
            Actors = actors,
            Reason = waiver?.Reason,
            Candidates = level == CoverageLevel.Covered || waiver is not null ? [] : Candidates(need),
        };
    }

    private static string Told(IGrouping<string, Organisation> actor)
    {
        var places = actor.ToList();
        return places.Count == 1 ? places[0].Name : $"{places[0].Name} (+ {places.Count - 1})";
    }

    private List<Organisation> Candidates(CoverageNeed need) =>
        [
            .. _others
                .Where(organisation => Meets(organisation, need))
                .OrderBy(organisation => GeoPoint.Kilometres(_centre, GeoPoint.Of(organisation)))
                .ThenBy(organisation => organisation.Name, StringComparer.Ordinal)
                .DistinctBy(organisation => organisation.Pivot ?? organisation.Id, StringComparer.Ordinal)
                .Take(MostCandidates),
        ];

    private CoverageWaiver? Waiver(CoverageNeed need) =>
        _territory.Coverage.Waivers.FirstOrDefault(waiver =>
            waiver.Need == need.Id && (waiver.Group is null || waiver.Group == _question.Group?.Id)
        );

    private bool Meets(Organisation organisation, CoverageNeed need) =>
        CoverageMatch.Of(TypesOf(organisation), organisation, need) is not null;

    /// <summary>Read once for each spelling: a directory has thousands of organisations and few of them.</summary>
    private IReadOnlyList<string> TypesOf(Organisation organisation)
    {
        var words = organisation.Type ?? "";
        if (!_types.TryGetValue(words, out var types))
        {
            _types[words] = types = organisation.Types;
        }

        return types;
    }

    private bool IsKnown(string type) =>
        _territory.Coverage.Needs.Any(need => need.Types.Contains(type, StringComparer.Ordinal));

    private static List<string> Historic(IEnumerable<Organisation> organisations) =>
        [
            .. organisations
                .Where(organisation => organisation.IsHistoric)
                .Select(organisation => organisation.Name),
        ];

    private List<string> Elected()
    {
        var organisations = _members
            .Select(organisation => organisation.Id)
            .ToHashSet(StringComparer.Ordinal);
        var people = _question
            .Group?.Participations.Select(place => place.PersonId)
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. _territory
                .People.Where(person => person.IsElected)
                .Where(person =>
                    people?.Contains(person.Id)
                    ?? (_question.Communes is null || organisations.Contains(person.Organisation ?? ""))
                )
                .Select(person => person.Name),
            .. _members
                .Where(organisation => TypesOf(organisation).Contains(OrganisationTypes.Elected))
                .Select(organisation => organisation.Name),
        ];
    }

    /// <summary>The organisations that somebody represents in the group; null for the whole network.</summary>
    private HashSet<string>? InGroup()
    {
        if (_question.Group is not { } group)
        {
            return null;
        }

        var people = group.Participations.Select(place => place.PersonId).ToHashSet(StringComparer.Ordinal);
        return _territory
            .People.Where(person => people.Contains(person.Id))
            .Select(person => person.Organisation)
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
    }

    private static bool IsIn(Organisation organisation, HashSet<string>? inside) =>
        inside?.Contains(organisation.Id) ?? organisation.IsMember;

    private bool IsHere(Organisation organisation) =>
        _question.Communes is not { } communes
        || (organisation.Place[StandardColumn.InseeCode] is { } code && communes.Contains(code))
        || (organisation.Commune is { } name && communes.Contains(Folded.Key(name)));
}
