using QRCoder;
using QRCoder.Exceptions;

namespace Connector.Templates;

/// <summary>Draws QR codes (ISO/IEC 18004) as PNG, white border included, with room for a stain or a fold.</summary>
internal static class QrCode
{
    private const int PixelsPerModule = 8;

    /// <exception cref="TemplateException">There are more words than a code can hold.</exception>
    internal static ImageValue Draw(QrCodeValue code, TagPlace tag)
    {
        try
        {
            using var data = QRCodeGenerator.GenerateQrCode(code.Content, QRCodeGenerator.ECCLevel.M);
            using var png = new PngByteQRCode(data);
            return new ImageValue(
                png.GetGraphic(PixelsPerModule),
                code.AlternativeText,
                code.WidthCentimetres
            );
        }
        catch (DataTooLongException)
        {
            throw new TemplateException([TagProblems.QrCodeTooLong(tag)]);
        }
    }
}
