using System.Globalization;
using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace Connector.Templates.Spreadsheets;

/// <summary>
/// Empties shared words of a workbook that no cell shows any more: a cell that was cleared leaves its words behind in the file.
/// </summary>
public static class WorkbookPurge
{
    private const string Shared = "xl/sharedStrings.xml";

    /// <param name="xlsx">The workbook.</param>
    /// <param name="isToGo">Which words may not stay behind.</param>
    /// <returns>The same where nothing of it is left behind.</returns>
    /// <exception cref="SpreadsheetException">Not a workbook, damaged, or too large.</exception>
    public static byte[] Apply(byte[] xlsx, Func<string, bool> isToGo)
    {
        ArgumentNullException.ThrowIfNull(xlsx);
        ArgumentNullException.ThrowIfNull(isToGo);
        try
        {
            using var zip = new PackageZip(xlsx, SpreadsheetLimits.Parts, SpreadsheetLimits.Unpacked);
            if (!zip.Contains(Shared))
            {
                return xlsx;
            }

            var words = Load(zip, Shared);
            var shown = zip
                .Paths.Where(path => path.StartsWith("xl/worksheets/", StringComparison.OrdinalIgnoreCase))
                .Where(path => path.EndsWith(".xml", StringComparison.OrdinalIgnoreCase))
                .SelectMany(path => Shown(Load(zip, path)))
                .ToHashSet();
            var isChanged = false;
            foreach (
                var (item, index) in words
                    .Root!.Elements()
                    .Where(element => element.Name.LocalName == "si")
                    .Select((item, index) => (item, index))
                    .ToList()
            )
            {
                if (!shown.Contains(index) && isToGo(item.Value))
                {
                    item.ReplaceNodes(new XElement(item.Name.Namespace + "t"));
                    isChanged = true;
                }
            }

            return isChanged ? Rewritten(xlsx, words) : xlsx;
        }
        catch (Exception error) when (error is PackageZipException or XmlException)
        {
            throw new SpreadsheetException(SpreadsheetFault.Unreadable, error);
        }
    }

    private static IEnumerable<int> Shown(XDocument sheet) =>
        sheet
            .Descendants()
            .Where(cell => cell.Name.LocalName == "c" && (string?)cell.Attribute("t") == "s")
            .Select(cell => cell.Elements().FirstOrDefault(value => value.Name.LocalName == "v")?.Value)
            .Select(value =>
                int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var index)
                    ? index
                    : -1
            );

    private static XDocument Load(PackageZip zip, string path)
    {
        using var source = zip.Open(path);
        using var reader = SafeXml.Reader(source);
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
    }

    private static byte[] Rewritten(byte[] xlsx, XDocument words)
    {
        using var source = new ZipArchive(new MemoryStream(xlsx, writable: false), ZipArchiveMode.Read);
        using var target = new MemoryStream();
        using (var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var part in source.Entries)
            {
                var entry = zip.CreateEntry(part.FullName, CompressionLevel.Optimal);
                entry.LastWriteTime = part.LastWriteTime;
                using var to = entry.Open();
                if (string.Equals(part.FullName, Shared, StringComparison.OrdinalIgnoreCase))
                {
                    words.Save(to, SaveOptions.DisableFormatting);
                }
                else
                {
                    using var from = part.Open();
                    from.CopyTo(to);
                }
            }
        }

        return target.ToArray();
    }
}
