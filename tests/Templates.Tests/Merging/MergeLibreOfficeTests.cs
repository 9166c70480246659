using System.Xml.Linq;
using static Connector.Templates.Tests.Merging.MergeLook;
using static Connector.Templates.Tests.Merging.MergeTrial;

namespace Connector.Templates.Tests.Merging;

/// <summary>Documents that LibreOffice saved, once and three times over, and then merged. Ignored where it is not installed.</summary>
internal sealed class MergeLibreOfficeTests
{
    private static readonly MergeTrial Trial = new() { Next = "jeudi 7 janvier" };

    private static readonly MergeTrial Newer = Trial with
    {
        Version = "2",
        Place = "Mussidan",
        Day = new DateOnly(2026, 12, 10),
        Rows =
        [
            Trial.Rows[0],
            ("carte", "Carte des lieux", "MSA", "En cours"),
            Trial.Rows[1] with
            {
                Lead = "Unis-Cité",
            },
            Trial.Rows[2],
        ],
        Topics = ["Tour de table", "Budget 2027", "Carte"],
    };

    [TestCase(1)]
    [TestCase(3)]
    public void Untouched_but_saved_it_follows_the_data(int times)
    {
        var saved = LibreOffice.Saved(Trial.Fill(), times);
        var merged = DocumentMerge.Merge(Trial.Fill(), saved, Newer.Fill());
        Assert.Multiple(() =>
        {
            Assert.That(merged.Problems, Is.Empty);
            Assert.That(
                merged.Entries.Select(entry => entry.Outcome),
                Has.None.EqualTo(MergeOutcome.Conflict).And.None.EqualTo(MergeOutcome.RemovalCandidate),
                Told(merged)
            );
            Assert.That(Words(merged.Docx.ToArray()), Is.EqualTo(Words(Newer.Fill())), Told(merged));
        });
    }

    [TestCase(1)]
    [TestCase(3)]
    public void Edited_and_saved_it_keeps_what_people_wrote(int times)
    {
        var edited = DocxEdit.Change(
            Trial.Fill(),
            document =>
            {
                Type(document, "Ribérac", "La Roche-Chalais");
                Type(document, "Familles rurales", "Familles rurales et la mairie");
                Paragraph(document, "Forces et manques.").AddAfterSelf(Written("Trois tiers-lieux."));
                Paragraph(document, "Merci").AddBeforeSelf(Written("Apporter un gâteau."));
            }
        );
        var saved = LibreOffice.Saved(edited, times);
        var merged = DocumentMerge.Merge(Trial.Fill(), saved, Newer.Fill());
        var again = DocumentMerge.Merge(Newer.Fill(), merged.Docx, Newer.Fill());
        Assert.Multiple(() =>
        {
            foreach (
                var words in (string[])
                    [
                        "La Roche-Chalais",
                        "Familles rurales et la mairie",
                        "Trois tiers-lieux.",
                        "Apporter un gâteau.",
                        "Carte des lieux",
                        "Unis-Cité",
                        "jeudi 10",
                    ]
            )
            {
                Assert.That(Text(merged), Does.Contain(words), Told(merged));
            }

            Assert.That(Comments(merged).Single(), Does.Contain("Mussidan"));
            Assert.That(again.Docx.ToArray(), Is.EqualTo(merged.Docx.ToArray()));
            Assert.That(Docx.Errors(merged.Docx.ToArray()).Except(Docx.Errors(saved)), Is.Empty);
        });
    }

    /// <summary>Set CONNECTOR_LOOK to a folder to look at it.</summary>
    [Test]
    public void Merged_document_opens_and_becomes_a_PDF()
    {
        var edited = DocxEdit.Change(
            BuiltInTemplates.Minutes.Fill(Some.Minutes().ToData()),
            document =>
            {
                Type(document, "Budget 2027", "Budget 2027, et la subvention");
                Type(document, "Familles rurales", "Zoé et Loïc");
            }
        );
        var minutes = Some.Minutes();
        var newer = minutes with
        {
            Place = "Salle des fêtes d'Ormeau",
            Agenda = [.. minutes.Agenda.SkipLast(1), "Budget 2028", "Carte des lieux"],
            Decisions =
            [
                minutes.Decisions[0] with
                {
                    Owner = "La mairie",
                },
                new("d2", "Une carte par quartier", "MSA"),
            ],
        };
        var merged = DocumentMerge.Merge(
            BuiltInTemplates.Minutes.Fill(minutes.ToData()),
            edited,
            BuiltInTemplates.Minutes.Fill(newer.ToData())
        );
        TestContext.Out.WriteLine(Told(merged));
        Assert.Multiple(() =>
        {
            Assert.That(
                Outcomes(merged),
                Does.Contain(MergeOutcome.Conflict).And.Contain(MergeOutcome.Added)
            );
            Assert.That(Docx.Errors(merged.Docx.ToArray()), Is.Empty);
            Assert.That(
                LibreOffice.Pdf([("fusion", merged.Docx.ToArray())]).Values.Single(),
                Is.EqualTo("%PDF")
            );
        });
    }

    private static string Told(MergedDocument merged) =>
        string.Join('\n', merged.Entries.Select(entry => entry.French));

    /// <summary>The words of the text in order, without what only spaces tell apart.</summary>
    private static List<string> Words(byte[] docx) =>
        [.. Docx.Text(docx).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];
}
