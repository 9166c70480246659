using Connector.Domain;
using Connector.Domain.Directories;
using Connector.Domain.Territories;
using Connector.TerritoryFiles.Shapes;

namespace Connector.TerritoryFiles.Records;

/// <summary>A gap that is left, as written.</summary>
internal sealed record WaiverDraft(Located<string>? Need, string Reason, Located<string>? Group);

/// <summary>« couverture » as written.</summary>
internal sealed record CoverageDraft(
    IReadOnlyList<CoverageNeed> Needs,
    IReadOnlyList<WaiverDraft> Waivers,
    string? Communes
)
{
    public static CoverageDraft Empty { get; } = new([], [], null);
}

/// <summary>« couverture »: its keys.</summary>
internal static class CoverageRecord
{
    private static readonly Key<string> Id = new(
        "id",
        Identifiers.Plain,
        new Text(
            "celui d'une famille connue pour lui ajouter des types, ou un nouveau.",
            "that of a known one, to add types to it, or a new one."
        )
    )
    {
        IsRequired = true,
    };

    private static readonly Key<string> Name = new(
        "nom",
        TextShape.Name,
        new Text(
            "comme il est montré ; l'identifiant par défaut.",
            "as it is shown; default: the identifier."
        )
    );

    private static readonly Key<IReadOnlyList<string>> Types = new(
        "types",
        new ListShape<string>(TextShape.Name),
        new Text("codes de typologie : CMP, CSAPA…", "codes of types: CMP, CSAPA…")
    )
    {
        IsRequired = true,
    };

    private static readonly Key<IReadOnlyList<CoverageNeed>> Families = Needs(
        "familles",
        NeedKind.Family,
        new Text("famille", "family"),
        new Text("familles d'acteurs en plus.", "more families of actors.")
    );

    private static readonly Key<IReadOnlyList<CoverageNeed>> Audiences = Needs(
        "publics",
        NeedKind.Audience,
        new Text("public", "audience"),
        new Text("publics en plus, et qui les touche.", "more audiences, and who reaches them.")
    );

    private static readonly Key<Located<string>> Need = new(
        "manque",
        new LocatedShape<string>(Identifiers.Plain),
        new Text("identifiant de la famille ou du public.", "identifier of the family or audience.")
    )
    {
        IsRequired = true,
        Aliases = ["famille", "public"],
    };

    private static readonly Key<string> Reason = new(
        "motif",
        TextShape.Line,
        new Text("pourquoi, en une phrase.", "why, in one sentence.")
    )
    {
        IsRequired = true,
    };

    private static readonly Key<Located<string>> Group = new(
        "groupe",
        new LocatedShape<string>(Identifiers.Group),
        new Text("le seul groupe concerné ; tous par défaut.", "the only group concerned; default all.")
    );

    private static readonly Key<IReadOnlyList<WaiverDraft>> Waivers = new(
        "écartés",
        new ListShape<WaiverDraft>(
            new RecordShape<WaiverDraft>(
                new Text("écarté", "waiver"),
                () => [Need, Reason, Group],
                record => new WaiverDraft(record.Find(Need), record.Get(Reason, ""), record.Find(Group))
            ),
            allowSingle: false
        ),
        new Text("manques que l'on laisse, avec leur motif.", "gaps that are left, with the reason.")
    );

    private static readonly Key<string> Communes = new(
        "communes",
        TextShape.Name,
        new Text(
            "fichier CSV des communes et de leur EPCI (code_insee, nom, epci_nom), à côté de celui-ci.",
            "CSV file of municipalities and their EPCI (code_insee, nom, epci_nom), beside this one."
        )
    );

    public static readonly Key<CoverageDraft> Key = new(
        "couverture",
        new RecordShape<CoverageDraft>(
            new Text("couverture", "coverage"),
            () => [Families, Audiences, Waivers, Communes],
            record => new CoverageDraft(
                [.. record.Get(Families, []), .. record.Get(Audiences, [])],
                record.Get(Waivers, []),
                record.Find(Communes)
            )
        ),
        new Text(
            "qui le réseau ne doit pas oublier, en plus de ce que « connector coverage » connaît.",
            "whom the network must not forget, besides what 'connector coverage' knows."
        )
    );

    private static Key<IReadOnlyList<CoverageNeed>> Needs(
        string name,
        NeedKind kind,
        Text noun,
        Text meaning
    ) =>
        new(
            name,
            new ListShape<CoverageNeed>(
                new RecordShape<CoverageNeed>(
                    noun,
                    () => [Id, Name, Types],
                    record =>
                    {
                        var id = record.Get(Id, "");
                        return new CoverageNeed
                        {
                            Id = id,
                            Kind = kind,
                            Name = Text.Same(record.Find(Name) ?? id),
                            Types =
                            [
                                .. record
                                    .Get(Types, [])
                                    .Select(type => OrganisationTypes.Find(type) ?? type)
                                    .Distinct(StringComparer.Ordinal),
                            ],
                        };
                    }
                ),
                allowSingle: false
            ),
            meaning
        );
}
