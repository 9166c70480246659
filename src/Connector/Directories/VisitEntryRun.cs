using Connector.Domain;
using Connector.Templates.Spreadsheets;
using Connector.TerritoryFiles.Tables;

namespace Connector.Directories;

/// <summary>
/// Writes a visit into the sheet « Rencontres », and the state that it brought into the organisation's own row where that one
/// is in the same file. Nothing else changes, and the file is written whole or not at all.
/// </summary>
/// <param name="entry">The visit.</param>
/// <param name="organisation">Identifier of whom it is about.</param>
internal sealed class VisitEntryRun(VisitEntry entry, string organisation)
{
    private const string StateField = "etat";

    /// <returns>What kept it from being written; none when it was.</returns>
    public async Task<IReadOnlyList<Problem>> RunAsync(IOwnDirectory directory, CancellationToken ct)
    {
        try
        {
            if (DirectoryWorkbook.IsCsv(directory.ShownAs) || entry.AddedTo(directory.Bytes) is not { } after)
            {
                return [directory.Wrong("no-visits-sheet", NoSheet, AddSheet)];
            }

            return await directory.SaveAsync(WithState(directory.ShownAs, after), ct) is { } problem
                ? [problem]
                : [];
        }
        catch (SpreadsheetException refused)
        {
            var (code, message, remedy) = TableProblems.Of(refused.Fault);
            return [directory.Wrong(code, message, remedy)];
        }
    }

    /// <summary>As they are where the row says so already, or stands elsewhere, or is a formula.</summary>
    private byte[] WithState(string file, byte[] bytes)
    {
        var book = new RecordBook(file, bytes);
        var field = RecordFields.Of(RecordKind.Organisation).First(one => one.Name == StateField);
        return
            entry.State.Length > 0
            && book.Find(RecordKind.Organisation, organisation) is { } words
            && words.GetValueOrDefault(StateField, "") is var stands
            && stands != entry.State
            ? book.With(RecordKind.Organisation, organisation, [new FieldChange(field, stands, entry.State)])
                ?? bytes
            : bytes;
    }

    private static readonly Text NoSheet = new(
        "L'annuaire n'a pas de feuille « Rencontres » avec les colonnes qu'il faut : rien n'a été écrit.",
        "The directory has no sheet 'Rencontres' with the columns that are needed: nothing was written."
    );

    private static readonly Text AddSheet = new(
        "Ajoutez-lui une feuille « Rencontres » : organisation, date, par, avec, état, suite, pour le.",
        "Add a sheet 'Rencontres' to it: organisation, date, par, avec, état, suite, pour le."
    );
}
