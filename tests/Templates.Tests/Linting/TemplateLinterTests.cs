using static Connector.Templates.Tests.TestTemplates;

namespace Connector.Templates.Tests;

internal sealed class TemplateLinterTests
{
    private const string Head =
        "<w:p><w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr><w:r><w:t>Décisions</w:t></w:r></w:p>";

    [TestCaseSource(nameof(BuiltIns))]
    public void Built_in_templates_are_clean(BuiltInTemplate template)
    {
        var report = TemplateLinter.Check(template.Docx);

        Assert.That(report.Findings.Select(Line), Is.Empty);
        Assert.That(report.Kind, Is.EqualTo(template.Kind));
    }

    private static IEnumerable<BuiltInTemplate> BuiltIns => BuiltInTemplates.All;

    [Test]
    public void Unknown_field_is_told_with_what_was_meant()
    {
        var finding = Single(Head + P("{{#decsions}}") + P("{{decision}}") + P("{{/decsions}}"));

        Assert.Multiple(() =>
        {
            Assert.That(finding.Severity, Is.EqualTo(LintSeverity.Error));
            Assert.That(finding.Problem.French, Is.EqualTo("Le champ « decsions » est inconnu."));
            Assert.That(finding.Problem.FrenchRemedy, Is.EqualTo("Vouliez-vous « decisions » ?"));
            Assert.That(finding.FrenchPlace, Is.EqualTo("sous « Décisions »"));
            Assert.That(finding.EnglishPlace, Is.EqualTo("under “Décisions”"));
        });
    }

    [Test]
    public void Mark_of_a_loop_is_not_part_of_the_heading_that_names_the_place()
    {
        var head = Head.Replace("Décisions", "Décisions {{#decisions}}", StringComparison.Ordinal);
        var finding = Single(head + Table(["{{decision}}", "{{/decisions}}"]) + P(""));

        Assert.Multiple(() =>
        {
            Assert.That(finding.Problem.Code, Is.EqualTo("loop-not-in-row"));
            Assert.That(finding.FrenchPlace, Is.EqualTo("sous « Décisions »"));
        });
    }

    [Test]
    public void Every_error_is_told_at_once() =>
        Assert.That(
            Codes(P("{{nimporte}}") + P("{{#decisions}}") + P("{{reunion.titre") + P("{{/actions}}")),
            Is.EqualTo(new[] { "unknown-tag", "loop-not-closed", "unreadable-tag", "loop-not-opened" })
        );

    [TestCase("{{reunion.titre", "n'est pas fermé dans son paragraphe")]
    [TestCase("{{reunion titre}}", "n'est pas un champ lisible")]
    [TestCase("{{“reunion.titre”}}", "n'est pas un champ lisible")]
    public void Tag_that_cannot_be_read_is_told(string text, string sentence) =>
        Assert.That(Single(P(text)).Problem.French, Does.Contain(sentence));

    [TestCase("{reunion.titre}")]
    [TestCase("{ {reunion.titre} }")]
    [TestCase("{reunion.titre}}")]
    public void Field_with_too_few_braces_is_told(string text)
    {
        var finding = Single(P("Réunion : " + text));

        Assert.That(finding.Problem.Code, Is.EqualTo("brace-missing"));
        Assert.That(finding.Problem.FrenchRemedy, Does.Contain("{{reunion.titre}}"));
    }

    [Test]
    public void Braces_around_other_words_are_nobodys_business() =>
        Assert.That(Codes(P("{voir annexe} et } et {")), Is.Empty);

    [Test]
    public void Formatting_that_changes_within_a_tag_is_told()
    {
        var bold =
            "<w:p><w:r><w:t>{{reunion.</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>titre}}</w:t></w:r></w:p>";

        var finding = Single(bold);

        Assert.That(
            (finding.Problem.Code, finding.Severity),
            Is.EqualTo(("tag-formatting", LintSeverity.Warning))
        );
    }

    [Test]
    public void Tag_that_an_editor_cut_without_changing_its_look_is_right() =>
        Assert.That(Codes(P("{{reu", "nion.ti", "tre}}")), Is.Empty);

    [Test]
    public void Row_loop_that_leaves_its_table_is_told_with_table_and_row()
    {
        var finding = Single(
            Head
                + Table(["Décision", "Qui"], ["{{#decisions}}{{decision}}", "{{responsable}}"])
                + P("{{/decisions}}"),
            "loop-not-in-row"
        );

        Assert.That(
            finding.FrenchPlace,
            Is.EqualTo("sous « Décisions », tableau « Décision | Qui », ligne 2")
        );
        Assert.That(finding.EnglishPlace, Is.EqualTo("under “Décisions”, table “Décision | Qui”, row 2"));
    }

    [Test]
    public void Field_of_a_loop_that_stands_outside_of_it_is_told_with_its_loop()
    {
        var finding = Single(
            Table(["Décision", "Qui"], ["{{#decisions}}{{decision}}{{/decisions}}", "{{responsable}}"])
                + P(""),
            "field-outside-loop"
        );

        Assert.That(
            finding.Problem.FrenchRemedy,
            Does.Contain("première cellule").And.Contain("{{#decisions}}")
        );
    }

    [Test]
    public void Loop_around_a_whole_table_is_told() =>
        Assert.That(
            Codes(
                P("{{#decisions}}")
                    + HeaderTable(["Décision", "Qui"], ["{{decision}}", "{{responsable}}"])
                    + P("{{/decisions}}")
            ),
            Is.EqualTo(new[] { "loop-around-table" })
        );

    [Test]
    public void Loop_used_as_a_field_is_told() =>
        Assert.That(
            Codes(P("{{decisions}} {{convivial}}")),
            Is.EqualTo(new[] { "loop-used-as-field", "loop-used-as-field" })
        );

    [Test]
    public void Style_that_is_not_there_is_told_once() =>
        Assert.That(
            Codes(
                string.Concat(Enumerable.Repeat("<w:p><w:pPr><w:pStyle w:val=\"Perdu\"/></w:pPr></w:p>", 2))
            ),
            Is.EqualTo(new[] { "style-missing" })
        );

    [Test]
    public void What_lacks_for_accessibility_is_told_with_its_place()
    {
        var finding = Single(Head + Table(["Nom", "Rôle"], ["Anne", "membre"]) + P(""));

        Assert.That(finding.Problem.Code, Is.EqualTo("header-row-missing"));
        Assert.That(finding.FrenchPlace, Is.EqualTo("sous « Décisions », tableau « Nom | Rôle »"));
    }

    [Test]
    public void Kind_is_told_by_the_fields()
    {
        Assert.That(
            TemplateLinter.Check(Docx(P("{{feuille.titre}}"))).Kind,
            Is.EqualTo(TemplateKinds.Roadmap)
        );
        Assert.That(TemplateLinter.Check(Docx(P("sans champ"))).Kind, Is.Null);
    }

    [Test]
    public void File_that_is_no_document_is_refused_in_words()
    {
        var report = TemplateLinter.Check("bonjour"u8.ToArray());

        Assert.That(report.HasErrors);
        Assert.That(report.Findings.Single().Problem.Code, Is.EqualTo("not-docx"));
    }

    private static string HeaderTable(params string[][] rows) =>
        Table(rows).Replace("<w:tr>", "<w:tr><w:trPr><w:tblHeader/></w:trPr>", StringComparison.Ordinal);

    private static LintFinding Single(string body, string? code = null)
    {
        var findings = TemplateLinter.Check(Docx(body), TemplateKinds.Minutes).Findings;
        var wanted = code is null ? findings : [.. findings.Where(finding => finding.Problem.Code == code)];
        Assert.That(wanted, Has.Count.EqualTo(1), string.Join('\n', findings.Select(Line)));
        return wanted[0];
    }

    private static IEnumerable<string> Codes(string body) =>
        TemplateLinter
            .Check(Docx(body), TemplateKinds.Minutes)
            .Findings.Select(finding => finding.Problem.Code);

    private static string Line(LintFinding finding) =>
        $"{finding.Problem.Code} {finding.FrenchPlace}: {finding.Problem.French}";
}
