using Connector.Domain;
using Connector.Templates.Spreadsheets;
using Connector.TerritoryFiles;
using Connector.TerritoryFiles.Tables;

namespace Connector.Directories;

/// <summary>What became of an edit.</summary>
internal sealed record EditResult
{
    /// <summary>Whether something was written.</summary>
    public bool IsWritten { get; init; }

    /// <summary>Fields that say something else than when they were seen; nothing was written, then.</summary>
    public IReadOnlyList<FieldClash> Clashes { get; init; } = [];

    public IReadOnlyList<Problem> Problems { get; init; } = [];
}

/// <summary>
/// Changes the words of one record of the directory: those fields alone that somebody wrote in, and only while each says what
/// they saw. The file is written whole or not at all.
/// </summary>
/// <param name="kind">Of which kind the record is.</param>
/// <param name="id">Its identifier.</param>
/// <param name="changes">Fields whose words are to be others.</param>
internal sealed class EditRun(RecordKind kind, string id, IReadOnlyList<FieldChange> changes)
{
    public async Task<EditResult> RunAsync(IOwnDirectory directory, CancellationToken ct)
    {
        try
        {
            var book = new RecordBook(directory.ShownAs, directory.Bytes);
            if (book.Find(kind, id) is not { } words)
            {
                return Refused("record-gone", Gone, LookAgain, directory);
            }

            var clashes = changes
                .Where(change =>
                    words.GetValueOrDefault(change.Field.Name, "") is var stands
                    && stands != change.Was
                    && stands != change.Now
                )
                .Select(change => new FieldClash(
                    change.Field,
                    words.GetValueOrDefault(change.Field.Name, "")
                ))
                .ToList();
            var wanted = changes
                .Where(change => words.GetValueOrDefault(change.Field.Name, "") != change.Now)
                .ToList();
            if (clashes.Count > 0 || wanted.Count == 0)
            {
                return new EditResult { Clashes = clashes };
            }

            if (book.With(kind, id, wanted) is not { } after)
            {
                return Refused("record-by-hand", ByHand, OpenTheFile, directory);
            }

            return await RecordWriting.SaveAsync(directory, after, ct) is { Count: > 0 } problems
                ? new EditResult { Problems = problems }
                : new EditResult { IsWritten = true };
        }
        catch (SpreadsheetException refused)
        {
            var (code, message, remedy) = TableProblems.Of(refused.Fault);
            return Refused(code, message, remedy, directory);
        }
    }

    private static EditResult Refused(string code, Text message, Text remedy, IOwnDirectory directory) =>
        new() { Problems = [directory.Wrong(code, message, remedy)] };

    private static readonly Text Gone = new(
        "Cette fiche n'est plus dans l'annuaire.",
        "This record is in the directory no more."
    );

    private static readonly Text LookAgain = new("Cherchez-la de nouveau.", "Search for it again.");

    private static readonly Text ByHand = new(
        "Cette fiche est écrite dans une forme que Connector ne change pas (une formule, par exemple) : rien n'a été écrit.",
        "This record is written in a form that Connector does not change (a formula, for instance): nothing was written."
    );

    private static readonly Text OpenTheFile = new(
        "Corrigez-la dans le fichier lui-même.",
        "Mend it in the file itself."
    );
}
