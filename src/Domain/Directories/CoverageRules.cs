namespace Connector.Domain.Directories;

/// <summary>Whether a need is a family of actors or people whom the network wants to reach.</summary>
public enum NeedKind
{
    Family,
    Audience,
}

/// <summary>A family of actors, or an audience with those who reach it.</summary>
public sealed record CoverageNeed
{
    /// <summary>Lower-case letters without accents, digits and hyphens.</summary>
    public required string Id { get; init; }

    public required NeedKind Kind { get; init; }

    public required Text Name { get; init; }

    /// <summary>Codes of <see cref="OrganisationTypes"/>; any of them meets the need.</summary>
    public required IReadOnlyList<string> Types { get; init; }
}

/// <summary>« écarté »: a gap that the network knows of and leaves, and why.</summary>
/// <param name="Need">Identifier of the need.</param>
/// <param name="Reason">In the coordinator's words.</param>
/// <param name="Group">Identifier of the only group that it holds for; null for all.</param>
public sealed record CoverageWaiver(string Need, string Reason, string? Group);

/// <summary>Whom a network must not forget. The built-in ones can be extended and silenced, never taken away.</summary>
public sealed record CoverageRules
{
    public required IReadOnlyList<CoverageNeed> Needs { get; init; }

    public IReadOnlyList<CoverageWaiver> Waivers { get; init; } = [];

    public static CoverageRules National { get; } =
        new()
        {
            Needs =
            [
                Family(
                    "elus",
                    "élus et collectivités",
                    "elected bodies",
                    "MUNI EPCI CC CD REG " + OrganisationTypes.Elected
                ),
                Family("etat", "État", "State", "PREF DEETS"),
                Family("droits", "accès aux droits", "rights", "CAF CPAM MSA FT CFP LA_POSTE RFS MSAP"),
                Family("social", "action sociale", "social services", "CCAS CIAS MDS DEPT UDAF CHRS"),
                Family("proximite", "proximité", "neighbourhood", "BIB CS CSC EVS MJC MQ"),
                Family("numerique", "numérique", "digital", "EPN TIERS_LIEUX FABLAB LOCAL_HUB"),
                Family("emploi", "emploi et formation", "work and training", "ML PLIE CAP_EMPLOI OF"),
                Family("handicap", "handicap", "disability", "MDPH ESAT"),
                Family("justice", "justice", "justice", "PAD SPIP"),
                Audience(
                    "jeunes",
                    "Jeunes",
                    "young people",
                    "ML PIJ_BIJ MJC E2C RS_FJT TIERS_LIEUX LOCAL_ECOLE LOCAL_SPORT"
                ),
                Audience("seniors", "Seniors", "older people", "CCAS BIB LOCAL_CARSAT"),
                Audience("femmes", "Femmes", "women", "CIDFF"),
                Audience("exiles", "Exilés", "refugees", "CADA HUDA CPH"),
            ],
        };

    /// <summary>These needs with others: one with a known identifier gets the types of both.</summary>
    public CoverageRules With(IEnumerable<CoverageNeed> others, IEnumerable<CoverageWaiver> waivers)
    {
        var needs = Needs.ToList();
        foreach (var other in others)
        {
            var index = needs.FindIndex(need => need.Id == other.Id && need.Kind == other.Kind);
            if (index < 0)
            {
                needs.Add(other);
            }
            else
            {
                needs[index] = needs[index] with { Types = [.. needs[index].Types.Union(other.Types)] };
            }
        }

        return new CoverageRules { Needs = needs, Waivers = [.. Waivers, .. waivers] };
    }

    private static CoverageNeed Family(string id, string french, string english, string types) =>
        Need(NeedKind.Family, id, new Text(french, english), types);

    private static CoverageNeed Audience(string id, string french, string english, string types) =>
        Need(NeedKind.Audience, id, new Text(french, english), types);

    private static CoverageNeed Need(NeedKind kind, string id, Text name, string types) =>
        new()
        {
            Id = id,
            Kind = kind,
            Name = name,
            Types = types.Split(' '),
        };
}
