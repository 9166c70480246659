using System.Globalization;

namespace Connector.Templates;

/// <summary>Writes a picture in line with the text (ECMA-376 part 1, 20.4.2.8 <c>wp:inline</c>).</summary>
internal static class DrawingWriter
{
    private const double EmusPerCentimetre = 360_000;

    /// <summary>Word's limit of 22 inches.</summary>
    private const double LargestCentimetres = 55.8;

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

        var picture =
            PictureFile.Read(image.Bytes.Span)
            ?? throw new TemplateException([TagProblems.BadPicture(field.Tag)]);
        var (across, down) = Fit(picture, image);
        var number = session.NextDrawing().ToString(CultureInfo.InvariantCulture);
        var size = string.Create(CultureInfo.InvariantCulture, $"cx=\"{across}\" cy=\"{down}\"");
        // A turned picture lies in its box as it lies in the file; the frame around it is the upright one.
        var frame =
            picture.Turns % 2 == 0
                ? size
                : string.Create(CultureInfo.InvariantCulture, $"cx=\"{down}\" cy=\"{across}\"");
        var turn = picture.Turns == 0 ? "" : $" rot=\"{picture.Turns * 5_400_000}\"";
        target.Append(
            "<w:r><w:drawing><wp:inline xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent "u8
        );
        target.Append($"{frame}/><wp:docPr id=\"{number}\" name=\"Image {number}\" descr=\"");
        XmlText.WriteAttribute(target, image.AlternativeText);
        target.Append(
            "\"/><a:graphic xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\">"u8
        );
        target.Append(
            $"<pic:nvPicPr><pic:cNvPr id=\"{number}\" name=\"Image {number}\"/><pic:cNvPicPr/></pic:nvPicPr>"
        );
        target.Append(
            $"<pic:blipFill><a:blip r:embed=\"{session.Image(path, image.Bytes, picture.Extension)}\"/>"
        );
        target.Append(
            $"<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm{turn}><a:off x=\"0\" y=\"0\"/><a:ext {size}/></a:xfrm>"
        );
        target.Append(
            "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"u8
        );
    }

    /// <summary>Width and height as the picture lies in its file, within the box that is meant for it upright.</summary>
    private static (long Across, long Down) Fit(PictureFile picture, ImageValue image)
    {
        var isTurned = picture.Turns % 2 == 1;
        var (width, height) = isTurned ? (picture.Height, picture.Width) : (picture.Width, picture.Height);
        var across = Math.Clamp(image.WidthCentimetres, 0.1, LargestCentimetres);
        var down = across * height / width;
        if (image.HeightCentimetres is { } limit && down > limit)
        {
            (across, down) = (across * limit / down, limit);
        }

        var (x, y) = ((long)(across * EmusPerCentimetre), (long)(down * EmusPerCentimetre));
        return isTurned ? (y, x) : (x, y);
    }
}
