using static Connector.Templates.Tests.TestTemplates;

namespace Connector.Templates.Tests;

internal sealed class FillPictureTests
{
    /// <summary>A JPEG of 40 by 20 pixels, by its headers alone: nothing here draws it.</summary>
    private static byte[] Jpeg(int orientation = 0) =>
        [
            0xFF,
            0xD8,
            .. orientation == 0
                ? Array.Empty<byte>()
                :
                [
                    0xFF,
                    0xE1,
                    0,
                    34,
                    .. "Exif\0\0MM\0*"u8,
                    0,
                    0,
                    0,
                    8,
                    0,
                    1,
                    0x01,
                    0x12,
                    0,
                    3,
                    0,
                    0,
                    0,
                    1,
                    0,
                    (byte)orientation,
                    0,
                    0,
                    0,
                    0,
                    0,
                    0,
                ],
            0xFF,
            0xC0,
            0,
            11,
            8,
            0,
            20,
            0,
            40,
            1,
            1,
            0x11,
            0,
            0xFF,
            0xD9,
        ];

    [Test]
    public void Photograph_keeps_its_proportions_within_its_box()
    {
        var data = Data()
            .With("large", new ImageValue(Jpeg(), "La salle", 10))
            .With("basse", new ImageValue(Jpeg(), "La salle", 10, 1));
        var docx = Load(P("{{large}} {{basse}}")).Fill(data);

        var xml = Docx.Open(docx, document => Docx.Body(document).OuterXml);
        Assert.Multiple(() =>
        {
            Assert.That(Docx.Errors(docx), Is.Empty);
            Assert.That(xml, Does.Contain("<wp:extent cx=\"3600000\" cy=\"1800000\""));
            Assert.That(xml, Does.Contain("<wp:extent cx=\"720000\" cy=\"360000\""));
        });
    }

    [TestCase(3, "rot=\"10800000\"", "<wp:extent cx=\"720000\" cy=\"360000\"")]
    [TestCase(6, "rot=\"5400000\"", "<wp:extent cx=\"720000\" cy=\"1440000\"")]
    [TestCase(8, "rot=\"16200000\"", "<wp:extent cx=\"720000\" cy=\"1440000\"")]
    [TestCase(1, "<a:xfrm><a:off", "<wp:extent cx=\"720000\" cy=\"360000\"")]
    public void Photograph_taken_sideways_stands_upright(int orientation, string turn, string frame)
    {
        var docx = Load(P("{{photo}}"))
            .Fill(Data().With("photo", new ImageValue(Jpeg(orientation), "La salle", 2)));

        var xml = Docx.Open(docx, document => Docx.Body(document).OuterXml);
        Assert.Multiple(() =>
        {
            Assert.That(xml, Does.Contain(turn).And.Contain(frame));
            Assert.That(Docx.Errors(docx), Is.Empty);
        });
    }

    [Test]
    public void Same_picture_is_kept_once_however_often_it_is_shown()
    {
        var rows = new RowsValue([
            .. Enumerable
                .Range(1, 5)
                .Select(number =>
                    new DocumentRow($"{number}").With("logo", new ImageValue(Pictures.Chequered, "Logo", 2))
                ),
        ]);
        var docx = Load(P("{{#lieux}}") + P("{{logo}}") + P("{{/lieux}}")).Fill(Data().With("lieux", rows));

        Assert.Multiple(() =>
        {
            Assert.That(
                Docx.Open(docx, document => document.MainDocumentPart!.ImageParts.Count()),
                Is.EqualTo(1)
            );
            Assert.That(DocxIds.Of(docx).Drawings, Has.Count.EqualTo(5).And.Unique);
            Assert.That(Docx.Errors(docx), Is.Empty);
        });
    }

    [Test]
    public void Cut_files_are_refused_whatever_is_missing()
    {
        var whole = Jpeg(6);
        var template = Load(P("{{photo}}"));
        for (var length = 1; length < whole.Length - 12; length++)
        {
            var cut = new ImageValue(whole.AsMemory(0, length), "x", 2);

            Assert.That(
                Problems(() => template.Fill(Data().With("photo", cut))).Single().Code,
                Is.EqualTo("bad-image"),
                $"{length} bytes"
            );
        }
    }
}
