using System.Text.Json;
using Connector.Templates;

namespace Connector.Connector.Tests.Cli;

/// <summary><c>connector template</c>, as typed.</summary>
public sealed class TemplateVerbTests
{
    private Terminal _terminal = null!;

    [SetUp]
    public void Start() => _terminal = new Terminal();

    [TearDown]
    public void Stop() => _terminal.Dispose();

    [Test]
    public async Task Every_built_in_template_can_be_had_and_is_clean()
    {
        foreach (var template in BuiltInTemplates.All)
        {
            var path = _terminal.At(template.FileName);
            var got = await _terminal.RunAsync("template", "get", template.Name, "--out", path);
            Assert.That(got.Code, Is.Zero, got.All);
            Assert.That(await File.ReadAllBytesAsync(path), Is.EqualTo(template.Docx.ToArray()));

            var checkedAgain = await _terminal.RunAsync("template", "lint", path);
            Assert.That(checkedAgain.Code, Is.Zero, checkedAgain.All);
            Assert.That(checkedAgain.Errors, Is.Empty);
            Assert.That(checkedAgain.Out, Does.Contain("0 erreur, 0 remarque"));
        }
    }

    [Test]
    public async Task A_file_that_is_there_is_never_written_over()
    {
        var path = _terminal.At("a-moi.docx");
        await File.WriteAllTextAsync(path, "à moi");
        string[][] verbs =
        [
            ["template", "get", "compte-rendu", "--out", path],
            ["template", "fields", "--out", path],
            ["template", "lint", await Broken(), "--copy", path],
        ];
        foreach (var verb in verbs)
        {
            var said = await _terminal.RunAsync(verb);
            Assert.That(said.Code, Is.EqualTo(1), verb[1]);
            Assert.That(said.Errors, Does.Contain(path).And.Contain("→"));
            Assert.That(await File.ReadAllTextAsync(path), Is.EqualTo("à moi"));
        }
    }

    [Test]
    public async Task Errors_are_told_with_their_place_and_end_with_code_1()
    {
        var said = await _terminal.RunAsync("template", "lint", await Broken());
        Assert.That(said.Code, Is.EqualTo(1));
        Assert.That(
            said.Errors,
            Does.Contain(
                "✗ sous « Décisions », tableau « Décision | Responsable », ligne 2 : Le champ « decsions » est inconnu."
            )
        );
        Assert.That(said.Errors, Does.Contain("→ Vouliez-vous « decisions » ?"));
        Assert.That(said.Out, Does.Contain("(Compte-rendu) : 1 erreur, 0 remarque."));

        var english = await _terminal.RunAsync("template", "lint", await Broken(), "--lang", "en");
        Assert.That(english.Errors, Does.Contain("row 2: The field “decsions” is unknown."));
    }

    [Test]
    public async Task Copy_is_mended_and_the_template_is_left_alone()
    {
        var path = await Broken();
        var before = await File.ReadAllBytesAsync(path);
        var copy = _terminal.At("annote.docx");

        var said = await _terminal.RunAsync("template", "lint", path, "--copy", copy);

        Assert.That(said.Out, Does.Contain("réparé dedans : 1"));
        Assert.That(await File.ReadAllBytesAsync(path), Is.EqualTo(before));
        Assert.That((await _terminal.RunAsync("template", "lint", copy)).Code, Is.Zero);
    }

    [Test]
    public async Task Json_is_json_and_nothing_else()
    {
        var lint = await _terminal.RunAsync("template", "lint", await Broken(), "--json");
        var fields = await _terminal.RunAsync("template", "fields", "--json");
        var list = await _terminal.RunAsync("template", "list", "--json");

        var finding = JsonDocument.Parse(lint.Out).RootElement.GetProperty("findings")[0];
        Assert.That(finding.GetProperty("code").GetString(), Is.EqualTo("unknown-tag"));
        Assert.That(
            JsonDocument.Parse(fields.Out).RootElement.GetArrayLength(),
            Is.EqualTo(TemplateKinds.All.Count)
        );
        Assert.That(
            JsonDocument.Parse(list.Out).RootElement.GetArrayLength(),
            Is.EqualTo(BuiltInTemplates.All.Count)
        );
    }

    [Test]
    public async Task Fields_of_one_kind_are_shown_in_both_languages()
    {
        var french = await _terminal.RunAsync("template", "fields", "compte-rendu");
        var english = await _terminal.RunAsync("template", "fields", "compte-rendu", "--lang", "en");

        Assert.That(
            french.Out,
            Does.Contain("{{#decisions}} … {{/decisions}}").And.Contain("Une ligne par décision.")
        );
        Assert.That(english.Out, Does.Contain("One row for each decision."));
        Assert.That(french.Out, Does.Not.Contain("chantiers"));
    }

    [Test]
    public async Task Cheat_sheet_is_a_document()
    {
        var path = _terminal.At("champs.docx");
        var said = await _terminal.RunAsync("template", "fields", "--out", path);
        Assert.That(said.Code, Is.Zero, said.All);
        Assert.That(AccessibilityCheck.Of(await File.ReadAllBytesAsync(path)), Is.Empty);
    }

    [TestCase("template", "get", "feuille-de-rout")]
    [TestCase("template", "fields", "compterendu")]
    [TestCase("template", "lint", "absent.docx")]
    [TestCase("template", "lint", "absent.docx", "--kind", "rien")]
    public async Task A_slip_is_told_in_words(params string[] args)
    {
        var said = await _terminal.RunAsync(args);
        Assert.That(said.Code, Is.EqualTo(1));
        Assert.That(said.Errors, Does.Contain("✗").And.Contain("→").And.Not.Contain("   at "));
    }

    /// <summary>The built-in minutes with one slip of the keyboard.</summary>
    private async Task<string> Broken()
    {
        var path = _terminal.At("modele.docx");
        using var bytes = new MemoryStream();
        bytes.Write(BuiltInTemplates.Find("compte-rendu")!.Docx.Span);
        using (
            var document = DocumentFormat.OpenXml.Packaging.WordprocessingDocument.Open(
                bytes,
                isEditable: true
            )
        )
        {
            foreach (
                var text in document
                    .MainDocumentPart!.Document!.Descendants<DocumentFormat.OpenXml.Wordprocessing.Text>()
                    .Where(text => text.Text.Contains("decisions", StringComparison.Ordinal))
            )
            {
                text.Text = text.Text.Replace("decisions", "decsions", StringComparison.Ordinal);
            }
        }

        await File.WriteAllBytesAsync(path, bytes.ToArray());
        return path;
    }
}
