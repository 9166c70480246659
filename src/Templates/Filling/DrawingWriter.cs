using System.Buffers.Binary;
using System.Globalization;

namespace Connector.Templates;

/// <summary>Writes a picture in line with the text (ECMA-376 part 1, 20.4.2.8 <c>wp:inline</c>).</summary>
internal static class DrawingWriter
{
    private const double EmusPerCentimetre = 360_000;

    internal static void Write(
        Utf8Buffer target,
        FillSession session,
        string path,
        FieldNode field,
        ImageValue image
    )
    {
        if (!image.IsPresent)
        {
            return;
        }

        var (width, height) =
            SizeOf(image.Png.Span) ?? throw new TemplateException([TagProblems.NotPng(field.Tag)]);
        var across = (long)(image.WidthCentimetres * EmusPerCentimetre);
        var down = across * height / width;
        var number = session.NextDrawing().ToString(CultureInfo.InvariantCulture);
        var size = string.Create(CultureInfo.InvariantCulture, $"cx=\"{across}\" cy=\"{down}\"");
        target.Append(
            "<w:r><w:drawing><wp:inline xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent "u8
        );
        target.Append($"{size}/><wp:docPr id=\"{number}\" name=\"Image {number}\" descr=\"");
        XmlText.WriteAttribute(target, image.AlternativeText);
        target.Append(
            "\"/><a:graphic xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\">"u8
        );
        target.Append(
            $"<pic:nvPicPr><pic:cNvPr id=\"{number}\" name=\"Image {number}\"/><pic:cNvPicPr/></pic:nvPicPr>"
        );
        target.Append($"<pic:blipFill><a:blip r:embed=\"{session.Image(path, image.Png)}\"/>");
        target.Append(
            $"<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext {size}/></a:xfrm>"
        );
        target.Append(
            "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"u8
        );
    }

    /// <summary>Pixels from the header chunk (PNG specification, 11.2.2); null when it is not a PNG.</summary>
    internal static (int Width, int Height)? SizeOf(ReadOnlySpan<byte> png)
    {
        if (
            png.Length < 24
            || !png.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
        )
        {
            return null;
        }

        var width = BinaryPrimitives.ReadInt32BigEndian(png[16..]);
        var height = BinaryPrimitives.ReadInt32BigEndian(png[20..]);
        return width > 0 && height > 0 ? (width, height) : null;
    }
}
