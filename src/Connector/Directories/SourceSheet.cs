using System.Text;
using Connector.Domain;
using Connector.Templates.Spreadsheets;
using Connector.TerritoryFiles;
using Connector.TerritoryFiles.Tables;

namespace Connector.Directories;

/// <summary>
/// The sheet « Sources » of a directory: one row for each import that wrote something. It lies in the workbook itself, so that it goes
/// wherever the data go, and people can complete it.
/// </summary>
internal static class SourceSheet
{
    public const string Name = "Sources";

    private static readonly string[] Headers = ["fichier", "source", "données du", "licence", "importé le"];

    public static Sheet Empty { get; } = Of([]);

    public static Sheet Of(IReadOnlyList<DataSource> sources) =>
        new()
        {
            Name = Name,
            Columns =
            [
                new SheetColumn(Headers[0], 36) { Help = "Le fichier qui a été importé." },
                new SheetColumn(Headers[1], 36) { Help = "Qui publie ces données." },
                new SheetColumn(Headers[2], 12) { Help = "Le jour de la ligne la plus récente." },
                new SheetColumn(Headers[3], 26)
                {
                    Help =
                        "Sous quelle licence : Licence Ouverte 2.0, ODbL… Une licence ouverte demande de nommer la source et la date ; les exports le font.",
                },
                new SheetColumn(Headers[4], 12) { Help = "Le jour de l'import." },
            ],
            Rows = sources.Select(
                IReadOnlyList<SheetCell?> (source) => [.. Cells(source).Select(SheetCell.Of)]
            ),
        };

    /// <summary>The workbook with a row more; null where it has no such sheet.</summary>
    public static byte[]? Add(byte[] xlsx, DataSource source)
    {
        using var workbook = WorkbookFile.Open(xlsx);
        if (Find(workbook) is not { } found)
        {
            return null;
        }

        var row = Headers
            .Zip(Cells(source))
            .Where(pair => pair.Second.Length > 0 && found.Header.Column([pair.First]) is not null)
            .ToDictionary(
                pair => found.Header.Column([pair.First])!.Value,
                pair => SheetCell.Of(pair.Second)
            );
        return WorkbookEdit.Apply(xlsx, found.Sheet, [], [row], found.Header.Row);
    }

    /// <summary>What the directories of a territory say, each source once, the latest import of it.</summary>
    public static IReadOnlyList<DataSource> Read(string territoryPath, LoadResult loaded)
    {
        var folder = Path.GetDirectoryName(territoryPath) ?? "";
        var workbooks = (loaded.Directories ?? [])
            .Select(name => Path.Combine(folder, name))
            .Where(File.Exists)
            .Select(path => LocalFile.Read(path, new ProblemList(path), DirectoryFile.MaxBytes))
            .Append(loaded.Cloud?.Bytes);
        return
        [
            .. workbooks
                .Where(bytes => bytes is [(byte)'P', (byte)'K', ..])
                .SelectMany(bytes => Read(bytes!))
                .GroupBy(source => (source.File, source.Source, source.Licence))
                .Select(group => group.Last()),
        ];
    }

    /// <summary>One line each, for formats that have no place for it.</summary>
    public static byte[] Text(IReadOnlyList<DataSource> sources) =>
        Encoding.UTF8.GetBytes(string.Concat(sources.Select(source => source.Told + "\n")));

    private static List<DataSource> Read(byte[] xlsx)
    {
        using var workbook = WorkbookFile.Open(xlsx);
        if (Find(workbook) is not { } found)
        {
            return [];
        }

        return
        [
            .. workbook
                .Rows(found.Sheet)
                .Where(row => row.Number > found.Header.Row)
                .Select(row =>
                    Headers
                        .Select(header =>
                            found.Header.Column([header]) is { } column ? row[column].Words.Trim() : ""
                        )
                        .ToList()
                )
                .Where(cells => cells[0].Length + cells[1].Length > 0)
                .Select(cells => new DataSource(cells[0], cells[1], cells[2], cells[3], cells[4])),
        ];
    }

    private static (int Sheet, SheetHeader Header)? Find(WorkbookFile workbook)
    {
        var sheet = workbook.SheetNames.ToList().FindIndex(name => Folded.Key(name) == Folded.Key(Name));
        return
            sheet >= 0
            && SheetHeader.Find(
                workbook.Rows(sheet),
                [
                    [Headers[0]],
                    [Headers[3]],
                ]
            )
                is { } header
            ? (sheet, header)
            : null;
    }

    private static string[] Cells(DataSource source) =>
        [source.File, source.Source, source.Date, source.Licence, source.ImportedOn];
}
