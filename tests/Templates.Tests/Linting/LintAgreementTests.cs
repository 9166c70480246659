using static Connector.Templates.Tests.TestTemplates;

namespace Connector.Templates.Tests;

/// <summary>The linter and the filler never disagree: what one calls an error stops the other, and nothing else does.</summary>
internal sealed class LintAgreementTests
{
    private const int Templates = 150;

    private static readonly string[] Words =
    [
        "{{#decisions}}",
        "{{/decisions}}",
        "{{decision}}",
        "{{responsable}}",
        "{{reunion.titre}}",
        "{{#actions}}",
        "{{/actions}}",
        "{{quoi}}",
        "{{^actions}}",
        "{{#convivial}}",
        "{{/convivial}}",
        "{{convivial}}",
        "{{numero}}",
        "{{decsion}}",
        "{{libre echanges}}",
        "{{libre autre}}",
        "{{reunion.titre",
        "{reunion.lieu}",
        "texte",
        "",
        "{{decisions.decision}}",
        "{{actions}}",
        "{{#pair}}",
        "{{/pair}}",
    ];

    [Test]
    public void Random_templates_are_judged_alike([Values(1, 2, 3, 4, 5)] int seed)
    {
        var random = new Random(seed);
        for (var turn = 0; turn < Templates; turn++)
        {
            var body = Body(random);
            var docx = Docx(body);
            var report = TemplateLinter.Check(docx, TemplateKinds.Minutes);
            var problems = WhatFillingSays(docx);

            Assert.That(
                report.HasErrors,
                Is.EqualTo(problems.Count > 0),
                $"seed {seed}, template {turn}: {body}\nlinter: {string.Join(" ; ", report.Findings.Select(finding => finding.Problem.French))}\nfilling: {string.Join(" ; ", problems.Select(problem => problem.French))}"
            );
        }
    }

    [Test]
    public void Copies_of_random_templates_are_valid_and_keep_every_word([Values(11, 12)] int seed)
    {
        var random = new Random(seed);
        for (var turn = 0; turn < 60; turn++)
        {
            var body = Body(random);
            var copy = TemplateLinter.Mark(Docx(body), TemplateKinds.Minutes);

            Assert.That(
                Tests.Docx.Errors(copy.Docx.ToArray()),
                Is.Empty,
                $"seed {seed}, template {turn}: {body}"
            );
            if (copy.Report.Findings.All(finding => !finding.IsRepaired))
            {
                Assert.That(
                    Tests.Docx.Text(copy.Docx.ToArray()),
                    Is.EqualTo(Tests.Docx.Text(Docx(body))),
                    body
                );
            }
        }
    }

    private static string Body(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(1, 5)).Select(_ => Block(random))) + P("fin");

    private static string Block(Random random) =>
        random.Next(4) == 0
            ? Table([
                .. Enumerable.Range(0, random.Next(1, 4)).Select(_ => new[] { Text(random), Text(random) }),
            ]) + P(Text(random))
            : P(Text(random));

    private static string Text(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(1, 4)).Select(_ => Words[random.Next(Words.Length)]));

    private static IReadOnlyList<TemplateProblem> WhatFillingSays(byte[] docx)
    {
        try
        {
            return DocumentTemplate.Load(docx).Check(Specimen.Of(TemplateKinds.Minutes));
        }
        catch (TemplateException refusal)
        {
            return refusal.Problems;
        }
    }
}
