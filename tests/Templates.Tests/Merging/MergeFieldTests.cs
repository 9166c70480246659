using System.Xml.Linq;
using static Connector.Templates.Tests.Merging.MergeLook;
using static Connector.Templates.Tests.Merging.MergeTrial;

namespace Connector.Templates.Tests.Merging;

/// <summary>Fields of a document that people edit follow the data, or the person who changed them.</summary>
public sealed class MergeFieldTests
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
    public void Later_value_takes_the_place_of_the_earlier_comment()
    {
        var second = Trial with { Place = "Mussidan" };
        var third = Trial with { Place = "Montpon" };
        var first = Trial.Merge(document => Type(document, "Ribérac", "Ailleurs"), second);
        var later = DocumentMerge.Merge(second.Fill(), first.Docx, third.Fill());
        Assert.That(Comments(later).Single(), Does.Contain("Montpon").And.Not.Contain("Mussidan"));
    }
}
