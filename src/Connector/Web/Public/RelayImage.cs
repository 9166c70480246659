using System.Globalization;
using System.Text;
using Connector.Domain.Publicity;
using Connector.Web.Console;
using SkiaSharp;

namespace Connector.Web.Public;

/// <summary>
/// The same picture as PNG, for networks and messengers that show no SVG. The letters are those of Atkinson Hyperlegible (SIL
/// Open Font License), which is in the program: a server without fonts draws the same picture.
/// </summary>
internal static class RelayImage
{
    private const string Font = "Connector.Web.AtkinsonHyperlegible-Bold.ttf";
    private const int Width = 1200;
    private const int Height = 630;
    private const int Margin = 80;

    private static readonly SKColor Ground = new(0x00, 0x52, 0x7f);

    private static readonly Lazy<SKTypeface> Typeface = new(() =>
    {
        using var stream =
            typeof(RelayImage).Assembly.GetManifestResourceStream(Font)
            ?? throw new InvalidOperationException($"the resource {Font} is missing from this build");
        return SKTypeface.FromStream(stream);
    });

    /// <returns>A PNG of 1,200 by 630.</returns>
    public static byte[] Write(PublicNetwork network, PageScope page)
    {
        using var surface = SKSurface.Create(new SKImageInfo(Width, Height));
        using var paint = new SKPaint { Color = SKColors.White, IsAntialias = true };
        var canvas = surface.Canvas;
        canvas.Clear(Ground);
        Draw(canvas, paint, network.Name, Margin, 180, 80, Width - 2 * Margin);
        Draw(canvas, paint, RelayPicture.Motto(page), Margin, 260, 40, Width - 2 * Margin);
        var numbers = RelayPicture.Numbers(network, page);
        var column = (Width - 2 * Margin) / numbers.Count;
        for (var index = 0; index < numbers.Count; index++)
        {
            var (count, what) = numbers[index];
            var x = Margin + index * column;
            Draw(canvas, paint, count.ToString(CultureInfo.InvariantCulture), x, 440, 96, column - 20);
            Draw(canvas, paint, what, x, 500, 34, column - 20);
        }

        using var image = surface.Snapshot();
        using var png = image.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }

    /// <summary>Words too long for their place are written smaller.</summary>
    private static void Draw(
        SKCanvas canvas,
        SKPaint paint,
        string words,
        float x,
        float y,
        float size,
        float room
    )
    {
        using var font = new SKFont(Typeface.Value, size) { Edging = SKFontEdging.Antialias };
        var known = Known(font, words);
        var width = font.MeasureText(known);
        if (width > room)
        {
            font.Size = size * room / width;
        }

        canvas.DrawText(known, x, y, SKTextAlign.Left, font, paint);
    }

    /// <summary>A letter that the font lacks loses its marks; one that it lacks even so is left out.</summary>
    private static string Known(SKFont font, string words)
    {
        var known = new StringBuilder(words.Length);
        foreach (var rune in words.EnumerateRunes())
        {
            var bare = rune.ToString().Normalize(NormalizationForm.FormD)[..1];
            known.Append(
                font.ContainsGlyph(rune.Value) ? rune.ToString()
                : font.ContainsGlyphs(bare) ? bare
                : ""
            );
        }

        return known.ToString();
    }
}
