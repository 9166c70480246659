using System.Buffers.Binary;

namespace Connector.Templates;

/// <param name="Width">Pixels, as they lie in the file.</param>
/// <param name="Height">Pixels, as they lie in the file.</param>
/// <param name="Extension"><c>png</c> or <c>jpeg</c>.</param>
/// <param name="Turns">Quarter turns clockwise to stand upright.</param>
internal sealed record PictureFile(int Width, int Height, string Extension, int Turns = 0)
{
    /// <summary>Null when it is neither PNG nor JPEG, or says no size.</summary>
    internal static PictureFile? Read(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) ? Png(bytes)
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? Jpeg(bytes)
        : null;

    /// <summary>Pixels from the header chunk (PNG specification, 11.2.2).</summary>
    private static PictureFile? Png(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 24)
        {
            return null;
        }

        var width = BinaryPrimitives.ReadInt32BigEndian(bytes[16..]);
        var height = BinaryPrimitives.ReadInt32BigEndian(bytes[20..]);
        return width > 0 && height > 0 ? new PictureFile(width, height, "png") : null;
    }

    /// <summary>Segments up to the start of a frame (ITU-T T.81, B.1.1.3 and B.2.2), which says the size.</summary>
    private static PictureFile? Jpeg(ReadOnlySpan<byte> bytes)
    {
        var turns = 0;
        for (var at = 2; at + 4 <= bytes.Length && bytes[at] == 0xFF; )
        {
            var marker = bytes[at + 1];
            if (marker is 0xFF or 0x01 or (>= 0xD0 and <= 0xD8))
            {
                at += marker == 0xFF ? 1 : 2;
                continue;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
            if (length < 2 || at + 2 + length > bytes.Length)
            {
                return null;
            }

            var segment = bytes.Slice(at + 4, length - 2);
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return Frame(segment, turns);
            }

            turns = marker == 0xE1 && segment.StartsWith("Exif\0\0"u8) ? QuarterTurns(segment[6..]) : turns;
            at += 2 + length;
        }

        return null;
    }

    private static PictureFile? Frame(ReadOnlySpan<byte> segment, int turns)
    {
        if (segment.Length < 5)
        {
            return null;
        }

        var height = BinaryPrimitives.ReadUInt16BigEndian(segment[1..]);
        var width = BinaryPrimitives.ReadUInt16BigEndian(segment[3..]);
        return width > 0 && height > 0 ? new PictureFile(width, height, "jpeg", turns) : null;
    }

    /// <summary>Tag 0x0112 of the first directory (EXIF 2.32, 4.6.4): 3, 6 and 8 are turns, the rest mirrors.</summary>
    private static int QuarterTurns(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 10)
        {
            return 0;
        }

        var isLittle = tiff[0] == 'I';
        var start = (int)Math.Min(Whole(tiff[4..], isLittle), int.MaxValue);
        if (start > tiff.Length - 2)
        {
            return 0;
        }

        var count = Half(tiff[start..], isLittle);
        for (var entry = start + 2; count > 0 && entry + 12 <= tiff.Length; entry += 12, count--)
        {
            if (Half(tiff[entry..], isLittle) == 0x0112)
            {
                return Half(tiff[(entry + 8)..], isLittle) switch
                {
                    3 => 2,
                    6 => 1,
                    8 => 3,
                    _ => 0,
                };
            }
        }

        return 0;
    }

    private static ushort Half(ReadOnlySpan<byte> bytes, bool isLittle) =>
        isLittle
            ? BinaryPrimitives.ReadUInt16LittleEndian(bytes)
            : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private static uint Whole(ReadOnlySpan<byte> bytes, bool isLittle) =>
        isLittle
            ? BinaryPrimitives.ReadUInt32LittleEndian(bytes)
            : BinaryPrimitives.ReadUInt32BigEndian(bytes);
}
