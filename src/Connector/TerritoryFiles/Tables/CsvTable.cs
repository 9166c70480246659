using System.Globalization;
using Connector.Domain;
using Connector.Templates.Spreadsheets;
using Connector.TerritoryFiles.Shapes;
using CsvHelper;
using CsvHelper.Configuration;

namespace Connector.TerritoryFiles.Tables;

/// <summary>
/// Reads a CSV file as spreadsheets write them in France and elsewhere: comma, semicolon or tab; UTF-8 or
/// Windows-1252.
/// </summary>
internal static class CsvTable
{
    private const int MostRows = SpreadsheetLimits.Rows;
    private const int MostColumns = SpreadsheetLimits.Columns;

    /// <summary>A first line that is a title says nothing of the delimiter: each is tried until the columns are known.</summary>
    /// <param name="file">As shown in messages.</param>
    /// <param name="bytes">The file.</param>
    /// <param name="problems">What is wrong with it.</param>
    /// <param name="knows">Whether headers are those that are wanted; those of a directory by default.</param>
    public static Table? Read(
        string file,
        byte[] bytes,
        ProblemList problems,
        Func<Table, bool>? knows = null
    )
    {
        knows ??= DirectoryFile.Knows;
        var source = CsvText.Read(bytes);
        var text = source.Words;
        (Table? Table, ProblemList Problems)? first = null;
        foreach (var delimiter in source.Delimiters)
        {
            var inside = new ProblemList(file);
            var table = Read(file, text, delimiter, knows, inside);
            first ??= (table, inside);
            if (table is not null && knows(table))
            {
                first = (table, inside);
                break;
            }
        }

        problems.Include(first!.Value.Problems);
        return first.Value.Table;
    }

    private static Table? Read(
        string file,
        string text,
        string delimiter,
        Func<Table, bool> knows,
        ProblemList problems
    )
    {
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter,
            HasHeaderRecord = false,
            BadDataFound = null,
            IgnoreBlankLines = true,
            TrimOptions = TrimOptions.Trim,
        };
        using var reader = new StringReader(text);
        using var parser = new CsvParser(reader, configuration);
        try
        {
            return Read(file, parser, knows, problems);
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

    private static Table? Read(string file, CsvParser parser, Func<Table, bool> knows, ProblemList problems)
    {
        var (rows, line) = (new List<TableRow>(), 1);
        while (parser.Read())
        {
            var cells = parser.Record!.Select(Characters.Tidy).ToList();
            cells.RemoveRange(Filled(cells), cells.Count - Filled(cells));
            if (rows.Count == MostRows || cells.Count > MostColumns)
            {
                problems.Incomplete = true;
                var fault = rows.Count == MostRows ? TableProblems.TooManyRows : TableProblems.TooManyColumns;
                problems.Add(fault.Code, new SourcePlace(file, line, 1), fault.Message, fault.Remedy);
                return null;
            }

            if (cells.Count > 0)
            {
                rows.Add(new TableRow(line, cells));
            }

            line = parser.RawRow + 1;
        }

        if (rows.Count == 0)
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

        return DirectoryFile.UnderHeader(new Table(file, null, 1, [], rows), knows);
    }

    /// <summary>How many cells there are up to the last one that holds anything.</summary>
    private static int Filled(List<string> cells) => cells.FindLastIndex(cell => cell.Length > 0) + 1;
}
