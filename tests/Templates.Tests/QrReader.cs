using System.Buffers.Binary;
using System.IO.Compression;
using ZXing;
using ZXing.Common;

namespace Connector.Templates.Tests;

/// <summary>Reads the QR code of a PNG in black and white (one bit for each pixel, lines without filter).</summary>
internal static class QrReader
{
    internal static string? Read(byte[] png)
    {
        var width = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16));
        var height = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20));
        Assert.That(png[24], Is.EqualTo(1), "bits for each pixel");
        var lines = Unpack(png);
        var stride = 1 + ((width + 7) / 8);
        var isPalette = png[25] == 3;
        var luminance = new byte[width * height];
        for (var y = 0; y < height; y++)
        {
            Assert.That(lines[y * stride], Is.Zero, "filter of a line");
            for (var x = 0; x < width; x++)
            {
                var isSet = (lines[(y * stride) + 1 + (x / 8)] >> (7 - (x % 8)) & 1) == 1;
                luminance[(y * width) + x] =
                    (isSet ? IsLight(png, isPalette, 1) : IsLight(png, isPalette, 0))
                        ? byte.MaxValue
                        : byte.MinValue;
            }
        }

        var source = new RGBLuminanceSource(luminance, width, height, RGBLuminanceSource.BitmapFormat.Gray8);
        var bitmap = new BinaryBitmap(new HybridBinarizer(source));
        return new MultiFormatReader()
            .decode(bitmap, new Dictionary<DecodeHintType, object> { [DecodeHintType.TRY_HARDER] = true })
            ?.Text;
    }

    private static bool IsLight(byte[] png, bool isPalette, int index)
    {
        if (!isPalette)
        {
            return index == 1;
        }

        var palette = png.AsSpan().IndexOf("PLTE"u8) + 4;
        return png[palette + (3 * index)] > 127;
    }

    private static byte[] Unpack(byte[] png)
    {
        using var packed = new MemoryStream();
        for (var at = 8; at + 12 <= png.Length; )
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            if (png.AsSpan(at + 4, 4).SequenceEqual("IDAT"u8))
            {
                packed.Write(png, at + 8, length);
            }

            at += 12 + length;
        }

        packed.Position = 0;
        using var unpacked = new ZLibStream(packed, CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        unpacked.CopyTo(bytes);
        return bytes.ToArray();
    }
}
