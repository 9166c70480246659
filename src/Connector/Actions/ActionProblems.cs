using Connector.DocumentFlow;
using Connector.Domain;
using Connector.Domain.Documents;
using Connector.Templates;
using Connector.Templates.Spreadsheets;

namespace Connector.Actions;

/// <summary>What is wrong with minutes and sheets as people left them, in sentences. Nothing is written into such a file.</summary>
internal static class ActionProblems
{
    /// <summary>Lines of one sheet that are told one by one.</summary>
    private const int Most = 5;

    private static readonly Text Restore = new(
        "Rétablissez une version précédente du fichier (menu « Versions » dans Nextcloud).",
        "Restore an earlier version of the file (menu 'Versions' in Nextcloud)."
    );

    /// <summary>What a file is by its first bytes, where it is nothing that can be read; null where it may be.</summary>
    public static Problem? NotReadable(string path, ReadOnlySpan<byte> bytes, bool isSheet)
    {
        if (bytes.IsEmpty)
        {
            return Told(
                "file-emptied",
                new Text(
                    $"« {path} » a été vidé : il ne contient plus rien.",
                    $"'{path}' was emptied: nothing is left in it."
                ),
                Restore
            );
        }

        if (bytes.StartsWith("%PDF"u8))
        {
            return Told(
                "file-replaced",
                new Text(
                    $"« {path} » est maintenant un PDF : ce qui y est écrit ne peut pas être suivi.",
                    $"'{path}' is a PDF now: what is written in it cannot be followed."
                ),
                new Text(
                    "Rangez le PDF sous un autre nom, puis rétablissez la version précédente du fichier (menu « Versions »).",
                    "Keep the PDF under another name, then restore the earlier version of the file (menu 'Versions')."
                )
            );
        }

        if (bytes[..Math.Min(bytes.Length, 200)].IndexOf("application/vnd.oasis.opendocument"u8) >= 0)
        {
            var format = isSheet ? "« Excel 2007-365 (.xlsx) »" : "« Word 2010-365 (.docx) »";
            return Told(
                "file-in-opendocument",
                new Text(
                    $"« {path} » est enregistré au format OpenDocument, qui n'est pas relu ici.",
                    $"'{path}' is saved as OpenDocument, which is not read here."
                ),
                new Text(
                    $"Ouvrez-le et enregistrez-le au format {format}, sous le même nom.",
                    $"Open it and save it as {format}, under the same name."
                )
            );
        }

        return null;
    }

    public static Problem Refused(string path, TemplateException refusal) =>
        Told(
            refusal.Problems[0].Code,
            new Text(
                $"« {path} » ne peut pas être lu : {refusal.Problems[0].French}",
                $"'{path}' cannot be read: {refusal.Problems[0].English}"
            ),
            new Text(refusal.Problems[0].FrenchRemedy, refusal.Problems[0].EnglishRemedy)
        );

    public static Problem Refused(string path, SpreadsheetException refusal) =>
        refusal.Fault
            is SpreadsheetFault.TooLarge
                or SpreadsheetFault.TooManyRows
                or SpreadsheetFault.TooManyColumns
            ? Told(
                "sheet-too-large",
                new Text(
                    $"« {path} » est trop grand : {SpreadsheetLimits.Rows} lignes et {SpreadsheetLimits.Columns} colonnes au plus.",
                    $"'{path}' is too large: {SpreadsheetLimits.Rows} rows and {SpreadsheetLimits.Columns} columns at most."
                ),
                new Text("Effacez les lignes et colonnes vides.", "Delete empty rows and columns.")
            )
            : Told(
                "sheet-unreadable",
                new Text(
                    $"« {path} » n'est pas un classeur .xlsx lisible.",
                    $"'{path}' is no readable .xlsx workbook."
                ),
                Restore
            );

    public static Problem NoHeader(string path) =>
        Told(
            "sheet-without-header",
            new Text(
                $"« {path} » n'a plus de ligne de titres avec « Action » et « Statut » : rien n'y est lu ni écrit.",
                $"'{path}' has no row of headings with 'Action' and 'Statut' any more: nothing is read or written there."
            ),
            new Text(
                "Remettez ces titres au-dessus des colonnes, ou rétablissez une version précédente (menu « Versions »).",
                "Put these headings back above the columns, or restore an earlier version (menu 'Versions')."
            )
        );

    public static Problem Strayed(string path, string group) =>
        Told(
            "minutes-elsewhere",
            new Text(
                $"« {path} » est un compte-rendu de « {group} », rangé chez un autre groupe : ses actions restent celles de « {group} ».",
                $"'{path}' are minutes of '{group}', kept with another group: their actions stay those of '{group}'."
            ),
            new Text(
                $"Remettez-le dans le dossier de « {group} » si ce n'était pas voulu.",
                $"Move it back into the folder of '{group}' if that was not meant."
            )
        );

    /// <summary>Columns and lines of a sheet that cannot be taken as they stand.</summary>
    public static IReadOnlyList<Problem> Of(
        ActionPlace place,
        IReadOnlyList<ReadAction> rows,
        ReadActions register
    )
    {
        var lines = register
            .Doubts.Where(doubt => doubt.Kind != ActionDoubtKind.NoAction)
            .Select(doubt => Line(place.Path, doubt))
            .Concat(
                rows.Select((row, index) => (row, register.Rows[index].Number))
                    .Where(pair =>
                        place.GroupId is null && pair.row is { GroupId: null, Key: null, What: not null }
                    )
                    .Select(pair => NoGroup(place.Path, pair.Number, pair.row.What!))
            )
            .ToList();
        return
        [
            .. ActionSheets.Missing(register).Select(field => Missing(place.Path, field)),
            .. lines.Take(Most),
            .. lines.Count > Most ? [More(place.Path, lines.Count - Most)] : Array.Empty<Problem>(),
        ];
    }

    private static Problem Missing(string path, ActionField field) =>
        Told(
            "sheet-column-missing",
            new Text(
                $"« {path} » n'a plus de colonne « {Column(field)} » : elle n'est ni lue ni écrite, le reste l'est.",
                $"'{path}' has no column '{Column(field)}' any more: it is neither read nor written, the rest is."
            ),
            new Text(
                $"Redonnez à la colonne le titre « {Column(field)} ».",
                $"Give the column the heading '{Column(field)}' again."
            )
        );

    private static Problem Line(string path, ActionDoubt doubt) =>
        Told(
            doubt.Kind == ActionDoubtKind.NotADate ? "sheet-not-a-date" : "sheet-cell-error",
            doubt.Kind == ActionDoubtKind.NotADate
                ? new Text(
                    $"« {path} », ligne {doubt.Row} : « {doubt.Words} » n'est pas une date ; la cellule reste telle quelle, l'ancienne date vaut toujours.",
                    $"'{path}', row {doubt.Row}: '{doubt.Words}' is no date; the cell stays as it is, the former date still holds."
                )
                : new Text(
                    $"« {path} », ligne {doubt.Row}, colonne « {doubt.Column} » : la formule ne donne rien (« {doubt.Words} »).",
                    $"'{path}', row {doubt.Row}, column '{doubt.Column}': the formula gives nothing ('{doubt.Words}')."
                ),
            doubt.Kind == ActionDoubtKind.NotADate
                ? new Text("Écrivez une date comme 03/12/2026.", "Write a date such as 03/12/2026.")
                : new Text(
                    "Corrigez la formule, ou écrivez la valeur.",
                    "Mend the formula, or write the value."
                )
        );

    private static Problem NoGroup(string path, int row, string what) =>
        Told(
            "sheet-no-group",
            new Text(
                $"« {path} », ligne {row} : « {what} » ne dit pas de quel groupe.",
                $"'{path}', row {row}: '{what}' does not tell whose it is."
            ),
            new Text(
                "Écrivez le nom d'un groupe dans la colonne « Groupe ».",
                "Write the name of a group in the column 'Groupe'."
            )
        );

    private static Problem More(string path, int count) =>
        Told(
            "sheet-more-lines",
            new Text(
                $"« {path} » : {count} autre{(count > 1 ? "s" : "")} ligne{(count > 1 ? "s" : "")} du même genre.",
                $"'{path}': {count} more line{(count > 1 ? "s" : "")} of that kind."
            ),
            new Text(
                "Relisez les cellules de date et les formules.",
                "Look through the dates and the formulas."
            )
        );

    private static string Column(ActionField field) =>
        field switch
        {
            ActionField.What => "Action",
            ActionField.Who => "Qui",
            ActionField.Due => "Pour quand",
            _ => "Statut",
        };

    private static Problem Told(string code, Text message, Text remedy) =>
        new()
        {
            Code = code,
            Message = message,
            Remedy = remedy,
        };
}
