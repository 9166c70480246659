using System.IO.Compression;
using System.Text;
using static Connector.Templates.Tests.TestTemplates;

namespace Connector.Templates.Tests;

/// <summary>Templates come from people's folders: damaged, wrong or hostile ones are refused with a sentence.</summary>
internal sealed class PackageTests
{
    private static byte[] Good => Docx("<w:p><w:r><w:t>{{nom}}</w:t></w:r></w:p>");

    [Test]
    public void Zip_bomb_is_refused()
    {
        var bomb = With(Good, "word/media/bombe.xml", new byte[60 * 1024 * 1024]);

        Assert.That(Code(bomb), Is.EqualTo("package-too-large"));
    }

    [Test]
    public void Document_type_definition_is_refused()
    {
        var lol = Encoding.UTF8.GetBytes(
            "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"aaaa\">]><x>&a;</x>"
        );

        Assert.That(Code(With(Good, "word/settings.xml", lol)), Is.EqualTo("bad-package"));
    }

    [Test]
    public void Elements_nested_too_deep_are_refused()
    {
        var deep = Encoding.UTF8.GetBytes(
            string.Concat(Enumerable.Repeat("<a>", 5000)) + string.Concat(Enumerable.Repeat("</a>", 5000))
        );

        Assert.That(Code(With(Good, "word/settings.xml", deep)), Is.EqualTo("bad-package"));
    }

    [Test]
    public void Macros_are_refused() =>
        Assert.That(Code(With(Good, "word/vbaProject.bin", [1, 2, 3])), Is.EqualTo("macros-refused"));

    [TestCase("attachedTemplate", "https://evil.example/x.dotm")]
    [TestCase("image", "https://evil.example/pixel.png")]
    [TestCase("image", "file:///etc/passwd")]
    public void Content_from_elsewhere_is_refused(string kind, string target)
    {
        Assert.That(Code(WithRelationship(kind, target)), Is.EqualTo("external-content-refused"));
    }

    [Test]
    public void Hyperlinks_are_welcome()
    {
        Assert.That(
            () => DocumentTemplate.Load(WithRelationship("hyperlink", "https://ormeau.example/")),
            Throws.Nothing
        );
    }

    [Test]
    public void Missing_content_types_are_given_back()
    {
        var docx = DocumentTemplate
            .Load(Without(Good, "[Content_Types].xml"))
            .Fill(Data().With("nom", "Zoé"));

        Assert.That(Templates.Tests.Docx.Text(docx), Is.EqualTo("Zoé"));
        Assert.That(Templates.Tests.Docx.Errors(docx), Is.Empty);
    }

    [Test]
    public void Missing_text_is_told() =>
        Assert.That(Code(Without(Good, "word/document.xml")), Is.EqualTo("bad-package"));

    [Test]
    public void Properties_and_styles_under_an_unusual_name_are_read_as_carefully(
        [Values("properties", "styles")] string part
    )
    {
        const string Start = "http://schemas.openxmlformats.org/";
        var (source, kind) =
            part == "styles"
                ? ("word/_rels/document.xml.rels", "officeDocument/2006/relationships/styles")
                : ("_rels/.rels", "package/2006/relationships/metadata/core-properties");
        var links =
            $"<Relationships xmlns=\"{Start}package/2006/relationships\">"
            + $"<Relationship Id=\"rId1\" Type=\"{Start}officeDocument/2006/relationships/officeDocument\" Target=\"/word/document.xml\"/>"
            + $"<Relationship Id=\"rId2\" Type=\"{Start}{kind}\" Target=\"/autre.bin\"/></Relationships>";
        var docx = With(With(Good, source, Encoding.UTF8.GetBytes(links)), "autre.bin", [1, 2, 3]);

        Assert.That(Code(docx), Is.EqualTo("bad-package"));
    }

    [TestCase("pas du XML")]
    [TestCase("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>")]
    [TestCase("")]
    public void Text_under_an_unusual_name_is_read_as_carefully(string text)
    {
        var relationships =
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/texte.bin\"/></Relationships>";
        var docx = With(
            With(Good, "_rels/.rels", Encoding.UTF8.GetBytes(relationships)),
            "word/texte.bin",
            Encoding.UTF8.GetBytes(text)
        );

        Assert.That(Code(docx), Is.EqualTo("bad-package"));
    }

    [TestCase(new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 1, 2, 3, 4 })]
    [TestCase(new byte[] { 0x25, 0x50, 0x44, 0x46 })]
    [TestCase(new byte[0])]
    public void Other_files_are_told_apart(byte[] bytes) => Assert.That(Code(bytes), Is.EqualTo("not-docx"));

    [TestCase("DDEAUTO")]
    [TestCase("ddeauto c:\\windows\\system32\\cmd.exe")]
    [TestCase("INCLUDEPICTURE \"https://evil.example/x.png\"")]
    [TestCase("INCLUDETEXT \"file:///etc/passwd\"")]
    [TestCase("LINK Excel.Sheet.8 x.xls")]
    public void Fields_that_run_or_fetch_are_refused(string code)
    {
        var half = code.Length / 2;
        var split =
            "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>"
            + $"<w:r><w:instrText>{Xml(code[..half])}</w:instrText></w:r><w:r><w:instrText>{Xml(code[half..])}</w:instrText></w:r>"
            + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>";
        var simple = $"<w:p><w:fldSimple w:instr=\" {Xml(code)}\"/></w:p>";

        Assert.Multiple(() =>
        {
            Assert.That(Code(Docx(split)), Is.EqualTo("external-content-refused"));
            Assert.That(Code(Docx(simple)), Is.EqualTo("external-content-refused"));
        });

        static string Xml(string text) => System.Security.SecurityElement.Escape(text);
    }

    [TestCase("PAGE")]
    [TestCase("TOC \\o \"1-3\"")]
    [TestCase("HYPERLINK \"https://ormeau.example\"")]
    public void Fields_that_only_show_something_are_welcome(string code) =>
        Assert.That(
            () =>
                DocumentTemplate.Load(
                    Docx(
                        $"<w:p><w:fldSimple w:instr=\"{System.Security.SecurityElement.Escape(code)}\"/></w:p>"
                    )
                ),
            Throws.Nothing
        );

    [Test]
    public void A_link_to_a_part_that_is_not_there_and_not_needed_is_taken_out()
    {
        var docx = WithDangling("theme", "<w:p><w:r><w:t>{{nom}}</w:t></w:r></w:p>");

        Assert.That(
            Templates.Tests.Docx.Errors(DocumentTemplate.Load(docx).Fill(Data().With("nom", "Zoé"))),
            Is.Empty
        );
    }

    [Test]
    public void A_part_that_the_text_needs_and_that_is_missing_is_named()
    {
        var docx = WithDangling(
            "image",
            "<w:p><w:hyperlink xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" r:id=\"rIdGone\"><w:r><w:t>x</w:t></w:r></w:hyperlink></w:p>"
        );
        var problem = Problems(() => DocumentTemplate.Load(docx)).Single();

        Assert.That(problem.Code, Is.EqualTo("bad-package"));
        Assert.That(problem.French, Does.Contain("gone.xml"));
    }

    [Test]
    public void Content_types_that_are_something_else_are_made_anew()
    {
        var docx = With(Good, "[Content_Types].xml", "<x/>"u8.ToArray());

        Assert.That(
            Templates.Tests.Docx.Errors(DocumentTemplate.Load(docx).Fill(Data().With("nom", "Zoé"))),
            Is.Empty
        );
    }

    private static byte[] WithDangling(string kind, string body) =>
        Edit(
            Docx(body),
            zip =>
            {
                var entry = zip.GetEntry("word/_rels/document.xml.rels")!;
                string links;
                using (var reader = new StreamReader(entry.Open()))
                {
                    links = reader.ReadToEnd();
                }

                entry.Delete();
                using var writer = new StreamWriter(zip.CreateEntry("word/_rels/document.xml.rels").Open());
                writer.Write(
                    links.Replace(
                        "</Relationships>",
                        $"<Relationship Id=\"rIdGone\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}\" Target=\"gone.xml\"/></Relationships>",
                        StringComparison.Ordinal
                    )
                );
            }
        );

    [Test]
    public void Odt_is_named()
    {
        var odt = With(Good, "mimetype", Encoding.ASCII.GetBytes("application/vnd.oasis.opendocument.text"));

        Assert.That(Problems(() => DocumentTemplate.Load(odt)).Single().French, Does.Contain(".odt"));
    }

    [Test]
    public void Stream_and_bytes_load_alike()
    {
        using var stream = new MemoryStream(Good);

        Assert.That(
            DocumentTemplate.Load(stream).Fill(Data().With("nom", "x")),
            Is.EqualTo(DocumentTemplate.Load(Good).Fill(Data().With("nom", "x")))
        );
    }

    [Test]
    public void Damaged_files_never_raise_anything_but_a_template_exception()
    {
        const int Seed = 20261124;
        var random = new Random(Seed);
        for (var turn = 0; turn < 400; turn++)
        {
            var bytes = Good;
            for (var change = random.Next(1, 12); change > 0; change--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            var cut = turn % 5 == 0 ? bytes[..random.Next(bytes.Length)] : bytes;
            Assert.That(() => Survives(cut), Throws.Nothing, $"seed {Seed}, turn {turn}");
        }
    }

    private static void Survives(byte[] bytes)
    {
        try
        {
            DocumentTemplate.Load(bytes).Fill(Data().With("nom", "Zoé"));
        }
        catch (TemplateException exception)
        {
            Assert.That(exception.Message, Is.Not.Empty);
        }
    }

    private static string Code(byte[] docx) => Problems(() => DocumentTemplate.Load(docx))[0].Code;

    private static byte[] WithRelationship(string kind, string target) =>
        With(
            Good,
            "word/_rels/settings.xml.rels",
            Encoding.UTF8.GetBytes(
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                    + $"<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}\" Target=\"{target}\" TargetMode=\"External\"/></Relationships>"
            )
        );

    private static byte[] With(byte[] docx, string name, byte[] content) =>
        Edit(
            docx,
            zip =>
            {
                zip.GetEntry(name)?.Delete();
                using var stream = zip.CreateEntry(name).Open();
                stream.Write(content);
            }
        );

    private static byte[] Without(byte[] docx, string name) =>
        Edit(docx, zip => zip.GetEntry(name)!.Delete());

    private static byte[] Edit(byte[] docx, Action<ZipArchive> edit)
    {
        using var bytes = new MemoryStream();
        bytes.Write(docx);
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Update, leaveOpen: true))
        {
            edit(zip);
        }

        return bytes.ToArray();
    }
}
