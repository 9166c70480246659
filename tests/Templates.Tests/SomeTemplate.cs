using static Connector.Templates.Tests.BuiltInTemplatesBuilder.Blocks;
using static Connector.Templates.Tests.TestTemplates;

namespace Connector.Templates.Tests;

/// <summary>Templates that nobody would write, made from a seed: every kind of tag within every kind of block.</summary>
internal sealed class SomeTemplate
{
    private static readonly string[] Fields =
    [
        "{{mot}}",
        "{{date}}",
        "{{nombre}}",
        "{{choix}}",
        "{{coche}}",
        "{{vide}}",
        "{{lien}}",
        "{{photo}}",
        "{{qr}}",
        "{{texte}}",
    ];

    private readonly Random random;

    private SomeTemplate(int seed) => random = new Random(seed);

    internal static (byte[] Docx, DocumentData Data) Of(int seed)
    {
        var some = new SomeTemplate(seed);
        var body = some.Blocks(0) + P("fin");
        return (FillNoteTests.WithNotes(body, "Note {{mot}} {{#oui}}oui{{/oui}}"), some.Data());
    }

    private string Blocks(int depth) =>
        string.Concat(Enumerable.Range(0, random.Next(1, 5)).Select(_ => Block(depth)));

    private string Block(int depth) =>
        random.Next(depth > 3 ? 9 : 15) switch
        {
            0 => Heading(random.Next(1, 4), Words()),
            1 => Paragraph("ListNumber", Words()),
            2 => Paragraph("ListBullet", Words()),
            3 => P("{{texte}}"),
            4 => P("{{annexe}}"),
            5 => $"<w:p>{Run(Words())}<w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>",
            6 => Bookmarked(random.Next(9)),
            7 when depth == 0 => FillContentsTests.Contents(" TOC \\o \"1-3\" \\h "),
            7 or 8 => P(Words(), Words()),
            9 => Marked("#" + List(), Blocks(depth + 1)),
            10 => Marked(Condition(), Blocks(depth + 1)),
            11 => TableOf(depth),
            12 => Columns(),
            13 => Control(Blocks(depth + 1)),
            _ when depth < 2 => Marked(
                "#" + List(),
                Blocks(depth + 1) + BuiltInTemplatesBuilder.TemplatePackage.SectionEnd(random.Next(2) == 0)
            ),
            _ => P(Words()),
        };

    private static string Marked(string tag, string inside) =>
        P($"{{{{{tag}}}}}") + inside + P($"{{{{/{tag[1..]}}}}}");

    private string TableOf(int depth)
    {
        var list = List();
        return random.Next(4) switch
        {
            0 => Table([Words(), Words()], [$"{{{{#{list}}}}}{Words()}", $"{Words()}{{{{/{list}}}}}"]),
            1 => Table(
                [$"{{{{#{list}}}}}", ""],
                [Words(), Blocks(depth + 1) + P("")],
                [$"{{{{/{list}}}}}", ""]
            ),
            2 => Table([Words()], [Marked("#" + list, Blocks(depth + 1))]),
            _ => Table([$"{{{{#oui}}}}{Words()}{{{{/oui}}}}{{{{^oui}}}}{Words()}{{{{/oui}}}}", Words()]),
        };
    }

    private string Columns() =>
        Table(
            [Words(), "{{#colonnes mois}}{{mot}}{{/mois}}", Words()],
            ["{{#gens}}{{mot}}", Field(), Words() + "{{/gens}}"]
        );

    private string Bookmarked(int number) =>
        $"<w:p><w:bookmarkStart w:id=\"{number}\" w:name=\"lieu{number}\"/>{Run(Words())}<w:bookmarkEnd w:id=\"{number}\"/></w:p>";

    private static string Control(string inside) =>
        $"<w:sdt><w:sdtPr><w:id w:val=\"77\"/></w:sdtPr><w:sdtContent>{inside}{P("")}</w:sdtContent></w:sdt>";

    private string Words()
    {
        var words = Enumerable
            .Range(0, random.Next(1, 4))
            .Select(_ =>
                random.Next(4) switch
                {
                    0 => "mot",
                    1 => $"{{{{#{List()}}}}}{Field()}, {{{{/{{0}}}}}}",
                    2 => $"{{{{{Condition()}}}}}{Field()}{{{{/{{0}}}}}}",
                    _ => Field(),
                }
            )
            .Select(Close);
        return string.Join(' ', words);
    }

    /// <summary>Puts the name of the mark that opens into the one that closes.</summary>
    private static string Close(string words)
    {
        var start = words.IndexOfAny(['#', '^']);
        return start < 0
            ? words
            : words.Replace("{0}", words[(start + 1)..words.IndexOf('}', start)], StringComparison.Ordinal);
    }

    private string Field() => Fields[random.Next(Fields.Length)];

    private string List() => new[] { "gens", "lieux", "mois" }[random.Next(3)];

    private string Condition() => new[] { "#oui", "^oui", "#non", "^non", "#vide", "^mot" }[random.Next(6)];

    private DocumentData Data()
    {
        var data = TestTemplates.Data();
        foreach (var list in new[] { "gens", "lieux", "mois" })
        {
            data.With(
                list,
                new RowsValue([
                    .. Enumerable
                        .Range(0, random.Next(4))
                        .Select(index =>
                            new DocumentRow($"{list}{index}").With("mot", $"{list} n° {index} & <b>")
                        ),
                ])
            );
        }

        return data.With("mot", "le mot : « x » ?")
            .With("date", new DateValue(random.Next(2) == 0 ? null : new DateOnly(2026, 12, 1)))
            .With("nombre", new NumberValue(random.Next(100_000)))
            .With("choix", new ChoiceValue(random.Next(2) == 0 ? null : "Oui", ["Oui", "Non"]))
            .With("coche", new CheckValue(random.Next(2) == 0))
            .With("vide", "")
            .With("lien", new LinkValue("lien", "https://a.example/?a=1&b=2"))
            .With("photo", new ImageValue(Pictures.Chequered, "Damier", 2))
            .With("qr", new QrCodeValue("https://a.example/", "QR code", 2))
            .With(
                "texte",
                new MarkdownValue("# Titre\n\n- un\n  1. deux\n\n**trois** [lien](https://a.example)")
            )
            .With("annexe", new DocumentValue(Annexe))
            .With("oui", new ConditionValue(true))
            .With("non", new ConditionValue(false));
    }

    private static readonly byte[] Annexe = Load(
            Heading(1, "Annexe") + Paragraph("ListNumber", "un") + P("{{photo}}") + Table(["a", "b"]) + P("")
        )
        .Fill(TestTemplates.Data().With("photo", new ImageValue(Pictures.Chequered, "Damier", 2)));
}
