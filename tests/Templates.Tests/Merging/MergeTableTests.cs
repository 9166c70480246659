using System.Xml.Linq;
using static Connector.Templates.Tests.Merging.MergeLook;
using static Connector.Templates.Tests.Merging.MergeTrial;

namespace Connector.Templates.Tests.Merging;

/// <summary>Rows and columns: what the data add, drop and turn around, what people add, delete and move.</summary>
public sealed class MergeTableTests
{
    private static readonly XNamespace W = WordText.W;
    private static readonly MergeTrial Trial = new();

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
}
