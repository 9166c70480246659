using System.Text;
using static Connector.Templates.Tests.Merging.MergeLook;
using static Connector.Templates.Tests.Merging.MergeTrial;

namespace Connector.Templates.Tests.Merging;

/// <summary>What holds for every merge: zones and lists, whole files, a second run, files that are none.</summary>
public sealed class DocumentMergeTests
{
    private static readonly MergeTrial Trial = new();

    [Test]
    public void Free_zone_that_a_person_wrote_in_is_theirs()
    {
        var merged = Trial.Merge(
            document => Paragraph(document, "Forces et manques.").AddAfterSelf(Written("Trois tiers-lieux.")),
            Trial with
            {
                Diagnosis = "Un habitant sur cinq.",
            }
        );
        Assert.Multiple(() =>
        {
            Assert.That(Text(merged), Does.Contain("Trois tiers-lieux.").And.Not.Contain("sur cinq"));
            Assert.That(Outcomes(merged), Is.EqualTo([MergeOutcome.Kept]));
            Assert.That(Comments(merged), Is.Empty);
        });
    }

    [Test]
    public void Free_zone_that_nobody_touched_follows_the_data()
    {
        var other = Trial with { Diagnosis = "Un habitant sur cinq.\nDeux tiers-lieux." };
        Assert.That(Text(Trial.Merge(_ => { }, other)), Is.EqualTo(Docx.Text(other.Fill())));
    }

    [Test]
    public void Condition_and_list_follow_the_data_around_what_people_wrote()
    {
        var other = Trial with
        {
            Topics = ["Tour de table", "Carte", "Budget 2028"],
            Next = "jeudi 7 janvier",
        };
        var merged = Trial.Merge(
            document => Paragraph(document, "Merci").AddBeforeSelf(Written("Apporter un gâteau.")),
            other
        );
        Assert.That(
            Text(merged).Split('\n').SkipWhile(line => line != "Ordre du jour"),
            Is.EqualTo([
                "Ordre du jour",
                "Tour de table",
                "Carte",
                "Budget 2028",
                "Apporter un gâteau.",
                "Prochaine rencontre\u00A0: jeudi 7 janvier",
                "Merci à toutes et à tous.",
            ])
        );
    }

    [Test]
    public void Text_in_another_encoding_is_merged_too()
    {
        var other = Trial with { Place = "Mussidan" };
        var edited = DocxEdit.Change(Trial.Fill(), document => Type(document, "Merci", "Grand merci"));
        var text = Encoding.UTF8.GetString(DocxEdit.Parts(edited)[DocxEdit.Main]);
        var start = text.IndexOf("<w:document", StringComparison.Ordinal);
        byte[] wide =
        [
            .. Encoding.Unicode.GetPreamble(),
            .. Encoding.Unicode.GetBytes("<?xml version=\"1.0\" encoding=\"utf-16\"?>" + text[start..]),
        ];

        var merged = DocumentMerge.Merge(
            Trial.Fill(),
            DocxEdit.Put(edited, DocxEdit.Main, wide),
            other.Fill()
        );

        Assert.That(merged.Problems, Is.Empty);
        Assert.That(Text(merged), Does.Contain("Mussidan").And.Contain("Grand merci"));
    }

    [Test]
    public void Text_that_is_nested_too_deep_is_refused_whichever_of_the_three_it_is_in()
    {
        var document = Trial.Fill();
        var text = Encoding.UTF8.GetString(DocxEdit.Parts(document)[DocxEdit.Main]);
        var at = text.LastIndexOf("</w:body>", StringComparison.Ordinal);
        const int many = 300;
        var deep = DocxEdit.Put(
            document,
            DocxEdit.Main,
            Encoding.UTF8.GetBytes(
                text[..at]
                    + string.Concat(Enumerable.Repeat("<w:sdt>", many))
                    + string.Concat(Enumerable.Repeat("</w:sdt>", many))
                    + text[at..]
            )
        );

        Assert.That(DocumentMerge.Merge(deep, document, document).Problems, Has.Count.EqualTo(1));
        Assert.That(DocumentMerge.Merge(document, deep, document).Problems, Has.Count.EqualTo(1));
        Assert.That(DocumentMerge.Merge(document, document, deep).Problems, Has.Count.EqualTo(1));
        Assert.That(DocumentMerge.Merge(document, document, document).Problems, Is.Empty);
    }

    [Test]
    public void Second_merge_changes_no_byte()
    {
        var other = Trial with { Place = "Mussidan", Rows = [Trial.Rows[0]], Topics = ["Autre chose"] };
        var edited = DocxEdit.Change(
            Trial.Fill(),
            document =>
            {
                Type(document, "Ribérac", "Ailleurs");
                Type(document, "Mission locale", "PJJ");
            }
        );
        var first = DocumentMerge.Merge(Trial.Fill(), edited, other.Fill());
        var again = DocumentMerge.Merge(Trial.Fill(), first.Docx, other.Fill());
        var next = DocumentMerge.Merge(other.Fill(), first.Docx, (other with { Revision = 4 }).Fill());
        Assert.Multiple(() =>
        {
            Assert.That(Comments(first), Has.Count.EqualTo(2));
            Assert.That(again.Docx.ToArray(), Is.EqualTo(first.Docx.ToArray()));
            Assert.That(next.Docx.ToArray(), Is.EqualTo(first.Docx.ToArray()));
        });
    }

    [Test]
    public void Untouched_parts_and_elements_keep_their_bytes()
    {
        var edited = DocxEdit.Put(
            DocxEdit.Change(
                Trial.Fill(),
                document =>
                    Paragraph(document, "Merci")
                        .AddAfterSelf(Written("Mot à moi, avec « guillemets » & esperluette."))
            ),
            "customXml/item1.xml",
            "<a/>"u8.ToArray()
        );
        var merged = DocumentMerge.Merge(Trial.Fill(), edited, (Trial with { Version = "2" }).Fill());
        var (before, after) = (DocxEdit.Parts(edited), DocxEdit.Parts(merged.Docx.ToArray()));
        var (old, young) = (
            Encoding.UTF8.GetString(before[DocxEdit.Main]),
            Encoding.UTF8.GetString(after[DocxEdit.Main])
        );
        var change = TextChange.Between(old, young);
        Assert.Multiple(() =>
        {
            foreach (
                var (path, bytes) in before.Where(part =>
                    part.Key is not DocxEdit.Main and not "docProps/custom.xml"
                )
            )
            {
                Assert.That(after[path], Is.EqualTo(bytes), path);
            }

            Assert.That(old.Substring(change.Start, change.Length), Has.Length.LessThan(30), young);
        });
    }

    [Test]
    public void Another_document_is_a_problem()
    {
        var other = (Trial with { Id = "compte-rendu/technique" }).Fill();
        var merged = DocumentMerge.Merge(Trial.Fill(), other, (Trial with { Version = "2" }).Fill());
        Assert.Multiple(() =>
        {
            Assert.That(merged.Problems.Single().Code, Is.EqualTo("other-document"));
            Assert.That(merged.Docx.ToArray(), Is.EqualTo(other));
        });
    }

    [Test]
    public void Strange_file_is_a_problem_and_not_an_exception() =>
        Assert.That(
            DocumentMerge.Merge(Trial.Fill(), "bonjour"u8.ToArray(), Trial.Fill()).Problems,
            Is.Not.Empty
        );
}
