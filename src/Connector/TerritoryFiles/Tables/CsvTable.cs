using System.Globalization;
using System.Text;
using Connector.Domain;
using Connector.TerritoryFiles.Shapes;
using Connector.TerritoryFiles.Yaml;
using CsvHelper;
using CsvHelper.Configuration;

namespace Connector.TerritoryFiles.Tables;

/// <summary>
/// Reads a CSV file as spreadsheets write them in France and elsewhere: comma, semicolon or tab; UTF-8 or
/// Windows-1252.
/// </summary>
internal static class CsvTable
{
    private const int MostRows = 20_000;
    private const int MostColumns = 200;

    public static Table? Read(string file, byte[] bytes, ProblemList problems)
    {
        var text = Decode(bytes);
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = Delimiter(text),
            HasHeaderRecord = false,
            BadDataFound = null,
            IgnoreBlankLines = true,
            TrimOptions = TrimOptions.Trim,
        };
        using var reader = new StringReader(text);
        using var parser = new CsvParser(reader, configuration);
        try
        {
            return Read(file, parser, problems);
        }
        catch (CsvHelperException)
        {
            problems.Incomplete = true;
            problems.Add(
                "bad-csv",
                new SourcePlace(file, parser.RawRow, 1),
                new Text("La ligne ne se lit pas comme du CSV.", "The line cannot be read as CSV."),
                new Text(
                    "Vérifiez ses guillemets, ou enregistrez de nouveau le tableau en CSV UTF-8.",
                    "Check its quotes, or save the sheet again as CSV UTF-8."
                )
            );
            return null;
        }
    }

    private static Table? Read(string file, CsvParser parser, ProblemList problems)
    {
        if (!parser.Read())
        {
            problems.Add(
                "empty-file",
                new SourcePlace(file, 1, 1),
                new Text("Le fichier est vide.", "The file is empty."),
                new Text(
                    "La première ligne donne les titres des colonnes.",
                    "The first line holds the columns' headers."
                )
            );
            return null;
        }

        var headers = parser.Record!.Take(MostColumns).ToList();
        var (headerLine, line) = (parser.RawRow, parser.RawRow + 1);
        var rows = new List<TableRow>();
        while (parser.Read() && rows.Count < MostRows)
        {
            var cells = parser.Record!.Take(MostColumns).Select(Characters.Tidy).ToList();
            if (cells.Exists(cell => cell.Length > 0))
            {
                rows.Add(new TableRow(line, cells));
            }

            line = parser.RawRow + 1;
        }

        return new Table(file, null, headerLine, headers, rows);
    }

    private static string Decode(byte[] bytes)
    {
        var start = bytes is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0;
        try
        {
            return new UTF8Encoding(false, true).GetString(bytes, start, bytes.Length - start);
        }
        catch (DecoderFallbackException)
        {
            return bytes is [0xFF, 0xFE, ..]
                ? Encoding.Unicode.GetString(bytes, 2, bytes.Length - 2)
                : SourceText.Windows1252.GetString(bytes);
        }
    }

    /// <summary>The sign that cuts the header line into most columns, outside quotes.</summary>
    private static string Delimiter(string text)
    {
        var counts = new Dictionary<char, int>
        {
            [','] = 0,
            [';'] = 0,
            ['\t'] = 0,
        };
        var quoted = false;
        foreach (var letter in text.AsSpan(0, Math.Min(text.Length, 20_000)))
        {
            if (letter == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && letter is '\n' or '\r')
            {
                break;
            }
            else if (!quoted && counts.TryGetValue(letter, out var count))
            {
                counts[letter] = count + 1;
            }
        }

        return counts.OrderByDescending(pair => pair.Value).First().Key.ToString();
    }
}
