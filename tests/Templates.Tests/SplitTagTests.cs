using FsCheck;
using FsCheck.Fluent;
using static Connector.Templates.Tests.TestTemplates;

namespace Connector.Templates.Tests;

/// <summary>Editors cut a paragraph into runs wherever they like; the result must not change.</summary>
internal sealed class SplitTagTests
{
    private const string Source =
        "Le {{#gens}}« {{ nom }} » de {{ville}}, {{/gens}}et {{^rien}}personne{{/rien}} d'autre {{ville}}";
    private const string Expected = "Le « Zoé » de Ormeau, « Loïc » de Ormeau, et personne d'autre Ormeau";

    private static readonly string[] Between =
    [
        "",
        "<w:proofErr w:type=\"spellStart\"/>",
        "<w:bookmarkStart w:id=\"{0}\" w:name=\"m{0}\"/><w:bookmarkEnd w:id=\"{0}\"/>",
        "<w:proofErr w:type=\"gramEnd\"/>",
    ];

    [Test]
    public void Tags_are_found_however_runs_are_cut()
    {
        var cuts = ArbMap.Default.ArbFor<int>().Generator.Select(Math.Abs).ListOf().ToArbitrary();
        var data = Data().With("gens", Names("Zoé", "Loïc")).With("ville", "Ormeau").With("rien", "");

        Prop.ForAll(
                cuts,
                positions =>
                {
                    var docx = Load(Cut([.. positions.Select(position => position % Source.Length)]))
                        .Fill(data);
                    return Docx.Text(docx) == Expected && Docx.Errors(docx).Count == 0;
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(150).WithReplay(20_261_124UL, 17UL));
    }

    private static string Cut(IReadOnlyCollection<int> positions)
    {
        var edges = positions.Append(0).Append(Source.Length).Distinct().Order().ToList();
        var pieces = edges.Zip(
            edges.Skip(1),
            (start, end) =>
                (
                    start % 3 == 1
                        ? $"<w:ins w:id=\"{start}\" w:author=\"a\">{Run(Source[start..end])}</w:ins>"
                        : Run(Source[start..end])
                ) + Between[start % Between.Length].Replace("{0}", $"{start + 900}", StringComparison.Ordinal)
        );
        return $"<w:p>{string.Concat(pieces)}</w:p>";
    }

    private static string Run(string text) => $"<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>";
}
