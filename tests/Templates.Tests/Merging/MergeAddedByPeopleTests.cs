using System.Text;
using System.Xml.Linq;
using static Connector.Templates.Tests.Merging.MergeLook;
using static Connector.Templates.Tests.Merging.MergeTrial;

namespace Connector.Templates.Tests.Merging;

/// <summary>
/// Pictures, links, styles, lists, comments, charts, notes and tracked changes that people put in: they come through a
/// merge as they were, byte for byte.
/// </summary>
public sealed class MergeAddedByPeopleTests
{
    private static readonly XNamespace W = WordText.W;
    private static readonly MergeTrial Trial = new();

    /// <summary>Fields, a row, a list and a passage all change.</summary>
    private static readonly MergeTrial Newer = Trial with
    {
        Version = "2",
        Place = "Mussidan",
        Rows = [.. Trial.Rows.Skip(1), ("carte", "Carte des lieux", "MSA", "En cours")],
        Topics = ["Tour de table", "Carte", "Budget 2028"],
        Next = "jeudi 7 janvier",
    };

    [Test]
    public void Everything_that_people_added_keeps_its_bytes_while_the_data_move_around_it()
    {
        var edited = RichDocument.WithEverything(Trial.Fill());
        var merged = DocumentMerge.Merge(Trial.Fill(), edited, Newer.Fill());
        var result = merged.Docx.ToArray();
        Assert.Multiple(() =>
        {
            Assert.That(Docx.Errors(edited), Is.Empty);
            Assert.That(Docx.Errors(result), Is.Empty);
            Assert.That(Text(merged), Does.Contain("Mussidan").And.Contain("Carte des lieux"));
            HoldParts(edited, result, DocxEdit.Main, "docProps/custom.xml");
            Assert.That(Tail(result, "Merci"), Is.EqualTo(Tail(edited, "Merci")));
        });
    }

    [Test]
    public void They_stay_when_what_stands_around_them_is_dropped_by_the_data()
    {
        var old = Trial with { Next = "jeudi 7 janvier" };
        var edited = RichDocument.WithEverything(old.Fill(), "Prochaine rencontre");
        var merged = DocumentMerge.Merge(old.Fill(), edited, (old with { Next = null }).Fill());
        var result = merged.Docx.ToArray();
        Assert.Multiple(() =>
        {
            Assert.That(Text(merged), Does.Not.Contain("Prochaine rencontre"));
            HoldParts(edited, result, DocxEdit.Main, "docProps/custom.xml");
            Assert.That(Tail(result, "Dans mon style"), Is.EqualTo(Tail(edited, "Dans mon style")));
            Assert.That(Docx.Errors(result), Is.Empty);
        });
    }

    [Test]
    public void Comment_of_a_person_stays_beside_the_one_that_tells_a_conflict()
    {
        var edited = DocxEdit.Change(
            RichDocument.WithEverything(Trial.Fill()),
            document => Type(document, "Ribérac", "La Roche-Chalais")
        );
        var merged = DocumentMerge.Merge(Trial.Fill(), edited, Newer.Fill());
        Assert.Multiple(() =>
        {
            Assert.That(Comments(merged), Has.Count.EqualTo(2));
            Assert.That(Comments(merged)[0], Is.EqualTo("À revoir ensemble"));
            Assert.That(Comments(merged)[1], Does.Contain("Mussidan"));
            Assert.That(
                Source(merged.Docx.ToArray(), RichDocument.Comments),
                Does.Contain(
                    "w:author=\"Zoé\" w:date=\"2026-11-25T10:00:00Z\" w:initials=\"Z\"><w:p><w:r><w:t>À revoir ensemble</w:t></w:r></w:p></w:comment>"
                )
            );
            Assert.That(Docx.Errors(merged.Docx.ToArray()), Is.Empty);
        });
    }

    [Test]
    public void Field_of_a_paragraph_with_a_comment_follows_and_the_comment_stays_on_it()
    {
        var edited = DocxEdit.Change(
            RichDocument.WithEverything(Trial.Fill()),
            document =>
            {
                var line = Paragraph(document, "Version");
                line.Element(W + "r")!
                    .AddBeforeSelf(new XElement(W + "commentRangeStart", new XAttribute(W + "id", 31)));
                line.Add(
                    new XElement(W + "commentRangeEnd", new XAttribute(W + "id", 31)),
                    new XElement(W + "r", new XElement(W + "commentReference", new XAttribute(W + "id", 31)))
                );
                Paragraph(document, "Phrase commentée").Remove();
            }
        );
        var merged = DocumentMerge.Merge(Trial.Fill(), edited, (Trial with { Version = "2" }).Fill());
        var line = Paragraph(Root(merged), "Version");
        Assert.Multiple(() =>
        {
            Assert.That(WordText.Of(line), Is.EqualTo("Version\u00A0: 2"));
            Assert.That(line.Elements(W + "commentRangeStart"), Has.Exactly(1).Items);
            Assert.That(line.Descendants(W + "commentReference"), Has.Exactly(1).Items);
        });
    }

    [Test]
    public void What_a_person_inserted_and_deleted_under_tracking_stays_tracked()
    {
        var merged = Trial.Merge(
            document =>
            {
                Paragraph(document, "Merci")
                    .Element(W + "r")!
                    .AddAfterSelf(
                        RichDocument.Parsed(
                            "<w:ins w:id=\"51\" w:author=\"Zoé\"><w:r><w:t> Vraiment.</w:t></w:r></w:ins>"
                        )
                    );
                var word = Paragraph(document, "Tour de table").Descendants(W + "r").First();
                word.Element(W + "t")!.Name = W + "delText";
                word.ReplaceWith(
                    new XElement(
                        W + "del",
                        new XAttribute(W + "id", 52),
                        new XAttribute(W + "author", "Zoé"),
                        word
                    )
                );
            },
            Newer
        );
        var document = Root(merged);
        Assert.Multiple(() =>
        {
            Assert.That(document.Descendants(W + "ins").Single().Value, Is.EqualTo(" Vraiment."));
            Assert.That(document.Descendants(W + "del").Single().Value, Is.EqualTo("Tour de table"));
            Assert.That(
                document
                    .Descendants(W + "del")
                    .Concat(document.Descendants(W + "ins"))
                    .Attributes(W + "author"),
                Has.All.Matches<XAttribute>(author => author.Value == "Zoé")
            );
            Assert.That(Docx.Errors(merged.Docx.ToArray()), Is.Empty);
        });
    }

    [Test]
    public void Row_deleted_under_tracking_is_neither_put_back_nor_taken_out()
    {
        var merged = Trial.Merge(
            document =>
                TableRows(document)[2]
                    .AddFirst(
                        RichDocument.Parsed(
                            "<w:trPr><w:del w:id=\"53\" w:author=\"Zoé\" w:date=\"2026-11-25T10:00:00Z\"/></w:trPr>"
                        )
                    ),
            Newer
        );
        var row = TableRows(Root(merged))
            .Single(row => row.Element(W + "trPr")?.Element(W + "del") is not null);
        Assert.That(WordText.Of(row), Does.Contain("Jeunes ambassadeurs"));
    }

    private static string Source(byte[] docx, string part) =>
        Encoding.UTF8.GetString(DocxEdit.Parts(docx)[part]);

    /// <summary>The main part as text, from these words on.</summary>
    private static string Tail(byte[] docx, string words)
    {
        var text = Source(docx, DocxEdit.Main);
        return text[text.IndexOf(words, StringComparison.Ordinal)..];
    }
}
