using System.Xml.Linq;
using Connector.Templates.Tests.BuiltInTemplatesBuilder;

namespace Connector.Templates.Tests.Merging;

/// <summary>A small document with all that a merge meets: fields, two in a line, a table, a list, a condition, a free zone.</summary>
internal sealed record MergeTrial
{
    private static readonly XNamespace W = WordText.W;

    internal static readonly DocumentTemplate Template = TestTemplates.Load(
        Blocks.Heading(1, "Carte d'identité")
            + TestTemplates.P("Version : {{version}}")
            + TestTemplates.P("Le {{jour}}, à {{lieu}}")
            + TestTemplates.P("{{coordination}}")
            + Blocks.Heading(1, "Diagnostic")
            + TestTemplates.P("{{libre diagnostic}} Forces et manques.")
            + Blocks.Heading(1, "Chantiers")
            + TestTemplates.Table(
                ["Nom", "Porteur", "Statut"],
                ["{{#chantiers}}", "", ""],
                ["{{nom}}", "{{porteur}}", "{{statut}}"],
                ["{{/chantiers}} {{^chantiers}}", "", ""],
                ["", "", ""],
                ["{{/chantiers}}", "", ""]
            )
            + Blocks.Heading(1, "Ordre du jour")
            + TestTemplates.P("{{#sujets}}")
            + Blocks.Paragraph("ListBullet", "{{sujet}}")
            + TestTemplates.P("{{/sujets}}")
            + TestTemplates.P("{{#suite}}")
            + TestTemplates.P("Prochaine rencontre : {{suite.quand}}")
            + TestTemplates.P("{{/suite}}")
            + TestTemplates.P("Merci à toutes et à tous.")
    );

    internal string Version { get; init; } = "1";

    internal DateOnly? Day { get; init; } = new(2026, 12, 3);

    internal string Place { get; init; } = "Ribérac";

    internal string Coordination { get; init; } = "Anne-Lise Péré\nLoïc N'Diaye";

    internal string Diagnosis { get; init; } = "";

    internal IReadOnlyList<(string Key, string Name, string Lead, string? Status)> Rows { get; init; } =
    [
        ("bus", "Bus numérique", "Familles rurales", "En cours"),
        ("jeunes", "Jeunes ambassadeurs", "Mission locale", null),
        ("aidants", "Aidants connectés", "CCAS de Ribérac", "À lancer"),
    ];

    internal IReadOnlyList<string> Topics { get; init; } = ["Tour de table", "Budget 2027"];

    internal string? Next { get; init; }

    internal int Revision { get; init; } = 3;

    internal string Id { get; init; } = Some.Stamp.Id;

    internal DocumentData Data() =>
        new DocumentData(Some.Stamp with { Id = Id, Revision = Revision }, "Essai")
            .With("version", Version)
            .With("jour", new DateValue(Day, DateStyle.Weekday))
            .With("lieu", Place)
            .With("coordination", Coordination)
            .WithFreeText("diagnostic", Diagnosis)
            .With(
                "chantiers",
                new RowsValue([
                    .. Rows.Select(row =>
                        new DocumentRow(row.Key)
                            .With("nom", row.Name)
                            .With("porteur", row.Lead)
                            .With("statut", new ChoiceValue(row.Status, RoadmapContent.Statuses))
                    ),
                ])
            )
            .With(
                "sujets",
                new RowsValue([
                    .. Topics.Select((topic, index) => new DocumentRow($"{index + 1}").With("sujet", topic)),
                ])
            )
            .With("suite", new ConditionValue(Next is not null))
            .With("suite.quand", Next);

    internal byte[] Fill() => Template.Fill(Data());

    /// <summary>Merges an edit of this document with the document of <paramref name="other"/>.</summary>
    internal MergedDocument Merge(Action<XElement> edit, MergeTrial other) =>
        DocumentMerge.Merge(Fill(), DocxEdit.Change(Fill(), edit), other.Fill());

    internal static List<XElement> TableRows(XElement document) => [.. document.Descendants(W + "tr")];

    internal static XElement Paragraph(XElement document, string words) =>
        document
            .Descendants(W + "p")
            .First(paragraph => WordText.Of(paragraph).Contains(words, StringComparison.Ordinal));

    internal static XElement Written(string words) =>
        new(W + "p", new XElement(W + "r", new XElement(W + "t", words)));

    /// <summary>Types over words, in whichever run they stand.</summary>
    internal static void Type(XElement document, string words, string typed)
    {
        var text = document
            .Descendants(W + "t")
            .First(leaf => leaf.Value.Contains(words, StringComparison.Ordinal));
        text.Value = text.Value.Replace(words, typed, StringComparison.Ordinal);
    }
}
