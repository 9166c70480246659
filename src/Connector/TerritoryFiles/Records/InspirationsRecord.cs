using Connector.Domain;
using Connector.Domain.Inspirations;
using Connector.TerritoryFiles.Shapes;

namespace Connector.TerritoryFiles.Records;

/// <summary>« inspirations »: its keys.</summary>
internal static class InspirationsRecord
{
    private static readonly Key<string> Name = new(
        "nom",
        TextShape.Name,
        new Text("comment la source s'appelle.", "what the source is called.")
    )
    {
        IsRequired = true,
    };

    private static readonly Key<string> Address = new(
        "adresse",
        Identifiers.WebAddress,
        new Text("adresse de sa page, avec https://.", "address of its page, with https://.")
    )
    {
        IsRequired = true,
        Aliases = ["site", "url"],
    };

    private static readonly Key<string> About = new(
        "sujet",
        TextShape.Line,
        new Text("ce que l'on y trouve, en une phrase.", "what is found there, in one sentence.")
    );

    private static readonly Key<IReadOnlyList<InspirationSource>> Sources = new(
        "sources",
        new ListShape<InspirationSource>(
            new RecordShape<InspirationSource>(
                new Text("source", "source"),
                () => [Name, Address, About],
                Build
            ),
            allowSingle: false
        ),
        new Text(
            "où chercher des inspirations, à la place des sources connues (Les Bases, La MedNum…).",
            "where to look for inspirations, instead of the known sources (Les Bases, La MedNum…)."
        )
    );

    public static readonly Key<IReadOnlyList<InspirationSource>> Key = new(
        "inspirations",
        new RecordShape<IReadOnlyList<InspirationSource>>(
            new Text("inspirations", "inspirations"),
            () => [Sources],
            record => record.Get(Sources, InspirationSource.BuiltIn)
        ),
        new Text(
            "ce que « connector inspirations » propose en plus des fiches.",
            "what 'connector inspirations' offers beside the sheets."
        )
    );

    private static InspirationSource Build(RecordReader record) =>
        new(
            record.Get(Name, ""),
            Uri.TryCreate(record.Get(Address, ""), UriKind.Absolute, out var address)
                ? address
                : InspirationSource.BuiltIn[0].Address,
            record.Get(About, "")
        );
}
