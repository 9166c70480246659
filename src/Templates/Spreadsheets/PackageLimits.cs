using System.IO.Compression;

namespace Connector.Templates.Spreadsheets;

/// <summary>
/// Unpacks every part once, to nowhere, before anything parses it: what the directory of a zip file says of its sizes
/// may be a lie.
/// </summary>
internal static class PackageLimits
{
    public const long MostBytes = 64L * 1024 * 1024;
    public const int MostParts = 1_000;

    /// <exception cref="SpreadsheetException">Too large, or not a zip file.</exception>
    public static void Check(byte[] package)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(package, writable: false), ZipArchiveMode.Read);
            if (zip.Entries.Count > MostParts)
            {
                throw new SpreadsheetException(SpreadsheetFault.TooLarge);
            }

            // OpenDocument 1.3 part 2, 3.3: « mimetype » comes first; some writers leave it out, never the manifest.
            if (zip.GetEntry("mimetype") is not null || zip.GetEntry("META-INF/manifest.xml") is not null)
            {
                throw new SpreadsheetException(SpreadsheetFault.OpenDocument);
            }

            var left = MostBytes;
            foreach (var entry in zip.Entries)
            {
                left -= Measure(entry, left);
            }
        }
        catch (Exception error)
            when (error
                    is InvalidDataException
                        or IOException
                        or NotSupportedException
                        or ArgumentException
                        or OverflowException
            )
        {
            throw new SpreadsheetException(SpreadsheetFault.Unreadable, error);
        }
    }

    private static long Measure(ZipArchiveEntry entry, long most)
    {
        using var part = entry.Open();
        var buffer = new byte[81_920];
        var total = 0L;
        int read;
        while ((read = part.Read(buffer)) > 0)
        {
            total += read;
            if (total > most)
            {
                throw new SpreadsheetException(SpreadsheetFault.TooLarge);
            }
        }

        return total;
    }
}
