using System.Text;
using Connector.Domain;
using Connector.Domain.Directories;
using Connector.TerritoryFiles;
using Connector.TerritoryFiles.Shapes;
using Connector.TerritoryFiles.Tables;

namespace Connector.Directories;

/// <summary>
/// Reads organisations from a file of the national standard (CSV or JSON, today's or older), from any table with a column
/// of names, or from vCards; the bytes say which.
/// </summary>
internal static class ImportFile
{
    private const int MaxBytes = 64 * 1024 * 1024;

    /// <summary>Columns that together only a file of the national standard has.</summary>
    private static readonly StandardColumn[] OfTheStandard =
    [
        StandardColumn.Id,
        StandardColumn.Pivot,
        StandardColumn.UpdatedOn,
    ];

    /// <returns>The rows in their order; none after having reported why.</returns>
    public static IReadOnlyList<IncomingPlace> Read(string path, ProblemList problems)
    {
        if (LocalFile.Read(path, problems, MaxBytes) is not { } bytes)
        {
            return [];
        }

        var start = Encoding
            .UTF8.GetString(bytes, 0, Math.Min(bytes.Length, 64))
            .TrimStart('\uFEFF', ' ', '\r', '\n', '\t');
        if (start.StartsWith("BEGIN:VCARD", StringComparison.OrdinalIgnoreCase))
        {
            return VCardFile.Read(path, bytes, problems);
        }

        var rows = start is ['[' or '{', ..]
            ? JsonRows.Read(path, bytes, problems)
            : Rows(Table(path, bytes, problems), problems);
        return [.. rows.Select(row => Incoming(row, problems))];
    }

    /// <summary>A table of organisations: a column of names, and one more that is known.</summary>
    public static bool Fits(Table table)
    {
        var columns = table.Headers.Select(StandardHeaders.Find).OfType<StandardColumn>().Distinct().ToList();
        return columns.Contains(StandardColumn.Name) && columns.Count > 1;
    }

    private static Table? Table(string path, byte[] bytes, ProblemList problems)
    {
        var table = bytes is [(byte)'P', (byte)'K', ..] or [0xD0, 0xCF, 0x11, 0xE0, ..]
            ? WorkbookTables.ReadFirst(path, bytes, problems, Fits)
            : CsvTable.Read(path, bytes, problems, Fits);
        if (table is null || Fits(table))
        {
            return table;
        }

        problems.Add("unknown-table", table.Top, NotOrganisations, Headers);
        return null;
    }

    private static IEnumerable<ImportRow> Rows(Table? table, ProblemList problems)
    {
        if (table is null)
        {
            return [];
        }

        var columns = table
            .Headers.Select(
                (header, index) => (Column: StandardHeaders.Find(header), Header: header, Index: index)
            )
            .ToList();
        var known = columns.Where(one => one.Column is not null).DistinctBy(one => one.Column).ToList();
        Tell(columns.Except(known).Select(one => one.Header), table.Top, problems);
        var isStandard = OfTheStandard.All(column => known.Exists(one => one.Column == column));
        return table.Rows.Select(row => new ImportRow(
            [.. known.Select(one => KeyValuePair.Create(one.Column!.Value, row[one.Index]))],
            table.At(row, null),
            column => table.At(row, known.Find(one => one.Column == column).Index),
            isStandard
        ));
    }

    /// <summary>What is left out is said: personal data above all are not taken from a table of organisations.</summary>
    internal static void Tell(IEnumerable<string> leftOut, SourcePlace at, ProblemList problems)
    {
        var names = leftOut.Where(name => name.Length > 0).Distinct().ToList();
        if (names.Count > 0)
        {
            problems.Warn(
                "columns-left-out",
                at,
                new Text(
                    $"Colonnes qui ne sont pas reprises : {string.Join(", ", names.Select(name => Words.Shown(name)))}.",
                    $"Columns that are not taken: {string.Join(", ", names.Select(name => Words.Shown(name)))}."
                ),
                new Text(
                    "Renommez celles qui comptent d'après le standard national ; les personnes se tiennent dans la feuille « Personnes ».",
                    "Rename those that matter after the national standard; people belong on the sheet 'Personnes'."
                )
            );
        }
    }

    private static IncomingPlace Incoming(ImportRow row, ProblemList problems)
    {
        var read = PlaceReading.Of(row.Cells);
        var doubts = read
            .Doubts.Select(doubt => new Problem
            {
                Code = doubt.Code,
                Message = doubt.Message,
                Remedy = doubt.Remedy,
                Place = row.At(doubt.Column),
            })
            .ToList();
        if (row.IsStandard && read.Place[StandardColumn.Name] is not null)
        {
            doubts.AddRange(
                StandardColumns
                    .Required.Where(column => read.Place[column] is null && column != StandardColumn.Name)
                    .Select(column => Missing(read.Place, column, row.At(column)))
            );
        }

        foreach (var doubt in doubts)
        {
            problems.Warn(doubt.Code, doubt.Place!.Value, doubt.Message, doubt.Remedy);
        }

        return new IncomingPlace
        {
            Place = read.Place,
            At = row.Place,
            Doubts = doubts,
        };
    }

    private static Problem Missing(PlaceRecord place, StandardColumn column, SourcePlace at) =>
        new()
        {
            Code = "missing-value",
            Place = at,
            Message = new Text(
                $"« {place[StandardColumn.Name]} » n'a pas de « {StandardColumns.Name(column)} », que le standard exige.",
                $"'{place[StandardColumn.Name]}' has no '{StandardColumns.Name(column)}', which the standard wants."
            ),
            Remedy =
                column == StandardColumn.Pivot
                    ? new Text(
                        "La structure est reprise telle quelle ; son SIRET ou RNA se trouve sur annuaire-entreprises.data.gouv.fr.",
                        "It is taken as it is; its SIRET or RNA can be found on annuaire-entreprises.data.gouv.fr."
                    )
                    : new Text("La structure est reprise telle quelle.", "It is taken as it is."),
        };

    private static readonly Text NotOrganisations = new(
        "Aucune ligne ne porte les titres de colonnes d'une liste de structures.",
        "No row holds the headers of a list of organisations."
    );

    private static readonly Text Headers = new(
        "Il faut « nom » et au moins une autre colonne : pivot (SIRET), commune, code_postal, adresse, typologie…",
        "'nom' and at least one more are needed: pivot (SIRET), commune, code_postal, adresse, typologie…"
    );
}

/// <summary>The words of one row, and where each stands.</summary>
internal sealed record ImportRow(
    IReadOnlyList<KeyValuePair<StandardColumn, string>> Cells,
    SourcePlace Place,
    Func<StandardColumn, SourcePlace> At,
    bool IsStandard
);
