using DocumentFormat.OpenXml.Packaging;
using static Connector.Templates.Tests.TestTemplates;

namespace Connector.Templates.Tests;

/// <summary>QR codes are read again, by a decoder that is not the one that drew them.</summary>
internal sealed class FillQrCodeTests
{
    [TestCase("webcal://nuage.ormeau.example/remote.php/dav/public-calendars/aXk29Dm4LpQz7RtW?export")]
    [TestCase("Été à Saint-Éloi : « l'œuf »")]
    [TestCase("tel:+33500000000")]
    public void Code_says_what_was_asked(string content)
    {
        var docx = Load(P("{{qr}}")).Fill(Data().With("qr", new QrCodeValue(content, "QR code", 4)));

        Assert.Multiple(() =>
        {
            Assert.That(QrReader.Read(Picture(docx)), Is.EqualTo(content));
            Assert.That(
                Docx.Open(docx, document => Docx.Body(document).OuterXml),
                Does.Contain("descr=\"QR code\"").And.Contain("cx=\"1440000\" cy=\"1440000\"")
            );
            Assert.That(Docx.Errors(docx), Is.Empty);
        });
    }

    [Test]
    public void Poster_s_codes_open_the_calendars()
    {
        var docx = BuiltInTemplates.SubscriptionPoster.Fill(Some.Poster().ToData());

        Assert.That(
            Docx.Open(
                docx,
                document =>
                    document
                        .MainDocumentPart!.ImageParts.Select(part => QrReader.Read(Bytes(part)))
                        .Order()
                        .ToList()
            ),
            Is.EqualTo(Some.Poster().Calendars.Select(calendar => calendar.WebcalAddress).Order())
        );
    }

    [Test]
    public void No_words_no_code()
    {
        var docx = Load(P("{{qr}}{{^qr}}rien{{/qr}}"))
            .Fill(Data().With("qr", new QrCodeValue("", "QR code", 4)));

        Assert.That(Docx.Text(docx), Is.EqualTo("rien"));
    }

    [Test]
    public void Too_many_words_are_told()
    {
        var value = new QrCodeValue(new string('x', 3_000), "QR code", 4);

        Assert.That(
            Problems(() => Load(P("{{qr}}")).Fill(Data().With("qr", value))).Single().Code,
            Is.EqualTo("qr-code-too-long")
        );
    }

    private static byte[] Picture(byte[] docx) =>
        Docx.Open(docx, document => Bytes(document.MainDocumentPart!.ImageParts.Single()));

    private static byte[] Bytes(ImagePart part)
    {
        using var stream = part.GetStream();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
