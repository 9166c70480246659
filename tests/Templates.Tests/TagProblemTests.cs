using static Connector.Templates.Tests.TestTemplates;

namespace Connector.Templates.Tests;

internal sealed class TagProblemTests
{
    [Test]
    public void Unknown_tag_names_the_nearest_known_one()
    {
        var problem = Problems(() =>
                Load(P("Voici {{#decsions}}{{/decsions}}")).Fill(Data().With("decisions", Names()))
            )
            .Single();

        Assert.Multiple(() =>
        {
            Assert.That(problem.Code, Is.EqualTo("unknown-tag"));
            Assert.That(problem.FrenchRemedy, Does.Contain("decisions"));
            Assert.That(problem.EnglishRemedy, Does.Contain("decisions"));
            Assert.That(problem.Where, Does.Contain("Voici"));
        });
    }

    [Test]
    public void Fields_of_an_empty_loop_are_checked_against_the_catalogue()
    {
        var data = new DocumentData(Some.Stamp, "x")
        {
            Catalogue = [new("gens/nom", "Nom", "Le nom.", "Zoé")],
        }.With("gens", Names());

        Assert.That(
            Load(P("{{#gens}}{{nmo}}{{/gens}}")).Check(data).Single().Code,
            Is.EqualTo("unknown-tag")
        );
    }

    [TestCase("{{#a}} texte", "loop-not-closed")]
    [TestCase("texte {{/a}}", "loop-not-opened")]
    [TestCase("{{#a}}{{#b}}{{/a}}{{/b}}", "loop-not-opened")]
    [TestCase("{{nom du groupe}}", "unreadable-tag")]
    [TestCase("{{nom", "unreadable-tag")]
    [TestCase("{{}}", "unreadable-tag")]
    public void Broken_marks_are_told_with_their_place(string text, string code)
    {
        var problems = Problems(() => Load(P(text)));

        Assert.Multiple(() =>
        {
            Assert.That(problems.Select(problem => problem.Code), Does.Contain(code));
            Assert.That(problems.Select(problem => problem.Where), Has.All.Not.Empty);
        });
    }

    [Test]
    public void Loop_that_starts_in_a_table_and_ends_outside_is_refused()
    {
        Assert.That(
            Problems(() => Load(Table(["{{#a}}x"]) + P("{{/a}}"))).Single().Code,
            Is.EqualTo("loop-crossed")
        );
    }

    [Test]
    public void Loop_used_as_a_field_is_refused()
    {
        Assert.That(
            Load(P("{{gens}}")).Check(Data().With("gens", Names("Zoé"))).Single().Code,
            Is.EqualTo("loop-used-as-field")
        );
    }

    [Test]
    public void Every_problem_is_told_at_once_in_both_languages()
    {
        var exception = Assert.Throws<TemplateException>(() =>
            Load(P("{{a b}}") + P("{{#c}}") + P("{{/d}}"))
        );

        Assert.Multiple(() =>
        {
            Assert.That(exception.Problems, Has.Count.EqualTo(3));
            Assert.That(exception.Message, Does.Contain("n'est pas fermée").And.Contain("is not closed"));
        });
    }

    [TestCase("{{ Décisions }}")]
    [TestCase("{{\u00A0decisions\u202F}}")]
    [TestCase("{{deci\u00ADsions}}")]
    [TestCase("{{DECISIONS}}")]
    public void Names_ignore_case_accents_and_what_autocorrection_slips_in(string tag)
    {
        Assert.That(Fill(P(tag), Data().With("décisions", "oui")), Is.EqualTo("oui"));
    }
}
