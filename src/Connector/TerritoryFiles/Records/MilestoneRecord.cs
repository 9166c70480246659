using Connector.Domain;
using Connector.Domain.Documents;
using Connector.TerritoryFiles.Shapes;

namespace Connector.TerritoryFiles.Records;

/// <summary>A milestone as written; null when its date was wrong.</summary>
internal sealed record MilestoneDraft(Milestone? Milestone, Located<string>? Workstream);

/// <summary>A commitment as written.</summary>
internal sealed record CommitmentDraft(Located<string>? Organisation, IReadOnlyList<string> Promises);

/// <summary>« jalons »: the keys of one.</summary>
internal static class MilestoneRecord
{
    public static readonly Key<DateOnly> Date = new(
        "date",
        Moments.Date,
        new Text("le jour : 2027-06-30.", "the day: 2027-06-30.")
    )
    {
        IsRequired = true,
    };

    public static readonly Key<string> Title = new(
        "titre",
        TextShape.Line,
        new Text("ce qui sera là ce jour-là.", "what will be there that day.")
    )
    {
        IsRequired = true,
        Aliases = ["nom"],
    };

    public static readonly Key<Located<string>> Workstream = new(
        "chantier",
        new LocatedShape<string>(Identifiers.Plain),
        new Text("identifiant du chantier concerné.", "identifier of the workstream concerned.")
    );

    public static readonly RecordShape<MilestoneDraft> Shape = new(
        new Text("jalon", "milestone"),
        () => [Date, Title, Workstream],
        record =>
        {
            var (title, workstream) = (record.Get(Title, ""), record.Find(Workstream));
            return new MilestoneDraft(
                record.FindValue(Date) is { } date ? new Milestone(date, title, workstream?.Value) : null,
                workstream
            );
        }
    );
}

/// <summary>« engagements »: the keys of one.</summary>
internal static class CommitmentRecord
{
    public static readonly Key<Located<string>> Organisation = new(
        "organisation",
        new LocatedShape<string>(Identifiers.Organisation),
        new Text("identifiant de la structure qui s'engage.", "identifier of the organisation that promises.")
    )
    {
        IsRequired = true,
        Aliases = ["structure", "membre"],
    };

    public static readonly Key<IReadOnlyList<string>> Promises = new(
        "promesses",
        new ListShape<string>(TextShape.Line),
        new Text("ce qu'elle promet, une ligne par promesse.", "what it promises, one line each.")
    )
    {
        IsRequired = true,
        Aliases = ["engagements", "texte"],
    };

    public static readonly RecordShape<CommitmentDraft> Shape = new(
        new Text("engagement", "commitment"),
        () => [Organisation, Promises],
        record => new CommitmentDraft(record.Find(Organisation), record.Get(Promises, []))
    );
}
