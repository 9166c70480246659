using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Connector.Conversion;
using Connector.Templates;

namespace Connector.Connector.Tests.Cli;

/// <summary><c>connector template fill</c>, as typed.</summary>
public sealed class TemplateFillVerbTests
{
    private const string TableOfContents = """
        <w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \o "1-2" \h </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>à jour</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>
        <w:p><w:r><w:br w:type="page"/></w:r></w:p>
        """;

    private Terminal _terminal = null!;

    [SetUp]
    public void Start() => _terminal = new Terminal();

    [TearDown]
    public void Stop() => _terminal.Dispose();

    [Test]
    public async Task Every_built_in_template_shows_its_examples()
    {
        foreach (var template in BuiltInTemplates.All)
        {
            var path = _terminal.At(template.Name + ".docx");
            var trial = _terminal.At(template.Name + "-essai.docx");
            await File.WriteAllBytesAsync(path, template.Docx.ToArray());

            var said = await _terminal.RunAsync("template", "fill", path, "--out", trial);

            Assert.That(said.Code, Is.Zero, said.All);
            Assert.That(Words(trial), Does.Not.Contain("{{"), template.Name);
        }
    }

    [Test]
    public async Task A_table_of_contents_has_the_pages_of_its_headings_and_twice_the_same_bytes()
    {
        _terminal.Environment["PATH"] = Environment.GetEnvironmentVariable("PATH")!;
        if (LibreOffice.Find(_terminal.Environment.GetValueOrDefault) is null)
        {
            Assert.Ignore("LibreOffice (soffice) is not installed on this machine: pages are not tested.");
        }

        var template = WithContents();
        foreach (var trial in new[] { "un.docx", "deux.docx" })
        {
            var said = await _terminal.RunAsync("template", "fill", template, "--out", _terminal.At(trial));
            Assert.That(said.Code, Is.Zero, said.All);
            Assert.That(said.Errors, Is.Empty);
        }

        Assert.That(
            await File.ReadAllBytesAsync(_terminal.At("un.docx")),
            Is.EqualTo(await File.ReadAllBytesAsync(_terminal.At("deux.docx")))
        );
        var pages = Pages(_terminal.At("un.docx"));
        Assert.That(pages, Has.Count.GreaterThanOrEqualTo(5));
        Assert.That(pages, Is.All.InRange(2, 3), "a page break follows the table");
        Assert.That(pages, Is.Ordered);
    }

    [Test]
    public async Task Without_LibreOffice_it_is_made_of_links_and_the_verb_says_so()
    {
        _terminal.Environment["PATH"] = _terminal.At("");

        var said = await _terminal.RunAsync(
            "template",
            "fill",
            WithContents(),
            "--out",
            _terminal.At("un.docx")
        );

        Assert.That(said.Code, Is.Zero, said.All);
        Assert.That(said.Errors, Does.Contain("sans numéros de page").And.Contain("→"));
        Assert.That(Pages(_terminal.At("un.docx")), Is.Empty);
        Assert.That(Words(_terminal.At("un.docx")), Does.Contain("w:anchor=\"_Toc"));
    }

    [Test]
    public async Task A_template_with_errors_is_told_and_nothing_is_written()
    {
        var path = _terminal.At("modele.docx");
        await File.WriteAllBytesAsync(
            path,
            Edited(main => main.Replace("{{reunion.titre}}", "{{reunion.titer}}", StringComparison.Ordinal))
        );

        var said = await _terminal.RunAsync("template", "fill", path, "--out", _terminal.At("un.docx"));

        Assert.That(said.Code, Is.EqualTo(1));
        Assert.That(said.Errors, Does.Contain("reunion.titer").And.Contain("→"));
        Assert.That(File.Exists(_terminal.At("un.docx")), Is.False);
    }

    private string WithContents()
    {
        var path = _terminal.At("modele.docx");
        File.WriteAllBytes(
            path,
            Edited(main => new Regex("(?<=<w:body>)").Replace(main, TableOfContents, 1))
        );
        return path;
    }

    /// <summary>The template « Compte-rendu » with its text changed.</summary>
    private static byte[] Edited(Func<string, string> change)
    {
        using var docx = new MemoryStream();
        docx.Write(BuiltInTemplates.Find("compte-rendu")!.Docx.Span);
        using (var zip = new ZipArchive(docx, ZipArchiveMode.Update, leaveOpen: true))
        {
            var main = zip.GetEntry("word/document.xml")!;
            using var reader = new StreamReader(main.Open());
            var text = change(reader.ReadToEnd());
            reader.Dispose();
            main.Delete();
            using var part = zip.CreateEntry("word/document.xml").Open();
            part.Write(Encoding.UTF8.GetBytes(text));
        }

        return docx.ToArray();
    }

    /// <summary>The page numbers that stand in the table of contents, in its order.</summary>
    private static List<int> Pages(string path) =>
        [
            .. Regex
                .Matches(Words(path), "PAGEREF.*?separate\"/></w:r><w:r><w:t[^>]*>([0-9]+)</w:t>")
                .Select(found =>
                    int.Parse(found.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)
                ),
        ];

    private static string Words(string path)
    {
        using var zip = ZipFile.OpenRead(path);
        using var reader = new StreamReader(zip.GetEntry("word/document.xml")!.Open());
        return reader.ReadToEnd();
    }
}
