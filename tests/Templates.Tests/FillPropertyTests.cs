using DocumentFormat.OpenXml.Wordprocessing;

namespace Connector.Templates.Tests;

/// <summary>What holds for every template and all data.</summary>
internal sealed class FillPropertyTests
{
    private const int Seeds = 150;

    [Test]
    public void Any_template_gives_a_valid_document_without_tags_and_the_same_twice()
    {
        for (var seed = 1; seed <= Seeds; seed++)
        {
            var (template, data) = SomeTemplate.Of(seed);
            var docx = DocumentTemplate.Load(template).Fill(data);
            var ids = DocxIds.Of(docx);

            Assert.Multiple(() =>
            {
                Assert.That(Docx.Errors(docx), Is.Empty, $"seed {seed}");
                Assert.That(Docx.Text(docx), Does.Not.Contain("{{"), $"seed {seed}");
                Assert.That(ids.Controls, Is.Unique, $"seed {seed}");
                Assert.That(ids.Bookmarks, Is.Unique, $"seed {seed}");
                Assert.That(ids.BookmarkNames, Is.Unique, $"seed {seed}");
                Assert.That(ids.Drawings, Is.Unique, $"seed {seed}");
                Assert.That(CellsWithoutParagraph(docx), Is.Zero, $"seed {seed}");
                Assert.That(DocumentTemplate.Load(template).Fill(data), Is.EqualTo(docx), $"seed {seed}");
            });
        }
    }

    [Test]
    public void What_filling_adds_is_there_for_people_who_do_not_see_the_page()
    {
        var filled = DocumentTemplate.Load(EverythingTemplate.Docx).Fill(EverythingTemplate.Data);

        Assert.That(AccessibilityCheck.Of(filled), Is.Empty);
    }

    private static int CellsWithoutParagraph(byte[] docx) =>
        Docx.Open(
            docx,
            document =>
                Docx.Body(document)
                    .Descendants<TableCell>()
                    .Count(cell => cell.LastChild is not (Paragraph or SdtBlock))
        );
}
