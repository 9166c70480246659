using static Connector.Templates.Tests.TestTemplates;

namespace Connector.Templates.Tests;

internal sealed class AccessibilityCheckTests
{
    private static readonly ReadOnlyMemory<byte>[] BuiltIns =
    [
        BuiltInTemplates.Find("feuille-de-route")!.Docx,
        BuiltInTemplates.Find("compte-rendu")!.Docx,
        BuiltInTemplates.Find("abonnement")!.Docx,
    ];

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(2)]
    public void Built_in_templates_lack_nothing(int index) =>
        Assert.That(AccessibilityCheck.Of(BuiltIns[index]), Is.Empty);

    [Test]
    public void Filled_roadmap_lacks_nothing() =>
        Assert.That(AccessibilityCheck.Of(BuiltInTemplates.Roadmap.Fill(Some.Roadmap().ToData())), Is.Empty);

    [Test]
    public void Gap_between_headings_is_told_at_the_heading()
    {
        var problems = Check(Heading(1, "Un") + Heading(3, "Trois") + Heading(2, "Deux") + Heading(3, "Ok"));

        Assert.That(
            problems.Select(problem => (problem.Code, problem.Where)),
            Is.EqualTo(new[] { ("heading-gap", "Trois") })
        );
        Assert.That(problems[0].FrenchRemedy, Does.Contain("Titre 2"));
    }

    [Test]
    public void First_heading_must_be_of_the_first_level() =>
        Assert.That(Codes(Heading(2, "Deux")), Is.EqualTo(new[] { "heading-gap" }));

    [Test]
    public void Empty_heading_is_told() =>
        Assert.That(Codes(Heading(1, "Un") + Heading(2, "")), Is.EqualTo(new[] { "heading-empty" }));

    [Test]
    public void Table_without_header_row_is_told_under_its_heading()
    {
        var problem = Check(
                Heading(1, "Composition") + Table(["Nom", "Rôle"], ["{{nom}}", "{{role}}"]) + P("")
            )
            .Single();

        Assert.Multiple(() =>
        {
            Assert.That(problem.Code, Is.EqualTo("header-row-missing"));
            Assert.That(problem.Where, Is.EqualTo("Composition › Nom | Rôle"));
        });
    }

    [Test]
    public void Table_of_one_row_or_with_names_at_the_left_needs_no_header_row() =>
        Assert.That(
            Codes(
                Table(["un", "deux"])
                    + P("")
                    + "<w:tbl><w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/><w:tblLook w:val=\"0080\"/></w:tblPr><w:tblGrid><w:gridCol w:w=\"1\"/><w:gridCol w:w=\"1\"/></w:tblGrid>"
                    + $"<w:tr>{Cell("Lieu")}{Cell("Ormeau")}</w:tr><w:tr>{Cell("Date")}{Cell("jeudi")}</w:tr></w:tbl>"
                    + P("")
            ),
            Is.Empty
        );

    [TestCase("", true)]
    [TestCase("descr=\"Logo du réseau\"", false)]
    [TestCase("title=\"Logo du réseau\"", false)]
    public void Picture_needs_a_text_that_replaces_it(string attributes, bool isTold) =>
        Assert.That(
            Codes(Picture(attributes, "")),
            Is.EqualTo(isTold ? ["alternative-text-missing"] : Array.Empty<string>())
        );

    [Test]
    public void Picture_marked_as_decorative_needs_none() =>
        Assert.That(
            Codes(
                Picture(
                    "",
                    "<a:extLst xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><a:ext uri=\"{C183D7F6-B498-43B3-948B-1728B52AA6E4}\"><adec:decorative xmlns:adec=\"http://schemas.microsoft.com/office/drawing/2017/decorative\" val=\"1\"/></a:ext></a:extLst>"
                )
            ),
            Is.Empty
        );

    [Test]
    public void Title_and_language_are_asked_for()
    {
        var package = PackageReader.Read(Docx(P("texte")));
        package["docProps/core.xml"] = Replace(package["docProps/core.xml"], "Essai", "");
        package["word/styles.xml"] = Replace(package["word/styles.xml"], "<w:lang ", "<w:noProof ");

        Assert.That(
            AccessibilityCheck.Of(PackageWriter.Write(package)).Select(problem => problem.Code),
            Is.EqualTo(new[] { "title-missing", "language-missing" })
        );
    }

    private static ReadOnlyMemory<byte> Replace(ReadOnlyMemory<byte> part, string old, string replacement)
    {
        var text = System.Text.Encoding.UTF8.GetString(part.Span);
        Assert.That(text, Does.Contain(old));
        return System.Text.Encoding.UTF8.GetBytes(text.Replace(old, replacement, StringComparison.Ordinal));
    }

    private static IReadOnlyList<TemplateProblem> Check(string body) => AccessibilityCheck.Of(Docx(body));

    private static IEnumerable<string> Codes(string body) => Check(body).Select(problem => problem.Code);

    private static string Heading(int level, string text) =>
        $"<w:p><w:pPr><w:outlineLvl w:val=\"{level - 1}\"/></w:pPr>{BuiltInTemplatesBuilder.Blocks.Run(text)}</w:p>";

    private static string Picture(string attributes, string inside) =>
        "<w:p><w:r><w:drawing><wp:inline xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"360000\" cy=\"360000\"/>"
        + $"<wp:docPr id=\"1\" name=\"Trait\" {attributes}>{inside}</wp:docPr></wp:inline></w:drawing></w:r></w:p>";
}
