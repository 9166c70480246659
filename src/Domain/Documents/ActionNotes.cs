using System.Globalization;

namespace Connector.Domain.Documents;

/// <summary>What a person has to settle about actions, in sentences.</summary>
public static class ActionNotes
{
    private const string Mark = "À trancher : ";

    /// <summary>Whether a note was written by Connector, which may take it back.</summary>
    public static bool IsOurs(string note) => note.StartsWith(Mark, StringComparison.Ordinal);

    /// <summary>What stands under « À trancher » in a row; empty when there is nothing to settle.</summary>
    public static string InSheet(ActionBoard board, ActionPlace sheet, TrackedAction action)
    {
        ArgumentNullException.ThrowIfNull(board);
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentNullException.ThrowIfNull(action);
        var others = action
            .Disputes.Select(dispute =>
                $"{Name(dispute.Field).French} {string.Join(", ", dispute.Sides.Where(side => side.Place != sheet.Key).Select(side => $"{Value(dispute.Field, side.Value).French} dans {Place(board, side.Place).French}"))}"
            )
            .ToList();
        return others.Count == 0 ? "" : $"{Mark}{string.Join(" ; ", others)}";
    }

    /// <summary>All that is to be told after a run, the files that cannot be read first.</summary>
    public static IReadOnlyList<Problem> Of(ActionBoard board)
    {
        ArgumentNullException.ThrowIfNull(board);
        var places = board.Places.Values.OrderBy(place => place.Path, StringComparer.Ordinal).ToList();
        return
        [
            .. places.SelectMany(place => place.Problems),
            .. places.Where(place => place.IsRestored).Select(Restored),
            .. places.Where(place => place.IsChangedSincePublished).Select(Changed),
            .. board.Actions.SelectMany(action =>
                action.Disputes.Select(dispute => Disputed(board, action, dispute))
            ),
            .. places.SelectMany(place => Gone(board, place)),
            .. places.SelectMany(place => Locked(board, place)),
        ];
    }

    private static Problem Disputed(ActionBoard board, TrackedAction action, ActionDispute dispute)
    {
        var sides = dispute
            .Sides.Select(side => (Value: Value(dispute.Field, side.Value), Place: Place(board, side.Place)))
            .ToList();
        return new Problem
        {
            Code = "action-disputed",
            Message = new Text(
                $"« {action.Words.What} » : {Name(dispute.Field).French} {string.Join(", ", sides.Select(side => $"{side.Value.French} dans {side.Place.French}"))}. Les deux sont gardés.",
                $"'{action.Words.What}': {Name(dispute.Field).English} {string.Join(", ", sides.Select(side => $"{side.Value.English} in {side.Place.English}"))}. Both are kept."
            ),
            Remedy = new Text(
                "Écrivez ce qui est juste dans l'un des deux : l'autre suivra.",
                "Write what is right into one of them: the other follows."
            ),
        };
    }

    private static Problem Restored(ActionPlace place) =>
        new()
        {
            Code = "file-restored",
            Message = new Text(
                $"« {place.Path} » a été remis à une version d'avant : les actions gardent ce qui a été écrit depuis.",
                $"'{place.Path}' was put back to an earlier version: actions keep what was written since."
            ),
            Remedy = new Text(
                "Relisez-y les actions, et corrigez ce qui n'est plus juste.",
                "Read the actions in it again, and put right what does not hold any more."
            ),
        };

    private static Problem Changed(ActionPlace place) =>
        new()
        {
            Code = "minutes-changed-since",
            Message = new Text(
                $"« {place.Path} » a été modifié depuis sa publication : la version publiée reste telle quelle.",
                $"'{place.Path}' was changed since it was published: the published version stays as it is."
            ),
            Remedy = new Text(
                $"Pour publier la nouvelle version : connector minutes publish {place.GroupId} {place.Date:yyyy-MM-dd}. Sinon, rétablissez la version publiée (menu « Versions »).",
                $"To publish the new version: connector minutes publish {place.GroupId} {place.Date:yyyy-MM-dd}. Otherwise restore the published version (menu 'Versions')."
            ),
        };

    private static IEnumerable<Problem> Gone(ActionBoard board, ActionPlace place)
    {
        var gone = board
            .Actions.Where(action => action.Words.IsOpen && action.SightIn(place.Key) is { IsGone: true })
            .ToList();
        if (gone.Count == 0 || place.IsUnreadable)
        {
            yield break;
        }

        var what = $"« {gone[0].Words.What} »";
        var more = gone.Count - 1;
        yield return new Problem
        {
            Code = "action-row-deleted",
            Message =
                gone.Count == 1
                    ? new Text(
                        $"{what} n'est plus dans « {place.Path} », et reste en cours ailleurs.",
                        $"'{gone[0].Words.What}' is no longer in '{place.Path}', and stays open elsewhere."
                    )
                    : new Text(
                        $"{what} et {more} autre{(more > 1 ? "s" : "")} ne sont plus dans « {place.Path} », et restent en cours ailleurs.",
                        $"'{gone[0].Words.What}' and {more} other{(more > 1 ? "s" : "")} are no longer in '{place.Path}', and stay open elsewhere."
                    ),
            Remedy = new Text(
                "Pour clore une action, écrivez « Fait » ou « Abandonné » là où elle est encore ; pour retrouver les lignes, rétablissez une version précédente du fichier (menu « Versions »).",
                "To close an action, write 'Done' or 'Dropped' where it still stands; to get the rows back, restore an earlier version of the file (menu 'Versions')."
            ),
        };
    }

    private static IEnumerable<Problem> Locked(ActionBoard board, ActionPlace place) =>
        from action in place.IsSheet ? board.In(place) : []
        let seen = action.SightIn(place.Key)
        where seen is { IsGone: false }
        from field in seen.Locked
        where !ActionWords.Same(field, action.Words[field], seen.Words[field])
        select new Problem
        {
            Code = "cell-not-written",
            Message = new Text(
                $"« {place.Path} » : pour « {action.Words.What} », {Name(field).French} est maintenant {Value(field, action.Words[field]).French}, mais la cellule a une formule ou n'a pas pu être lue : elle reste telle quelle.",
                $"'{place.Path}': for '{action.Words.What}', {Name(field).English} is {Value(field, action.Words[field]).English} now, but the cell has a formula or could not be read: it stays as it is."
            ),
            Remedy = new Text(
                "Écrivez la valeur à la place de la formule.",
                "Write the value in place of the formula."
            ),
        };

    /// <summary>A field as people call it.</summary>
    public static Text Name(ActionField field) =>
        field switch
        {
            ActionField.What => new Text("l'action", "the action"),
            ActionField.Who => new Text("le responsable", "who"),
            ActionField.Due => new Text("la date", "the date"),
            _ => new Text("le statut", "the status"),
        };

    private static Text Value(ActionField field, string value)
    {
        var words =
            field == ActionField.Due && ActionWords.Day(value) is { } day
                ? day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)
                : value;
        return words.Length == 0 ? new Text("vide", "empty") : new Text($"« {words} »", $"'{words}'");
    }

    private static Text Place(ActionBoard board, string key)
    {
        var path = board.Find(key)?.Path ?? key;
        return new Text($"« {path} »", $"'{path}'");
    }
}
