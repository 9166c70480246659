using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Connector.Templates.Tests;

/// <summary>The built-in documents, filled with a rich network and with next to nothing.</summary>
public sealed class FilledSampleTests
{
    public sealed record Sample(string Name, Func<byte[]> Fill)
    {
        public override string ToString() => Name;
    }

    internal static readonly Sample[] All =
    [
        new("Feuille de route", () => BuiltInTemplates.Roadmap.Fill(Some.Roadmap().ToData())),
        new("Feuille de route vide", () => BuiltInTemplates.Roadmap.Fill(Empty.ToData())),
        new("Compte-rendu", () => BuiltInTemplates.Minutes.Fill(Some.Minutes().ToData())),
        new(
            "Compte-rendu sans convivialité",
            () =>
                BuiltInTemplates.Minutes.Fill(
                    (
                        Some.Minutes(false) with
                        {
                            Next = null,
                            Guests = [],
                            Agenda = [],
                            Decisions = [],
                            Actions = [],
                        }
                    ).ToData()
                )
        ),
        new("Affiche", () => BuiltInTemplates.SubscriptionPoster.Fill(Some.Poster().ToData())),
        Of("ordre-du-jour", () => Some.Minutes().ToAgenda()),
        Of("lettre-de-bienvenue", () => Some.Letter().ToData()),
        Of("lettre-d-invitation", () => Some.Invitation().ToData()),
        Of("fiche-inspiration", () => Some.Inspiration().ToData()),
        Of("visite", () => Some.Visit().ToData()),
        Of("bilan-annuel", () => Some.Review().ToData()),
        Of("roadmap", () => (Some.Roadmap() with { Language = "en-GB" }).ToData()),
        Of("minutes", () => (Some.Minutes() with { Language = "en-GB" }).ToData()),
        Of("fiche-inspiration", () => Some.BlankInspiration.ToData(), " vide"),
        Of("visite", () => Some.BlankVisit.ToData(), " vide"),
        new("Tout", () => DocumentTemplate.Load(EverythingTemplate.Docx).Fill(EverythingTemplate.Data)),
    ];

    private static Sample Of(string name, Func<DocumentData> data, string suffix = "") =>
        new(name + suffix, () => BuiltInTemplates.Find(name)!.Template.Fill(data()));

    private static RoadmapContent Empty =>
        new()
        {
            Stamp = Some.Stamp,
            Owner = "Groupe",
            Territory = "Ormeau",
            Version = "1",
            Date = new DateOnly(2026, 12, 1),
        };

    [TestCaseSource(nameof(All))]
    public void Sample_passes_the_validator(Sample sample) =>
        Assert.That(Docx.Errors(sample.Fill()), Is.Empty);

    [TestCaseSource(nameof(All))]
    public void Sample_lacks_nothing_for_those_who_do_not_see_it(Sample sample) =>
        Assert.That(AccessibilityCheck.Of(sample.Fill()), Is.Empty);

    [Test]
    public void English_documents_hold_no_French()
    {
        foreach (var name in new[] { "roadmap", "minutes" })
        {
            var text = Docx.Text(BuiltInTemplates.Find(name)!.Docx.ToArray());
            Assert.That(text, Does.Not.Match("[éèàê]"), name);
        }

        Assert.That(
            Docx.Text(All.Single(sample => sample.Name == "minutes").Fill()),
            Does.Contain("Thursday 3 December 2026")
        );
    }

    [TestCaseSource(nameof(All))]
    public void Same_data_give_the_same_bytes(Sample sample)
    {
        var first = sample.Fill();
        var second = sample.Fill();

        Assert.That(second, Is.EqualTo(first));
    }

    [TestCaseSource(nameof(All))]
    public void No_tag_is_left(Sample sample) =>
        Assert.That(Docx.Text(sample.Fill()), Does.Not.Contain("{{"));

    [TestCaseSource(nameof(All))]
    public void Identifiers_are_unique_and_short(Sample sample)
    {
        var ids = DocxIds.Of(sample.Fill());
        Assert.Multiple(() =>
        {
            Assert.That(ids.Controls, Is.Unique);
            Assert.That(ids.Bookmarks, Is.Unique);
            Assert.That(ids.BookmarkNames, Is.Unique.And.All.Length.LessThanOrEqualTo(40));
            Assert.That(ids.Drawings, Is.Unique);
            Assert.That(ids.ControlTags, Has.All.Length.LessThanOrEqualTo(64));
            Assert.That(ids.ControlTitles, Has.Count.EqualTo(ids.Controls.Count).And.All.Not.Empty);
        });
    }

    [TestCaseSource(nameof(All))]
    public void Bookmarks_stay_within_one_paragraph(Sample sample)
    {
        Docx.Open(
            sample.Fill(),
            document =>
            {
                foreach (var start in Docx.Body(document).Descendants<BookmarkStart>())
                {
                    var ends = start.Ancestors<Paragraph>().First().Descendants<BookmarkEnd>();
                    Assert.That(
                        ends.Select(end => end.Id?.Value),
                        Does.Contain(start.Id?.Value),
                        start.Name?.Value
                    );
                }

                return true;
            }
        );
    }

    [Test]
    public void Roadmap_has_its_nine_sections_as_headings_and_header_rows()
    {
        Docx.Open(
            All[0].Fill(),
            document =>
            {
                var body = Docx.Body(document);
                var headings = body.Elements<Paragraph>()
                    .Where(paragraph =>
                        paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value == "Heading1"
                    );
                Assert.That(
                    headings.Select(heading => heading.InnerText),
                    Is.EqualTo(
                        new[]
                        {
                            "Préambule et raison d'être",
                            "Composition",
                            "Diagnostic",
                            "Objectifs et indicateurs",
                            "Gouvernance",
                            "Chantiers et fiches-actions",
                            "Calendrier et jalons",
                            "Engagements réciproques",
                            "Signatures",
                        }
                    )
                );
                Assert.That(
                    body.Descendants<TableHeader>().Count(),
                    Is.EqualTo(body.Elements<Table>().Count() - 1),
                    "all but the facts under the title"
                );
                Assert.That(
                    document.MainDocumentPart!.FooterParts.Single().Footer!.InnerText,
                    Does.Contain("Page").And.Contain("NUMPAGES")
                );
                return true;
            }
        );
    }

    [Test]
    public void Convivial_part_is_there_only_when_the_meeting_is_convivial()
    {
        Assert.That(Docx.Text(All[2].Fill()), Does.Contain("Météo du groupe"));
        Assert.That(Docx.Text(All[3].Fill()), Does.Not.Contain("Météo du groupe"));
    }

    [Test]
    public void Samples_become_PDF_in_LibreOffice()
    {
        var pages = LibreOffice.Pdf([.. All.Select(sample => (sample.Name, sample.Fill()))]);

        Assert.That(pages.Values.ToList(), Has.Count.EqualTo(All.Length).And.All.StartsWith("%PDF"));
    }
}
