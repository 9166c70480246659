using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using Connector.Domain;
using Connector.Domain.Territories;
using Connector.Ledger;
using Connector.Templates.Spreadsheets;

namespace Connector.Persons;

/// <summary>
/// Where in a file's bytes somebody is named: paragraphs, cells, lines, pages, properties. Archives
/// within limits; XML without DTD.
/// </summary>
internal static class FileTraces
{
    private const long MostUnpacked = 200L * 1024 * 1024;
    private const int MostPlaces = 20;

    private static readonly XmlReaderSettings Xml = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        CheckCharacters = false,
    };

    /// <summary>Places in words; empty where the file names nobody of that description, null where it could not be read.</summary>
    public static IReadOnlyList<Text>? In(string name, byte[] bytes, PersonalData match)
    {
        if (PdfTraces.Fits(bytes))
        {
            return PdfTraces.In(bytes, match);
        }

        if (!bytes.AsSpan().StartsWith("PK"u8))
        {
            return OfText(bytes, match);
        }

        try
        {
            return name.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase)
                ? [.. OfWorkbook(bytes, match), .. OfArchive(bytes, match, cells: false)]
                : OfArchive(bytes, match, cells: true);
        }
        catch (Exception error)
            when (error is InvalidDataException or XmlException or SpreadsheetException or IOException)
        {
            return null;
        }
    }

    private static List<Text> OfText(byte[] bytes, PersonalData match)
    {
        // What is no text at all (a picture) still shows the words that its tables of contents and properties hold.
        var lines = Encoding.UTF8.GetString(bytes).Split('\n');
        return
        [
            .. lines
                .Select((line, index) => (line, index))
                .Where(pair => match.IsIn(JsonEscapes.Undone(pair.line)))
                .Take(MostPlaces)
                .Select(pair => Numbered("ligne", "line", pair.index + 1)),
        ];
    }

    private static List<Text> OfWorkbook(byte[] bytes, PersonalData match)
    {
        using var workbook = WorkbookFile.Open(bytes);
        var found = new List<Text>();
        for (var index = 0; index < workbook.SheetNames.Count; index++)
        {
            var sheet = workbook.SheetNames[index];
            foreach (var row in workbook.Rows(index))
            {
                var cells = row
                    .Cells.Select((cell, column) => (cell, column))
                    .Where(pair => match.IsIn(pair.cell.Words));
                found.AddRange(
                    cells.Select(pair => new Text(
                        $"feuille « {sheet} », ligne {row.Number}, colonne {Letter(pair.column)}",
                        $"sheet '{sheet}', row {row.Number}, column {Letter(pair.column)}"
                    ))
                );
            }
        }

        return found;
    }

    /// <param name="bytes">A zip.</param>
    /// <param name="match">Whom.</param>
    /// <param name="cells">False to leave out what a workbook's cells show, which were told as cells.</param>
    private static List<Text> OfArchive(byte[] bytes, PersonalData match, bool cells)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
        var found = new List<Text>();
        var room = MostUnpacked;
        foreach (var entry in zip.Entries.Where(entry => entry.Length > 0))
        {
            if (match.IsIn(entry.FullName))
            {
                found.Add(new Text($"nom de « {entry.FullName} »", $"name of '{entry.FullName}'"));
            }

            var part = Unpacked(entry, ref room);
            var isCells =
                !cells && entry.FullName.StartsWith("xl/worksheets/", StringComparison.OrdinalIgnoreCase);
            if (part.AsSpan().StartsWith("PK"u8))
            {
                found.AddRange(OfArchive(part, match, cells: true));
            }
            else if (!isCells)
            {
                found.AddRange(OfPart(entry.FullName, part, match));
            }
        }

        return found;
    }

    private static byte[] Unpacked(ZipArchiveEntry entry, ref long room)
    {
        using var source = entry.Open();
        using var target = new MemoryStream();
        var buffer = new byte[81920];
        int read;
        while ((read = source.Read(buffer)) > 0)
        {
            room -= read;
            if (room < 0)
            {
                throw new InvalidDataException("too large");
            }

            target.Write(buffer, 0, read);
        }

        return target.ToArray();
    }

    /// <summary>A name may be cut over many elements: each paragraph is read as one text.</summary>
    private static IEnumerable<Text> OfPart(string name, byte[] part, PersonalData match)
    {
        if (!part.AsSpan().TrimStart("\uFEFF \r\n"u8).StartsWith("<"u8))
        {
            return OfText(part, match).Select(place => Within(name, place));
        }

        var found = new List<Text>();
        using var reader = XmlReader.Create(new MemoryStream(part), Xml);
        var (text, number) = (new StringBuilder(), 0);
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                for (var more = reader.MoveToFirstAttribute(); more; more = reader.MoveToNextAttribute())
                {
                    if (match.IsIn(reader.Value))
                    {
                        found.Add(Within(name, new Text("attribut", "attribute")));
                    }
                }

                reader.MoveToElement();
            }
            else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
            {
                text.Append(reader.Value);
            }

            if (
                reader.LocalName is "p" or "si" or "creator" or "lastModifiedBy" or "h"
                && reader.NodeType == XmlNodeType.EndElement
            )
            {
                number++;
                Judge();
            }
        }

        Judge();
        return found;

        void Judge()
        {
            if (text.Length > 0 && match.IsIn(text.ToString()))
            {
                found.Add(Within(name, Numbered("paragraphe", "paragraph", number)));
            }

            text.Clear();
        }
    }

    private static Text Within(string part, Text place) =>
        new($"{part}, {place.French}", $"{part}, {place.English}");

    private static Text Numbered(string french, string english, int number)
    {
        var digits = number.ToString(CultureInfo.InvariantCulture);
        return new Text($"{french} {digits}", $"{english} {digits}");
    }

    private static string Letter(int column) =>
        column < 26
            ? ((char)('A' + column)).ToString()
            : $"{(char)('A' + (column / 26) - 1)}{(char)('A' + (column % 26))}";
}
