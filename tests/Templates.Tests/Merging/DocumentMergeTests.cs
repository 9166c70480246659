using System.Text;
using System.Xml.Linq;
using static Connector.Templates.Tests.Merging.MergeTrial;

namespace Connector.Templates.Tests.Merging;

public sealed class DocumentMergeTests
{
    private static readonly XNamespace W = WordText.W;
    private static readonly MergeTrial Trial = new();

    [Test]
    public void Untouched_field_follows_the_data_and_keeps_its_looks()
    {
        var merged = Trial.Merge(_ => { }, Trial with { Version = "2", Place = "Mussidan" });
        Assert.Multiple(() =>
        {
            Assert.That(Text(merged), Does.Contain("Version\u00A0: 2").And.Contain(", à Mussidan"));
            Assert.That(Outcomes(merged), Is.EqualTo([MergeOutcome.Updated, MergeOutcome.Updated]));
            Assert.That(Comments(merged), Is.Empty);
        });
    }

    [Test]
    public void Field_that_a_person_changed_stays_and_a_comment_tells_the_new_value()
    {
        var merged = Trial.Merge(
            document => Type(document, "Ribérac", "La Roche-Chalais"),
            Trial with
            {
                Place = "Mussidan",
            }
        );
        Assert.Multiple(() =>
        {
            Assert.That(Text(merged), Does.Contain("La Roche-Chalais").And.Not.Contain("Mussidan"));
            Assert.That(Outcomes(merged), Is.EqualTo([MergeOutcome.Conflict]));
            Assert.That(Comments(merged).Single(), Does.Contain("«\u00A0Mussidan\u00A0»"));
        });
    }

    [Test]
    public void Two_fields_in_a_line_are_merged_apart()
    {
        var merged = Trial.Merge(
            document => Type(document, "Ribérac", "La Roche-Chalais"),
            Trial with
            {
                Day = new DateOnly(2026, 12, 10),
            }
        );
        Assert.Multiple(() =>
        {
            Assert.That(Text(merged), Does.Contain("Le jeudi 10\u00A0décembre 2026, à La Roche-Chalais"));
            Assert.That(Outcomes(merged), Is.EqualTo([MergeOutcome.Updated]));
            Assert.That(
                Root(merged).Descendants(W + "date").Single().Attribute(W + "fullDate")!.Value,
                Is.EqualTo("2026-12-10T00:00:00Z")
            );
        });
    }

    [Test]
    public void Place_to_write_in_becomes_a_value_and_loses_its_grey()
    {
        var empty = Trial with { Place = "", Day = null };
        var merged = empty.Merge(_ => { }, Trial);
        var line = Paragraph(Root(merged), "Ribérac");
        Assert.Multiple(() =>
        {
            Assert.That(WordText.Of(line), Is.EqualTo("Le jeudi 3\u00A0décembre 2026, à Ribérac"));
            Assert.That(line.Descendants(W + "showingPlcHdr"), Is.Empty);
            Assert.That(line.Descendants(W + "color"), Is.Empty);
        });
    }

    [Test]
    public void Several_lines_become_others()
    {
        var merged = Trial.Merge(_ => { }, Trial with { Coordination = "Zoé\nAïcha\nHervé" });
        Assert.That(Text(merged), Does.Contain("Zoé").And.Not.Contain("Anne-Lise"));
        Assert.That(WordText.Of(Paragraph(Root(merged), "Zoé")), Is.EqualTo("Zoé\nAïcha\nHervé"));
    }

    [Test]
    public void New_row_comes_in_at_its_place_and_the_row_that_a_person_added_stays()
    {
        var merged = Trial.Merge(
            document =>
            {
                var copy = new XElement(TableRows(document)[1]);
                copy.Descendants(W + "t").First().Value = "Bus des seniors";
                copy.Descendants(W + "bookmarkStart").Remove();
                copy.Descendants(W + "bookmarkEnd").Remove();
                TableRows(document)[1].AddAfterSelf(copy);
            },
            Trial with
            {
                Rows =
                [
                    .. Trial.Rows.Take(2),
                    ("carte", "Carte des lieux", "MSA", "En cours"),
                    Trial.Rows[2],
                ],
            }
        );
        Assert.Multiple(() =>
        {
            Assert.That(
                Names(merged),
                Is.EqualTo([
                    "Bus numérique",
                    "Bus des seniors",
                    "Jeunes ambassadeurs",
                    "Carte des lieux",
                    "Aidants connectés",
                ])
            );
            Assert.That(Outcomes(merged), Is.EqualTo([MergeOutcome.Added]));
            Assert.That(Docx.Errors(merged.Docx.ToArray()), Is.Empty);
        });
    }

    [Test]
    public void Row_gone_from_the_data_goes_unless_a_person_touched_it()
    {
        var merged = Trial.Merge(
            document => Type(document, "Mission locale", "Mission locale et PJJ"),
            Trial with
            {
                Rows = [Trial.Rows[0]],
            }
        );
        Assert.Multiple(() =>
        {
            Assert.That(Names(merged), Is.EqualTo(["Bus numérique", "Jeunes ambassadeurs"]));
            Assert.That(Outcomes(merged), Is.EqualTo([MergeOutcome.RemovalCandidate, MergeOutcome.Removed]));
            Assert.That(
                Comments(merged).Single(),
                Does.StartWith("Cette ligne n'est plus dans les données.")
            );
        });
    }

    [Test]
    public void Row_that_a_person_deleted_is_not_put_back()
    {
        var merged = Trial.Merge(document => TableRows(document)[2].Remove(), Trial with { Version = "2" });
        Assert.Multiple(() =>
        {
            Assert.That(Names(merged), Is.EqualTo(["Bus numérique", "Aidants connectés"]));
            Assert.That(
                merged.Entries[^1],
                Is.EqualTo(
                    new MergeEntry(
                        MergeOutcome.RemovalCandidate,
                        "Chantiers, Jeunes ambassadeurs",
                        "",
                        "Jeunes ambassadeurs\nMission locale\nà choisir"
                    )
                )
            );
        });
    }

    [Test]
    public void Deleted_row_whose_data_changed_is_told_beside_it()
    {
        var merged = Trial.Merge(
            document => TableRows(document)[2].Remove(),
            Trial with
            {
                Rows = [Trial.Rows[0], ("jeunes", "Jeunes volontaires", "Unis-Cité", null), Trial.Rows[2]],
            }
        );
        Assert.Multiple(() =>
        {
            Assert.That(Names(merged), Is.EqualTo(["Bus numérique", "Aidants connectés"]));
            Assert.That(Comments(merged).Single(), Does.Contain("Jeunes volontaires"));
        });
    }

    [Test]
    public void Rows_follow_the_order_of_the_data_unless_a_person_chose_another()
    {
        var turned = Trial with { Rows = [.. Trial.Rows.Reverse()] };
        var untouched = Trial.Merge(_ => { }, turned);
        var moved = Trial.Merge(
            document =>
            {
                var row = TableRows(document)[1];
                row.Remove();
                TableRows(document)[1].AddAfterSelf(row);
            },
            turned
        );
        Assert.Multiple(() =>
        {
            Assert.That(Names(untouched), Is.EqualTo(turned.Rows.Select(row => row.Name)));
            Assert.That(
                Names(moved),
                Is.EqualTo(["Jeunes ambassadeurs", "Bus numérique", "Aidants connectés"])
            );
        });
    }

    [Test]
    public void Row_added_by_hand_and_then_in_the_data_is_there_once()
    {
        var more = Trial with { Rows = [.. Trial.Rows, ("carte", "Carte des lieux", "MSA", "En cours")] };
        var first = Trial.Merge(_ => { }, more);
        var again = DocumentMerge.Merge(Trial.Fill(), first.Docx, more.Fill());
        Assert.That(Names(again).Count(name => name == "Carte des lieux"), Is.EqualTo(1));
    }

    [Test]
    public void Blank_row_that_a_person_filled_stays_when_the_data_bring_rows()
    {
        var empty = Trial with { Rows = [] };
        var merged = empty.Merge(
            document =>
                TableRows(document)[1].Descendants(W + "p").First().Add(Written("À la main").Elements()),
            Trial
        );
        Assert.Multiple(() =>
        {
            Assert.That(Names(merged), Does.Contain("À la main").And.Contain("Bus numérique"));
            Assert.That(Comments(merged), Is.Empty);
        });
    }

    [Test]
    public void Columns_that_people_moved_and_added_are_filled_under_their_labels()
    {
        var merged = Trial.Merge(
            document =>
            {
                foreach (var row in TableRows(document))
                {
                    var cell = row.Elements(W + "tc").First();
                    cell.Remove();
                    row.Add(
                        cell,
                        new XElement(W + "tc", new XElement(cell.Element(W + "tcPr")!), Written("Note"))
                    );
                }
            },
            Trial with
            {
                Rows =
                [
                    ("bus", "Bus numérique", "MSA", "En cours"),
                    Trial.Rows[1],
                    Trial.Rows[2],
                    ("carte", "Carte des lieux", "PETR", null),
                ],
            }
        );
        var rows = TableRows(Root(merged)).Select(WordText.Of).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(rows[1], Is.EqualTo("MSA\nEn cours\nBus numérique\nNote"));
            Assert.That(rows[4], Is.EqualTo("PETR\nà choisir\nCarte des lieux"));
            Assert.That(Docx.Errors(merged.Docx.ToArray()), Is.Empty);
        });
    }

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
    public void Later_value_takes_the_place_of_the_earlier_comment()
    {
        var second = Trial with { Place = "Mussidan" };
        var third = Trial with { Place = "Montpon" };
        var first = Trial.Merge(document => Type(document, "Ribérac", "Ailleurs"), second);
        var later = DocumentMerge.Merge(second.Fill(), first.Docx, third.Fill());
        Assert.That(Comments(later).Single(), Does.Contain("Montpon").And.Not.Contain("Mussidan"));
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

    private static string Text(MergedDocument merged) => Docx.Text(merged.Docx.ToArray());

    private static XElement Root(MergedDocument merged) => DocxEdit.Root(merged.Docx.ToArray());

    private static List<MergeOutcome> Outcomes(MergedDocument merged) =>
        [.. merged.Entries.Select(entry => entry.Outcome)];

    private static List<string> Names(MergedDocument merged) =>
        [.. TableRows(Root(merged)).Skip(1).Select(row => WordText.Of(row.Element(W + "tc")!))];

    private static List<string> Comments(MergedDocument merged) =>
        DocxEdit.Parts(merged.Docx.ToArray()).ContainsKey("word/comments.xml")
            ? [.. DocxEdit.Root(merged.Docx.ToArray(), "word/comments.xml").Elements().Select(WordText.Of)]
            : [];
}
