using Connector.Domain;
using Connector.Templates.Spreadsheets;
using Connector.TerritoryFiles.Tables;

namespace Connector.Directories;

/// <summary>
/// Adds a record to the directory, or a place in a group to somebody who is in it; every other word of the file stays, and it is
/// written whole or not at all.
/// </summary>
internal static class AddRun
{
    /// <returns>What kept it from being written; none when it was.</returns>
    public static Task<IReadOnlyList<Problem>> RunAsync(
        IOwnDirectory directory,
        NewRecord record,
        CancellationToken ct
    ) =>
        WriteAsync(
            directory,
            book =>
                book.Find(record.Kind, record.Id) is null
                    ? null
                    : directory.Wrong("record-there", There(record.Id), ChooseAnother),
            book => book.Plus(record),
            ct
        );

    /// <returns>What kept it from being written; none when it was.</returns>
    public static Task<IReadOnlyList<Problem>> RunAsync(
        IOwnDirectory directory,
        string person,
        GroupPlace place,
        CancellationToken ct
    ) => WriteAsync(directory, _ => null, book => book.With(person, place), ct);

    private static async Task<IReadOnlyList<Problem>> WriteAsync(
        IOwnDirectory directory,
        Func<RecordBook, Problem?> wrong,
        Func<RecordBook, byte[]?> written,
        CancellationToken ct
    )
    {
        try
        {
            var book = new RecordBook(directory.ShownAs, directory.Bytes);
            return wrong(book) is { } problem ? [problem]
                : written(book) is { } after ? await RecordWriting.SaveAsync(directory, after, ct)
                : [directory.Wrong("record-by-hand", ByHand, OpenTheFile)];
        }
        catch (SpreadsheetException refused)
        {
            var (code, message, remedy) = TableProblems.Of(refused.Fault);
            return [directory.Wrong(code, message, remedy)];
        }
    }

    private static Text There(string id) =>
        new($"« {id} » est déjà dans l'annuaire.", $"'{id}' is in the directory already.");

    private static readonly Text ChooseAnother = new(
        "Cherchez sa fiche, ou choisissez un autre identifiant.",
        "Search for its record, or choose another identifier."
    );

    private static readonly Text ByHand = new(
        "L'annuaire est écrit dans une forme à laquelle Connector n'ajoute rien : rien n'a été écrit.",
        "The directory is written in a form to which Connector adds nothing: nothing was written."
    );

    private static readonly Text OpenTheFile = new(
        "Ajoutez-le dans le fichier lui-même.",
        "Add it in the file itself."
    );
}
