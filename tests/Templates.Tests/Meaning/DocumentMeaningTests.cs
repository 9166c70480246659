namespace Connector.Templates.Tests.Meaning;

/// <summary>What a signature is given to.</summary>
public sealed class DocumentMeaningTests
{
    private static byte[] Roadmap(RoadmapContent? content = null) =>
        BuiltInTemplates.Roadmap.Fill((content ?? Some.Roadmap()).ToData());

    [Test]
    public void Every_word_and_figure_counts()
    {
        var before = DocumentMeaning.Read(Roadmap());
        var content = Some.Roadmap();
        var after = DocumentMeaning.Read(
            Roadmap(
                content with
                {
                    Objectives =
                    [
                        content.Objectives[0] with
                        {
                            Target = "94 % fin 2027",
                        },
                        .. content.Objectives.Skip(1),
                    ],
                }
            )
        );

        Assert.That(after.Fingerprint, Is.Not.EqualTo(before.Fingerprint));
        Assert.That(after.Lines.Except(before.Lines).Single(), Does.Contain("94 % fin 2027"));
        Assert.That(before.Fingerprint, Does.Match("^[0-9a-f]{64}$"));
        Assert.That(
            DocumentMeaning.Abridged(before.Fingerprint),
            Does.Match("^([0-9a-f]{4} ){2}[0-9a-f]{4}$")
        );
    }

    [Test]
    public void Signing_does_not_change_what_is_signed()
    {
        var unsigned = Some.Roadmap() with
        {
            Signatures =
            [
                .. Some.Roadmap()
                    .Signatures.Select(line => new RoadmapSignature(line.Key, line.Organisation)),
            ],
        };

        Assert.That(
            DocumentMeaning.Read(Roadmap(unsigned)).Fingerprint,
            Is.EqualTo(DocumentMeaning.Read(Roadmap()).Fingerprint)
        );
    }

    [Test]
    public void Opening_and_saving_three_times_changes_nothing()
    {
        var docx = Roadmap();
        var saved = LibreOffice.SavedThreeTimes(docx);

        Assert.That(DocumentMeaning.Read(saved).Lines, Is.EqualTo(DocumentMeaning.Read(docx).Lines));
    }

    [Test]
    public void Minutes_and_a_template_with_everything_keep_theirs_too()
    {
        byte[][] documents =
        [
            BuiltInTemplates.Minutes.Fill(Some.Minutes().ToData()),
            DocumentTemplate.Load(EverythingTemplate.Docx).Fill(EverythingTemplate.Data),
        ];

        foreach (var docx in documents)
        {
            Assert.That(
                DocumentMeaning.Read(LibreOffice.SavedThreeTimes(docx)).Lines,
                Is.EqualTo(DocumentMeaning.Read(docx).Lines)
            );
        }
    }

    [TestCase("un  deux\u00A0trois\u202F!", "un deux trois !")]
    [TestCase("l\u2019aide a\u0300 tous", "l'aide à tous")]
    [TestCase("rendez\u2011vous co\u00ADopération", "rendez-vous coopération")]
    public void What_autocorrection_changes_is_one_spelling(string written, string meant) =>
        Assert.That(MeaningReader.Normalised(written), Is.EqualTo(meant));

    [Test]
    public void A_file_that_is_no_document_is_refused_in_words() =>
        Assert.That(() => DocumentMeaning.Read("%PDF-1.7"u8.ToArray()), Throws.TypeOf<TemplateException>());
}
