using System.Globalization;
using Connector.Domain;
using Connector.Domain.Directories;
using Connector.Reports;
using Connector.Templates.Spreadsheets;
using Connector.TerritoryFiles;
using Connector.TerritoryFiles.Tables;

namespace Connector.Directories;

/// <summary>What to import, and how.</summary>
internal sealed record ImportRequest
{
    public required string File { get; init; }

    /// <summary>The day of the import.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>Who publishes the file; null for what its rows say.</summary>
    public string? Source { get; init; }

    /// <summary>Under which licence; null where nobody said: it is not guessed.</summary>
    public string? Licence { get; init; }

    /// <summary>Whether to write; else the report alone.</summary>
    public required bool Yes { get; init; }

    /// <summary>Whether rows that look like one that is there are added.</summary>
    public bool AddAlike { get; init; }

    /// <summary>Where the file wins over the directory: <see cref="ImportChoice"/>s. Default nowhere.</summary>
    public IReadOnlySet<string> Theirs { get; init; } = new HashSet<string>();
}

/// <summary>
/// <c>connector directory import</c>: read, merge, tell, and write when told to. The directory is written whole or not at all,
/// and only while it is what was read.
/// </summary>
/// <param name="request">What to import.</param>
/// <param name="directory">Into which directory; made when it is not there.</param>
internal sealed class ImportRun(ImportRequest request, IOwnDirectory directory)
{
    /// <summary>A file that was gathered from many names more than anybody would read.</summary>
    private const int MostSources = 5;

    public async Task<ImportView> RunAsync(CancellationToken ct)
    {
        var problems = new ProblemList(request.File);
        var incoming = ImportFile.Read(request.File, problems);
        var book = problems.Any ? null : Open(directory.Bytes, problems);
        if (book is null || problems.Any)
        {
            return ImportView.Refused(request.File, problems.Warnings, problems.Errors);
        }

        var merged = DirectoryMerge.Merge(
            [.. book.Rows.Select(row => row.Place)],
            incoming,
            request.AddAlike
        );
        var view = new ImportView
        {
            File = request.File,
            Into = directory.ShownAs,
            Merged = merged,
            Existing = book.Rows,
            IsWritten = false,
            Warnings = problems.Warnings,
        };
        var replaced = Replaced(merged);
        if (!request.Yes || (!view.Changes && replaced.Count == 0))
        {
            return view;
        }

        var after = book.With(
            [
                .. merged
                    .Results.Where(result => result.Filled.Count > 0)
                    .Select(result => (result.Index!.Value, result.Filled)),
            ],
            [.. merged.Results.Select(result => result.New).OfType<PlaceRecord>()],
            replaced
        );
        after = Remember(after, incoming, problems);
        view = view with { Warnings = problems.Warnings };
        return await directory.SaveAsync(after, ct) is { } problem
            ? ImportView.Refused(request.File, problems.Warnings, [problem])
            : view with
            {
                IsWritten = true,
                Replaced = replaced.Count,
            };
    }

    /// <summary>The conflicts in which somebody chose the file's words.</summary>
    private List<ReplacedCell> Replaced(MergeReport merged) =>
        [
            .. merged.Results.SelectMany(
                (result, index) =>
                    result
                        .Conflicts.Where(conflict =>
                            request.Theirs.Contains(ImportChoice.Of(index, conflict))
                        )
                        .Select(conflict => new ReplacedCell(
                            result.Index!.Value,
                            conflict.Column,
                            conflict.Offered
                        ))
            ),
        ];

    /// <summary>An open licence asks to keep source, date and licence; a CSV has its column « source » alone.</summary>
    private byte[] Remember(byte[] after, IReadOnlyList<IncomingPlace> incoming, ProblemList problems)
    {
        if (after is not [(byte)'P', (byte)'K', ..])
        {
            return after;
        }

        var source = new DataSource(
            Path.GetFileName(request.File),
            request.Source ?? string.Join(", ", Said(incoming, StandardColumn.Source).Take(MostSources)),
            Said(incoming, StandardColumn.UpdatedOn).Max(StringComparer.Ordinal) ?? "",
            request.Licence ?? "",
            request.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        );
        if (SourceSheet.Add(after, source) is { } remembered)
        {
            return remembered;
        }

        problems.Warn("no-source-sheet", new SourcePlace(directory.ShownAs, 0, 0), NoSources, AddSheet);
        return after;
    }

    private static IEnumerable<string> Said(IReadOnlyList<IncomingPlace> incoming, StandardColumn column) =>
        incoming.Select(one => one.Place[column]).OfType<string>().Distinct();

    private DirectoryBook? Open(byte[] bytes, ProblemList problems)
    {
        var top = new SourcePlace(directory.ShownAs, 0, 0);
        try
        {
            DirectoryBook? book =
                bytes is [(byte)'P', (byte)'K', ..] or [0xD0, 0xCF, 0x11, 0xE0, ..]
                || !DirectoryWorkbook.IsCsv(directory.ShownAs)
                    ? WorkbookBook.Open(directory.ShownAs, bytes)
                    : CsvBook.Open(directory.ShownAs, bytes);
            if (book is null)
            {
                problems.Add("unknown-table", top, NotADirectory, NameSheet);
            }

            return book;
        }
        catch (SpreadsheetException refused)
        {
            var (code, message, remedy) = TableProblems.Of(refused.Fault);
            problems.Add(code, top, message, remedy);
            return null;
        }
    }

    private static readonly Text NoSources = new(
        "Cet annuaire n'a pas de feuille « Sources » : la source, la date et la licence de ce fichier n'y sont pas gardées.",
        "This directory has no sheet 'Sources': source, date and licence of this file are not kept in it."
    );

    private static readonly Text AddSheet = new(
        "Ajoutez une feuille « Sources » aux colonnes : fichier, source, données du, licence, importé le.",
        "Add a sheet 'Sources' with the columns: fichier, source, données du, licence, importé le."
    );

    private static readonly Text NotADirectory = new(
        "Ce fichier n'a aucune liste de structures : rien n'y est écrit.",
        "This file has no list of organisations: nothing is written to it."
    );

    private static readonly Text NameSheet = new(
        "Il faut une feuille « Organisations » avec une colonne « nom » ; « connector directory init » en écrit un modèle.",
        "A sheet 'Organisations' with a column 'nom' is needed; 'connector directory init' writes one."
    );
}
