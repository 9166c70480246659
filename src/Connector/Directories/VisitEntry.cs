using Connector.Domain;
using Connector.Domain.Directories;
using Connector.Domain.Territories;
using Connector.Templates.Spreadsheets;

namespace Connector.Directories;

/// <summary>A visit that somebody tells of: what a row of « Rencontres » says; empty words are empty cells.</summary>
internal sealed record VisitEntry
{
    private static readonly IReadOnlyList<string> OrganisationHeaders = ["organisation", "structure"];
    private static readonly IReadOnlyList<string> DateHeaders = ["date", "date de la visite"];
    private static readonly IReadOnlyList<string> ByHeaders = ["par", "visite faite par", "qui"];
    private static readonly IReadOnlyList<string> MetHeaders = ["avec", "personnes rencontrées"];
    private static readonly IReadOnlyList<string> StateHeaders = ["état"];
    private static readonly IReadOnlyList<string> NextHeaders = ["suite", "prochaine étape", "suites"];
    private static readonly IReadOnlyList<string> DueHeaders = ["pour le", "échéance"];

    /// <summary>As the directory knows it: its name, or its identifier where another has the same name.</summary>
    public required string Organisation { get; init; }

    public DateOnly? Date { get; init; }

    public string By { get; init; } = "";

    public string Met { get; init; } = "";

    /// <summary>« rencontré », « invité » …</summary>
    public string State { get; init; } = "";

    public string Next { get; init; } = "";

    public DateOnly? NextOn { get; init; }

    /// <summary>What an organisation is called in rows about it.</summary>
    public static string Called(Organisation organisation, Territory territory)
    {
        var key = Folded.Key(organisation.Name);
        return territory.Organisations.Count(one => Folded.Key(one.Name) == key) == 1
            ? organisation.Name
            : organisation.Id;
    }

    /// <summary>The directory with a row more; every other cell stays.</summary>
    /// <returns>Null where no sheet has the columns for what there is to write.</returns>
    /// <exception cref="SpreadsheetException">Not a workbook, damaged, or too large.</exception>
    public byte[]? AddedTo(byte[] xlsx)
    {
        using var workbook = WorkbookFile.Open(xlsx);
        var cells = Cells();
        for (var sheet = 0; sheet < workbook.SheetNames.Count; sheet++)
        {
            if (
                Folded.Key(workbook.SheetNames[sheet]).StartsWith("rencontre", StringComparison.Ordinal)
                && SheetHeader.Find(workbook.Rows(sheet), [OrganisationHeaders, DateHeaders]) is { } header
                && cells.TrueForAll(cell => header.Column(cell.Headers) is not null)
            )
            {
                var row = cells.ToDictionary(cell => header.Column(cell.Headers)!.Value, cell => cell.Cell);
                return WorkbookEdit.Apply(xlsx, sheet, [], [row], header.Row);
            }
        }

        return null;
    }

    private List<(IReadOnlyList<string> Headers, SheetCell Cell)> Cells()
    {
        var cells = new List<(IReadOnlyList<string>, SheetCell)>
        {
            (OrganisationHeaders, SheetCell.Of(Organisation)),
        };
        if (Date is { } day)
        {
            cells.Add((DateHeaders, SheetCell.Of(day)));
        }

        foreach (
            var (headers, words) in new[]
            {
                (ByHeaders, By),
                (MetHeaders, Met),
                (StateHeaders, State),
                (NextHeaders, Next),
            }
        )
        {
            if (words.Length > 0)
            {
                cells.Add((headers, SheetCell.Of(words)));
            }
        }

        if (NextOn is { } due)
        {
            cells.Add((DueHeaders, SheetCell.Of(due)));
        }

        return cells;
    }
}
