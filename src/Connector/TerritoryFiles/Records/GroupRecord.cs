using Connector.Domain;
using Connector.Domain.Territories;
using Connector.TerritoryFiles.Blueprints;
using Connector.TerritoryFiles.Shapes;

namespace Connector.TerritoryFiles.Records;

/// <summary>A committee or working group as written; its people and blueprint are judged when they are known.</summary>
internal sealed record GroupDraft
{
    public required Located<string> Id { get; init; }

    public required string Name { get; init; }

    public required string Purpose { get; init; }

    public required IReadOnlyList<string> Audiences { get; init; }

    public required Located<string>? Blueprint { get; init; }

    public required IReadOnlyList<TokenDraft> Tokens { get; init; }

    /// <summary>Role → people, as written at the group.</summary>
    public required IReadOnlyDictionary<GroupRole, IReadOnlyList<Located<string>>> People { get; init; }

    public required IReadOnlyList<MeetingDraft> Meetings { get; init; }

    public required IReadOnlyList<ChannelDraft> Channels { get; init; }
}

/// <summary>« comités » and « groupes-de-travail »: the keys of one.</summary>
internal static class GroupRecord
{
    private static readonly ListShape<Located<string>> People = new(
        new LocatedShape<string>(Identifiers.Person)
    );

    public static readonly Key<Located<string>> Id = new(
        "id",
        new LocatedShape<string>(Identifiers.Group),
        new Text(
            "identifiant stable, aussi celui du groupe dans Nextcloud : gt-jeunes.",
            "stable identifier, also that of the Nextcloud group: gt-jeunes."
        )
    )
    {
        IsRequired = true,
        Aliases = ["identifiant"],
    };

    public static readonly Key<string> Name = new(
        "nom",
        TextShape.Name,
        new Text("nom du groupe, aussi celui de son dossier.", "name of the group, also that of its folder.")
    )
    {
        IsRequired = true,
    };

    public static readonly Key<string> Purpose = new(
        "raison d'être",
        TextShape.Paragraphs,
        new Text("pourquoi ce groupe existe.", "why the group exists.")
    );

    public static readonly Key<IReadOnlyList<string>> Audiences = new(
        "publics",
        new ListShape<string>(TextShape.Name),
        new Text("pour qui : Jeunes, Seniors…", "for whom: Jeunes, Seniors…")
    )
    {
        Aliases = ["public"],
    };

    public static readonly Key<IReadOnlyList<Located<string>>> Coordination = new(
        "coordination",
        People,
        new Text("personnes qui coordonnent, dans ce groupe.", "people who coordinate, in this group.")
    );

    public static readonly Key<IReadOnlyList<Located<string>>> Leads = new(
        "animation",
        People,
        new Text("personnes qui animent le groupe.", "people who lead the group.")
    )
    {
        Aliases = ["animateurs"],
    };

    public static readonly Key<IReadOnlyList<Located<string>>> Members = new(
        "membres",
        People,
        new Text("personnes membres.", "people who are members.")
    );

    public static readonly Key<IReadOnlyList<Located<string>>> Observers = new(
        "observateurs",
        People,
        new Text("personnes qui suivent sans écrire.", "people who follow without writing.")
    );

    public static readonly Key<Located<string>> BlueprintName = new(
        "modèle",
        new LocatedShape<string>(TextShape.Name),
        new Text(
            "nom du modèle de dossier ; « standard » par défaut.",
            "name of the folder's blueprint; default 'standard'."
        )
    );

    public static readonly Key<IReadOnlyList<MeetingDraft>> Meetings = new(
        "rencontres",
        new ListShape<MeetingDraft>(MeetingRecord.Shape, allowSingle: false),
        new Text("séries de rencontres.", "series of meetings.")
    );

    public static readonly RecordShape<GroupDraft> Shape = new(
        new Text("groupe", "group"),
        () =>
            [
                Id,
                Name,
                Purpose,
                Audiences,
                Coordination,
                Leads,
                Members,
                Observers,
                BlueprintName,
                BlueprintRecord.Tokens,
                Meetings,
                ChannelRecord.Key,
            ],
        Build
    );

    private static GroupDraft Build(RecordReader record) =>
        new()
        {
            Id = record.Get(Id, new Located<string>("", record.Place)),
            Name = record.Get(Name, ""),
            Purpose = record.Get(Purpose, ""),
            Audiences = record.Get(Audiences, []),
            Blueprint = record.Find(BlueprintName),
            Tokens = record.Get(BlueprintRecord.Tokens, []),
            People = new Dictionary<GroupRole, IReadOnlyList<Located<string>>>
            {
                [GroupRole.Coordination] = record.Get(Coordination, []),
                [GroupRole.Lead] = record.Get(Leads, []),
                [GroupRole.Member] = record.Get(Members, []),
                [GroupRole.Observer] = record.Get(Observers, []),
            },
            Meetings = record.Get(Meetings, []),
            Channels = record.Get(ChannelRecord.Key, []),
        };
}
