using Connector.Domain.Directories;
using Connector.Domain.Territories;

namespace Connector.Domain.Needs;

/// <summary>
/// The places that help: the organisations of the directory that offer a service, members of the network or not, for people
/// are helped there all the same.
/// </summary>
public sealed class Offer
{
    private readonly Dictionary<string, List<Organisation>> _byCommune = new(StringComparer.Ordinal);

    private Offer(IReadOnlyList<Organisation> places, IReadOnlyList<CommuneSite> communes)
    {
        Places = places;
        var codes = communes.Select(commune => commune.InseeCode).ToHashSet(StringComparer.Ordinal);
        // Two communes of one name are told apart by their codes alone.
        var names = communes
            .GroupBy(commune => Folded.Key(commune.Name), StringComparer.Ordinal)
            .Where(group => group.Count() == 1)
            .ToDictionary(group => group.Key, group => group.Single().InseeCode, StringComparer.Ordinal);
        var elsewhere = new List<Organisation>();
        foreach (var place in places)
        {
            if (CodeOf(place, codes, names) is { } code)
            {
                if (!_byCommune.TryGetValue(code, out var here))
                {
                    _byCommune[code] = here = [];
                }

                here.Add(place);
            }
            else
            {
                elsewhere.Add(place);
            }
        }

        Elsewhere = elsewhere;
    }

    public IReadOnlyList<Organisation> Places { get; }

    /// <summary>Those that are in no known commune.</summary>
    public IReadOnlyList<Organisation> Elsewhere { get; }

    public static Offer Of(IEnumerable<Organisation> organisations, IReadOnlyList<CommuneSite> communes) =>
        new([.. organisations.Where(Offers)], communes);

    /// <summary>Whether an organisation is a place that helps.</summary>
    public static bool Offers(Organisation organisation)
    {
        ArgumentNullException.ThrowIfNull(organisation);
        return organisation.Place[StandardColumn.Services] is not null;
    }

    public IReadOnlyList<Organisation> In(string inseeCode) => _byCommune.GetValueOrDefault(inseeCode) ?? [];

    /// <summary>In how many communes the places stand.</summary>
    internal int Communes(IEnumerable<Organisation> places)
    {
        var some = places.ToHashSet(ReferenceEqualityComparer.Instance);
        return _byCommune.Values.Count(here => here.Exists(some.Contains));
    }

    private static string? CodeOf(
        Organisation place,
        HashSet<string> codes,
        Dictionary<string, string> names
    ) =>
        place.Place[StandardColumn.InseeCode] is { } code && codes.Contains(code) ? code
        : place.Place[StandardColumn.InseeCode] is null && place.Commune is { } name
            ? names.GetValueOrDefault(Folded.Key(name))
        : null;
}
