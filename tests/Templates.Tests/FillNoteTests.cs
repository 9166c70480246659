using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using static Connector.Templates.Tests.TestTemplates;

namespace Connector.Templates.Tests;

/// <summary>Notes at the foot of the page and at the end of the document.</summary>
internal sealed class FillNoteTests
{
    private const string Reference = "<w:r><w:footnoteReference w:id=\"2\"/></w:r>";

    [Test]
    public void Notes_are_filled_where_they_stand()
    {
        var docx = DocumentTemplate
            .Load(WithNotes($"<w:p><w:r><w:t>texte</w:t></w:r>{Reference}</w:p>", "Source : {{source}}"))
            .Fill(Data().With("source", "INSEE"));

        Assert.Multiple(() =>
        {
            Assert.That(Notes(docx), Is.EqualTo(new[] { "1 Source : INSEE" }));
            Assert.That(Docx.Errors(docx), Is.Empty);
        });
    }

    [Test]
    public void Note_in_a_loop_is_one_for_each_turn_with_the_fields_of_that_turn()
    {
        var body =
            P("{{#gens}}")
            + $"<w:p><w:r><w:t>{{{{nom}}}}</w:t></w:r>{Reference}</w:p>"
            + P("{{/gens}}")
            + P("fin");
        var template = DocumentTemplate.Load(WithNotes(body, "Ainsi parle {{nom}}"));
        var docx = template.Fill(Data().With("gens", Names("Zoé", "Loïc")));
        var empty = template.Fill(Data().With("gens", Names()));

        Assert.Multiple(() =>
        {
            Assert.That(Notes(docx), Is.EqualTo(new[] { "1 Ainsi parle Zoé", "2 Ainsi parle Loïc" }));
            Assert.That(References(docx), Is.EqualTo(new[] { 1L, 2L }));
            Assert.That(Docx.Errors(docx), Is.Empty);
            Assert.That(Notes(empty), Is.Empty);
            Assert.That(Docx.Errors(empty), Is.Empty);
        });
    }

    [Test]
    public void Notes_are_numbered_after_the_separators()
    {
        var template = Change(
            WithNotes(P("{{#gens}}") + $"<w:p>{Reference}</w:p>" + P("{{/gens}}") + P("fin"), "{{nom}}"),
            document =>
            {
                var notes = document
                    .MainDocumentPart!.FootnotesPart!.Footnotes!.Elements<Footnote>()
                    .ToList();
                (notes[0].Id, notes[1].Id) = (0, 1);
            }
        );
        var docx = DocumentTemplate.Load(template).Fill(Data().With("gens", Names("Zoé", "Loïc")));

        Assert.Multiple(() =>
        {
            Assert.That(Notes(docx), Is.EqualTo(new[] { "2 Zoé", "3 Loïc" }));
            Assert.That(References(docx), Is.EqualTo(new[] { 2L, 3L }));
            Assert.That(Docx.Errors(docx), Is.Empty);
        });
    }

    [Test]
    public void Unknown_field_of_a_note_is_told()
    {
        var template = DocumentTemplate.Load(
            WithNotes($"<w:p><w:r><w:t>texte</w:t></w:r>{Reference}</w:p>", "{{suorce}}")
        );

        Assert.That(
            template.Check(Data().With("source", "INSEE")).Single().FrenchRemedy,
            Does.Contain("source")
        );
    }

    [Test]
    public void Notes_at_the_end_are_filled_too()
    {
        var template = Change(
            TestTemplates.Docx(
                "<w:p><w:r><w:t>texte</w:t></w:r><w:r><w:endnoteReference w:id=\"1\"/></w:r></w:p>"
            ),
            document =>
                document.MainDocumentPart!.AddNewPart<EndnotesPart>().Endnotes = new Endnotes(
                    Note<Endnote>("{{source}}", 1, null)
                )
        );
        var docx = DocumentTemplate.Load(template).Fill(Data().With("source", "INSEE"));

        Assert.Multiple(() =>
        {
            Assert.That(
                Docx.Open(docx, document => document.MainDocumentPart!.EndnotesPart!.Endnotes!.InnerText),
                Is.EqualTo("INSEE")
            );
            Assert.That(Docx.Errors(docx), Is.Empty);
        });
    }

    internal static byte[] WithNotes(string body, string note) =>
        Change(
            TestTemplates.Docx(body),
            document =>
                document.MainDocumentPart!.AddNewPart<FootnotesPart>().Footnotes = new Footnotes(
                    Note<Footnote>("", -1, FootnoteEndnoteValues.Separator),
                    Note<Footnote>("", 0, FootnoteEndnoteValues.ContinuationSeparator),
                    Note<Footnote>(note, 2, null)
                )
        );

    private static T Note<T>(string text, int id, FootnoteEndnoteValues? type)
        where T : FootnoteEndnoteType, new()
    {
        var content = type is null ? new Run(new FootnoteReferenceMark()) : new Run(new SeparatorMark());
        var note = new T { Id = id };
        if (type is not null)
        {
            note.Type = type;
        }

        note.AppendChild(
            new Paragraph(content, new Run(new Text(text) { Space = SpaceProcessingModeValues.Preserve }))
        );
        return note;
    }

    private static List<string> Notes(byte[] docx) =>
        Docx.Open(
            docx,
            document =>
                document
                    .MainDocumentPart!.FootnotesPart!.Footnotes!.Elements<Footnote>()
                    .Where(note => note.Type is null)
                    .Select(note => $"{note.Id?.Value} {note.InnerText}")
                    .ToList()
        );

    private static List<long> References(byte[] docx) =>
        Docx.Open(
            docx,
            document =>
                Docx.Body(document).Descendants<FootnoteReference>().Select(each => each.Id!.Value).ToList()
        );
}
