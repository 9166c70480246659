using System.Security;
using System.Text;
using QRCoder;

namespace Connector.Templates;

/// <summary>The QR code of an address as a file of its own: to put on a web page, a poster, a letter.</summary>
public static class QrPicture
{
    /// <summary>Sharp when printed 20 cm wide.</summary>
    private const int PixelsPerModule = 24;

    /// <summary>Whether a file's name says that it is a picture that this can draw.</summary>
    public static bool IsPicture(string fileName) =>
        Path.GetExtension(fileName) is { } extension
        && (extension.Equals(".png", StringComparison.OrdinalIgnoreCase) || IsSvg(fileName));

    public static bool IsSvg(string fileName) =>
        Path.GetExtension(fileName).Equals(".svg", StringComparison.OrdinalIgnoreCase);

    /// <summary>White border included, with room for a stain or a fold. Same words, same bytes.</summary>
    public static byte[] Png(string content)
    {
        using var data = QRCodeGenerator.GenerateQrCode(content, QRCodeGenerator.ECCLevel.M);
        using var png = new PngByteQRCode(data);
        return png.GetGraphic(PixelsPerModule);
    }

    /// <summary>As <see cref="Png"/>, of any size.</summary>
    /// <param name="content">What it says.</param>
    /// <param name="title">What it is, for who cannot see it.</param>
    public static byte[] Svg(string content, string title)
    {
        using var data = QRCodeGenerator.GenerateQrCode(content, QRCodeGenerator.ECCLevel.M);
        var size = data.ModuleMatrix.Count;
        var path = new StringBuilder();
        for (var y = 0; y < size; y++)
        {
            var row = data.ModuleMatrix[y];
            for (var x = 0; x < size; x++)
            {
                var from = x;
                while (x < size && row[x])
                {
                    x++;
                }

                if (x > from)
                {
                    path.Append(
                        System.Globalization.CultureInfo.InvariantCulture,
                        $"M{from} {y}h{x - from}v1h-{x - from}z"
                    );
                }
            }
        }

        return Encoding.UTF8.GetBytes(
            $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" role="img" shape-rendering="crispEdges">
            <title>{SecurityElement.Escape(title)}</title>
            <rect width="{size}" height="{size}" fill="#fff"/>
            <path fill="#000" d="{path}"/>
            </svg>

            """.ReplaceLineEndings("\n")
        );
    }
}
