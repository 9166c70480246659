using DocumentFormat.OpenXml.Wordprocessing;

namespace Connector.Templates.Tests;

internal sealed class FieldsSheetTests
{
    private static readonly byte[] Sheet = FieldsSheet.Make(TemplateKinds.All, Some.Stamp.Modified);

    [Test]
    public void Every_field_is_there_with_its_meaning_and_its_example()
    {
        var text = Docx.Text(Sheet).Replace('\u00A0', ' ').Replace('\u202F', ' ');
        Assert.Multiple(() =>
        {
            foreach (var field in TemplateKinds.All.SelectMany(kind => kind.Fields))
            {
                Assert.That(text, Does.Contain(field.Usage), field.Key);
                Assert.That(text, Does.Contain(field.Meaning), field.Key);
                Assert.That(text, Does.Contain(field.Example), field.Key);
            }

            foreach (var name in TurnFields.Names)
            {
                Assert.That(text, Does.Contain($"{name}}}}}"), name);
                Assert.That(TurnFields.Find(name, 1, isLast: false), Is.Not.Null, name);
            }
        });
    }

    [Test]
    public void Sheet_is_valid_and_accessible()
    {
        Assert.That(Docx.Errors(Sheet), Is.Empty);
        Assert.That(AccessibilityCheck.Of(Sheet), Is.Empty);
    }

    [Test]
    public void Tags_are_plain_text_to_copy_without_a_control_around_them() =>
        Assert.That(
            Docx.Open(Sheet, document => Docx.Body(document).Descendants<SdtElement>().Count()),
            Is.Zero
        );

    [Test]
    public void Same_kinds_and_date_give_the_same_bytes() =>
        Assert.That(FieldsSheet.Make(TemplateKinds.All, Some.Stamp.Modified), Is.EqualTo(Sheet));

    [Test]
    public void Sheet_becomes_PDF_in_LibreOffice() =>
        Assert.That(LibreOffice.Pdf([("Champs des modèles", Sheet)]).Values, Has.All.StartsWith("%PDF"));
}
