using Connector.Domain;
using Connector.Domain.Needs;
using Connector.TerritoryFiles.Shapes;

namespace Connector.TerritoryFiles.Records;

/// <summary>« diagnostic » as written: files, and how they are looked at.</summary>
internal sealed record DiagnosisDraft
{
    public Located<string>? Scores { get; init; }

    public Located<string>? Communes { get; init; }

    public Located<string>? Contours { get; init; }

    public Located<string>? Vintage { get; init; }

    public Located<string>? Epci { get; init; }

    public double Kilometres { get; init; } = NeedsGround.DefaultKilometres;
}

/// <summary>« diagnostic »: its keys.</summary>
internal static class DiagnosisRecord
{
    private static readonly Key<Located<string>> Scores = new(
        "ifn",
        new LocatedShape<string>(TextShape.Name),
        new Text(
            "fichier CSV des scores de fragilité numérique (code_insee, score, millesime, source), à côté de celui-ci.",
            "CSV file of scores of digital fragility (code_insee, score, millesime, source), beside this one."
        )
    )
    {
        IsRequired = true,
    };

    private static readonly Key<Located<string>> Communes = new(
        "communes",
        new LocatedShape<string>(TextShape.Name),
        new Text(
            "fichier CSV des communes (code_insee, nom, epci_nom, latitude, longitude) ; à défaut, celles qui ont un score.",
            "CSV file of municipalities (code_insee, nom, epci_nom, latitude, longitude); without it, those that have a score."
        )
    );

    private static readonly Key<Located<string>> Contours = new(
        "contours",
        new LocatedShape<string>(TextShape.Name),
        new Text(
            "contours des communes, en GeoJSON : pour la carte, et pour leur position.",
            "outlines of municipalities, as GeoJSON: for the map, and for their position."
        )
    );

    private static readonly Key<Located<string>> Vintage = new(
        "millésime",
        new LocatedShape<string>(TextShape.Name),
        new Text(
            "celui des scores que l'on regarde ; par défaut, le plus récent qui couvre toutes les communes.",
            "that of the scores to look at; default: the latest that covers all municipalities."
        )
    );

    private static readonly Key<Located<string>> Epci = new(
        "epci",
        new LocatedShape<string>(TextShape.Name),
        new Text(
            "nom ou SIREN de l'EPCI dont on regarde les communes ; toutes par défaut.",
            "name or SIREN of the EPCI whose municipalities are looked at; default: all."
        )
    );

    private static readonly Key<double> Distance = new(
        "distance",
        new DistanceShape(),
        new Text(
            "à quelle distance un lieu est encore proche, à vol d'oiseau ; 10 km par défaut.",
            "how far a place is still near, as the crow flies; default 10 km."
        )
    );

    public static readonly Key<DiagnosisDraft> Key = new(
        "diagnostic",
        new RecordShape<DiagnosisDraft>(
            new Text("diagnostic", "diagnosis"),
            () => [Scores, Communes, Contours, Vintage, Epci, Distance],
            record => new DiagnosisDraft
            {
                Scores = record.Find(Scores),
                Communes = record.Find(Communes),
                Contours = record.Find(Contours),
                Vintage = record.Find(Vintage),
                Epci = record.Find(Epci),
                Kilometres = record.Get(Distance, NeedsGround.DefaultKilometres),
            }
        ),
        new Text(
            "avec quoi mesurer les besoins : « connector diagnosis », la section de la feuille de route, la carte.",
            "what needs are measured with: 'connector diagnosis', the roadmap's section, the map."
        )
    );
}
