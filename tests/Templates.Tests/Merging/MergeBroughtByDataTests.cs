using System.Xml.Linq;
using static Connector.Templates.Tests.Merging.MergeLook;
using static Connector.Templates.Tests.Merging.MergeTrial;

namespace Connector.Templates.Tests.Merging;

/// <summary>Pictures, links, styles, lists, notes and charts that new data, or a changed template, bring in.</summary>
public sealed class MergeBroughtByDataTests
{
    private static readonly XNamespace W = WordText.W;
    private static readonly MergeTrial Trial = new();

    private static readonly DocumentTemplate Gallery = DocumentTemplate.Load(
        FillNoteTests.WithNotes(
            TestTemplates.P("{{#fiches}}")
                + $"<w:p><w:r><w:t xml:space=\"preserve\">Fiche {{{{nom}}}}</w:t></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>"
                + TestTemplates.P("{{photo}}")
                + TestTemplates.P("Voir {{lien}}")
                + TestTemplates.P("{{points}}")
                + TestTemplates.P("{{/fiches}}")
                + TestTemplates.P("Fin."),
            "Source de {{nom}} : {{source}}"
        )
    );

    [Test]
    public void Card_with_picture_link_list_and_note_comes_in_whole()
    {
        var before = Fill(("bus", "INSEE"));
        var edited = DocxEdit.Change(before, document => Type(document, "Fin.", "Fin, pour nous."));
        var merged = DocumentMerge.Merge(before, edited, Fill(("bus", "INSEE"), ("lieu", "Enquête")));
        var result = merged.Docx.ToArray();
        Assert.Multiple(() =>
        {
            Assert.That(Docx.Errors(result), Is.Empty);
            Assert.That(Text(merged), Does.Contain("Fiche lieu").And.Contain("Fin, pour nous."));
            Assert.That(Text(merged).Split("point de lieu"), Has.Length.EqualTo(2));
            Assert.That(Notes(result), Is.EqualTo(["Source de bus : INSEE", "Source de lieu : Enquête"]));
            Assert.That(
                Root(merged).Descendants(W + "footnoteReference").Attributes(W + "id").Select(id => id.Value),
                Is.Unique.And.Exactly(2).Items
            );
            Assert.That(Links(result), Does.Contain("https://carte.example/lieu"));
            Assert.That(
                DocxEdit
                    .Parts(result)
                    .Keys.Count(path => path.StartsWith("word/media/", StringComparison.Ordinal)),
                Is.EqualTo(1),
                "the same picture is kept once"
            );
            Assert.That(
                Root(merged)
                    .Descendants()
                    .Where(element => element.Name.LocalName == "docPr")
                    .Attributes("id")
                    .Select(id => id.Value),
                Is.Unique.And.Exactly(2).Items
            );
        });
    }

    [Test]
    public void Words_of_a_note_follow_the_data_unless_a_person_changed_them()
    {
        var before = Fill(("bus", "INSEE"), ("lieu", "INSEE"));
        var edited = DocxEdit.Change(
            before,
            notes =>
            {
                var words = notes
                    .Descendants(W + "t")
                    .Last(text => text.Value.Contains("INSEE", StringComparison.Ordinal));
                words.Value = words.Value.Replace("INSEE", "nos relevés", StringComparison.Ordinal);
            },
            "word/footnotes.xml"
        );
        var fresh = Fill(("bus", "CAF"), ("lieu", "CAF"));
        var merged = DocumentMerge.Merge(before, edited, fresh);
        Assert.Multiple(() =>
        {
            Assert.That(
                Notes(merged.Docx.ToArray()),
                Is.EqualTo(["Source de bus : CAF", "Source de lieu : nos relevés"])
            );
            Assert.That(Outcomes(merged), Is.EquivalentTo([MergeOutcome.Updated, MergeOutcome.Conflict]));
            Assert.That(
                DocumentMerge.Merge(fresh, merged.Docx, fresh).Docx.ToArray(),
                Is.EqualTo(merged.Docx.ToArray())
            );
        });
    }

    [Test]
    public void Chart_style_list_and_picture_of_a_changed_template_come_with_all_that_they_lean_on()
    {
        var edited = DocxEdit.Change(Trial.Fill(), document => Type(document, "Ribérac", "Ailleurs"));
        var fresh = RichDocument.WithEverything(Trial.Fill());
        var merged = DocumentMerge.Merge(Trial.Fill(), edited, fresh);
        var parts = DocxEdit.Parts(merged.Docx.ToArray());
        Assert.Multiple(() =>
        {
            Assert.That(Docx.Errors(merged.Docx.ToArray()), Is.Empty);
            Assert.That(
                parts.Keys,
                Does.Contain(RichDocument.Chart)
                    .And.Contain(RichDocument.Workbook)
                    .And.Contain(RichDocument.Picture)
            );
            Assert.That(
                DocxEdit
                    .Root(merged.Docx.ToArray(), RichDocument.Styles)
                    .Descendants(W + "name")
                    .Attributes(W + "val")
                    .Select(name => name.Value),
                Does.Contain("À moi")
            );
            Assert.That(
                DocxEdit
                    .Root(merged.Docx.ToArray(), RichDocument.Numbering)
                    .Descendants(W + "numFmt")
                    .Attributes(W + "val")
                    .Select(name => name.Value),
                Does.Contain("upperRoman")
            );
            Assert.That(Links(merged.Docx.ToArray()), Does.Contain("https://carte.example/lieux"));
            Assert.That(Text(merged), Does.Contain("Ailleurs").And.Contain("Premier de ma liste"));
        });
    }

    [Test]
    public void Style_that_the_editor_renamed_is_found_by_its_name()
    {
        var edited = Trial.Fill();
        foreach (var part in (string[])[DocxEdit.Main, RichDocument.Styles, RichDocument.Numbering])
        {
            edited = DocxEdit.Change(edited, root => Rename(root, "ListBullet", "Listepuces7"), part);
        }

        var merged = DocumentMerge.Merge(
            Trial.Fill(),
            edited,
            (Trial with { Topics = [.. Trial.Topics, "Bilan du bus"] }).Fill()
        );
        Assert.That(
            Paragraph(Root(merged), "Bilan du bus")
                .Descendants(W + "pStyle")
                .Attributes(W + "val")
                .Select(style => style.Value),
            Is.EqualTo(["Listepuces7"])
        );
        HoldParts(edited, merged.Docx.ToArray(), DocxEdit.Main, "docProps/custom.xml");
    }

    [Test]
    public void Picture_that_nobody_touched_is_exchanged_and_one_that_a_person_exchanged_stays()
    {
        var before = Fill(("bus", "INSEE"));
        var fresh = Gallery.Fill(Data([("bus", "INSEE")], new ImageValue(Pictures.Chequered, "Damier", 9)));
        var other = Gallery.Fill(
            Data([("bus", "INSEE")], new QrCodeValue("https://x.example", "QR code", 3))
        );
        var swapped = DocumentMerge.Merge(before, before, other);
        var kept = DocumentMerge.Merge(
            before,
            DocxEdit.Put(before, Media(before), [.. Pictures.Chequered, 0]),
            other
        );
        Assert.Multiple(() =>
        {
            Assert.That(Docx.Errors(swapped.Docx.ToArray()), Is.Empty);
            Assert.That(Outcomes(swapped), Is.EqualTo([MergeOutcome.Updated]));
            Assert.That(Outcomes(kept), Is.EqualTo([MergeOutcome.Conflict]));
            Assert.That(Comments(kept).Single(), Does.Contain("une autre image"));
            Assert.That(DocumentMerge.Merge(before, before, fresh).Problems, Is.Empty);
        });
    }

    private static byte[] Fill(params (string Name, string Source)[] cards) =>
        Gallery.Fill(Data(cards, new ImageValue(Pictures.Chequered, "Damier", 3)));

    private static DocumentData Data((string Name, string Source)[] cards, FieldValue photo) =>
        TestTemplates
            .Data()
            .With(
                "fiches",
                new RowsValue([
                    .. cards.Select(card =>
                        new DocumentRow(card.Name)
                            .With("nom", card.Name)
                            .With("source", card.Source)
                            .With("photo", photo)
                            .With("lien", new LinkValue("la carte", $"https://carte.example/{card.Name}"))
                            .With("points", new MarkdownValue($"1. point de {card.Name}"))
                    ),
                ])
            );

    private static List<string> Notes(byte[] docx) =>
        [
            .. DocxEdit
                .Root(docx, "word/footnotes.xml")
                .Elements()
                .Where(NoteBodies.IsNote)
                .Select(note => WordText.Of(note).Trim()),
        ];

    private static List<string> Links(byte[] docx) =>
        [
            .. DocxEdit
                .Root(docx, "word/_rels/document.xml.rels")
                .Elements()
                .Attributes("Target")
                .Select(link => link.Value),
        ];

    private static string Media(byte[] docx) =>
        DocxEdit.Parts(docx).Keys.Single(path => path.StartsWith("word/media/", StringComparison.Ordinal));

    private static void Rename(XElement root, string from, string to)
    {
        foreach (
            var attribute in root.DescendantsAndSelf()
                .Attributes()
                .Where(attribute => attribute.Value == from)
        )
        {
            attribute.Value = to;
        }
    }
}
