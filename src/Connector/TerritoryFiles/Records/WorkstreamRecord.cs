using Connector.Domain;
using Connector.Domain.Documents;
using Connector.TerritoryFiles.Shapes;

namespace Connector.TerritoryFiles.Records;

/// <summary>A workstream as written, with its mentions of groups and organisations.</summary>
internal sealed record WorkstreamDraft(
    Located<string> Id,
    Workstream Workstream,
    Located<string>? Group,
    Located<string>? Lead,
    IReadOnlyList<Located<string>> Partners
);

/// <summary>« chantiers »: the keys of one.</summary>
internal static class WorkstreamRecord
{
    public static readonly Key<Located<string>> Id = new(
        "id",
        new LocatedShape<string>(Identifiers.Plain),
        new Text("identifiant court, pour les jalons.", "short identifier, for milestones.")
    )
    {
        IsRequired = true,
    };

    public static readonly Key<string> Title = new(
        "titre",
        TextShape.Name,
        new Text("le chantier, en quelques mots.", "the workstream, in a few words.")
    )
    {
        IsRequired = true,
        Aliases = ["nom"],
    };

    public static readonly Key<Located<string>> Group = new(
        "groupe",
        new LocatedShape<string>(Identifiers.Group),
        new Text("identifiant du groupe qui le mène.", "identifier of the group that carries it.")
    );

    public static readonly Key<string> Need = new(
        "besoin",
        TextShape.Line,
        new Text("à quel besoin il répond.", "which need it answers.")
    );

    public static readonly Key<Located<string>> Lead = new(
        "porteur",
        new LocatedShape<string>(Identifiers.Organisation),
        new Text("identifiant de la structure qui le porte.", "identifier of the organisation in charge.")
    )
    {
        Aliases = ["porteuse"],
    };

    public static readonly Key<IReadOnlyList<Located<string>>> Partners = new(
        "partenaires",
        new ListShape<Located<string>>(new LocatedShape<string>(Identifiers.Organisation)),
        new Text("identifiants des structures partenaires.", "identifiers of partner organisations.")
    );

    public static readonly Key<IReadOnlyList<string>> Audiences = new(
        "publics",
        new ListShape<string>(TextShape.Name),
        new Text("pour qui.", "for whom.")
    )
    {
        Aliases = ["public"],
    };

    public static readonly Key<string> Budget = new(
        "budget",
        TextShape.Line,
        new Text("budget, en toutes lettres.", "budget, in words.")
    );

    public static readonly Key<string> Indicator = new(
        "indicateur",
        TextShape.Line,
        new Text("ce que l'on mesure.", "what is measured.")
    );

    public static readonly Key<DateOnly> Start = new(
        "début",
        Moments.Date,
        new Text("premier jour.", "first day.")
    );

    public static readonly Key<DateOnly> End = new(
        "fin",
        Moments.Date,
        new Text("dernier jour.", "last day.")
    );

    public static readonly RecordShape<WorkstreamDraft> Shape = new(
        new Text("chantier", "workstream"),
        () => [Id, Title, Group, Need, Lead, Partners, Audiences, Budget, Indicator, Start, End],
        Build
    );

    private static WorkstreamDraft Build(RecordReader record)
    {
        var id = record.Get(Id, new Located<string>("", record.Place));
        var (group, lead, partners) = (record.Find(Group), record.Find(Lead), record.Get(Partners, []));
        var workstream = new Workstream
        {
            Id = id.Value,
            Title = record.Get(Title, ""),
            GroupId = group?.Value,
            Need = record.Find(Need),
            Lead = lead?.Value,
            Partners = [.. partners.Select(partner => partner.Value)],
            Audiences = record.Get(Audiences, []),
            Budget = record.Find(Budget),
            Indicator = record.Find(Indicator),
            Start = record.FindValue(Start),
            End = record.FindValue(End),
        };
        if (workstream.Start > workstream.End)
        {
            record.Problems.Add(
                "bad-period",
                record.PlaceOf(End),
                new Text(
                    $"Le chantier finit ({workstream.End:yyyy-MM-dd}) avant de commencer ({workstream.Start:yyyy-MM-dd}).",
                    $"The workstream ends ({workstream.End:yyyy-MM-dd}) before it starts ({workstream.Start:yyyy-MM-dd})."
                ),
                new Text("Corrigez « début » ou « fin ».", "Mend 'début' or 'fin'.")
            );
        }

        return new WorkstreamDraft(id, workstream, group, lead, partners);
    }
}
