using Connector.Domain;
using Connector.Domain.Documents;
using Connector.TerritoryFiles.Shapes;

namespace Connector.TerritoryFiles.Records;

/// <summary>The roadmap as written.</summary>
internal sealed record RoadmapDraft(
    string Version,
    DateOnly? Date,
    IReadOnlyList<Objective> Objectives,
    IReadOnlyList<WorkstreamDraft> Workstreams,
    IReadOnlyList<MilestoneDraft> Milestones,
    IReadOnlyList<CommitmentDraft> Commitments
)
{
    public static RoadmapDraft Empty { get; } = new("1", null, [], [], [], []);
}

/// <summary>« feuille-de-route »: its keys.</summary>
internal static class RoadmapRecord
{
    public static readonly Key<string> Version = new(
        "version",
        TextShape.Name,
        new Text("nom de la version en cours ; 1 par défaut.", "name of the current version; default 1.")
    );

    public static readonly Key<DateOnly> Date = new(
        "date",
        Moments.Date,
        new Text("jour de cette version.", "day of that version.")
    );

    public static readonly Key<string> ObjectiveTitle = new(
        "titre",
        TextShape.Line,
        new Text("l'objectif, en une phrase.", "the objective, in one sentence.")
    )
    {
        IsRequired = true,
    };

    public static readonly Key<string> ObjectiveIndicator = new(
        "indicateur",
        TextShape.Line,
        new Text("ce qui dira s'il est atteint.", "what will tell whether it is reached.")
    );

    public static readonly Key<IReadOnlyList<Objective>> Objectives = new(
        "objectifs",
        new ListShape<Objective>(
            new RecordShape<Objective>(
                new Text("objectif", "objective"),
                () => [ObjectiveTitle, ObjectiveIndicator],
                record => new Objective(record.Get(ObjectiveTitle, ""), record.Find(ObjectiveIndicator))
            ),
            allowSingle: false
        ),
        new Text("où le réseau veut aller.", "where the network wants to go.")
    );

    public static readonly Key<IReadOnlyList<WorkstreamDraft>> Workstreams = new(
        "chantiers",
        new ListShape<WorkstreamDraft>(WorkstreamRecord.Shape, allowSingle: false),
        new Text("ce que l'on fait, avec un porteur.", "what is done, with someone in charge.")
    );

    public static readonly Key<IReadOnlyList<MilestoneDraft>> Milestones = new(
        "jalons",
        new ListShape<MilestoneDraft>(MilestoneRecord.Shape, allowSingle: false),
        new Text("les dates qui comptent.", "the dates that matter.")
    );

    public static readonly Key<IReadOnlyList<CommitmentDraft>> Commitments = new(
        "engagements",
        new ListShape<CommitmentDraft>(CommitmentRecord.Shape, allowSingle: false),
        new Text("ce que chaque membre promet aux autres.", "what each member promises the others.")
    );

    public static readonly RecordShape<RoadmapDraft> Shape = new(
        new Text("feuille de route", "roadmap"),
        () => [Version, Date, Objectives, Workstreams, Milestones, Commitments],
        record => new RoadmapDraft(
            record.Get(Version, "1"),
            record.FindValue(Date),
            record.Get(Objectives, []),
            record.Get(Workstreams, []),
            record.Get(Milestones, []),
            record.Get(Commitments, [])
        )
    );
}
