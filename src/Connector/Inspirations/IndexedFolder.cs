using Connector.Domain;
using Connector.Domain.Inspirations;
using Connector.Domain.Workspaces;

namespace Connector.Inspirations;

/// <summary>A folder « Ressources et inspirations », with what its sheets tell.</summary>
/// <param name="Folder">The folder.</param>
/// <param name="Sheets">In the order of their names.</param>
internal sealed record IndexedFolder(NodeState Folder, IReadOnlyList<Inspiration> Sheets)
{
    /// <summary>Sheets with whose carrier nobody talked yet.</summary>
    public IReadOnlyList<Inspiration> NotTalked { get; init; } = [];

    /// <summary>Files that were written or changed.</summary>
    public IReadOnlyList<string> Written { get; init; } = [];
}

/// <summary>What is told of an index that was left as it is.</summary>
internal static class InspirationProblems
{
    public static Problem Deleted(string path) =>
        Left(
            path,
            "index-deleted",
            new Text("a été supprimé : il n'est pas refait", "was deleted: it is not made again"),
            new Text(
                "Remettez-le de la corbeille si vous le voulez encore.",
                "Take it out of the trash bin if you still want it."
            )
        );

    public static Problem Touched(string path) =>
        Left(
            path,
            "index-touched",
            new Text(
                "a été modifié à la main : il n'est pas actualisé",
                "was changed by hand: it is not renewed"
            ),
            new Text(
                "Renommez-le pour qu'une page à jour soit faite à côté.",
                "Rename it to have a new page made beside it."
            )
        );

    public static Problem Unreadable(string path, Text why) =>
        Left(
            path,
            "index-unreadable",
            new Text(
                $"ne se lit plus et reste tel quel : {why.French}",
                $"cannot be read any more and stays as it is: {why.English}"
            ),
            new Text(
                "Rétablissez une version précédente, ou renommez-le pour qu'un autre soit fait.",
                "Restore an earlier version, or rename it to have another one made."
            )
        );

    public static Problem NoColumns(string path) =>
        Unreadable(
            path,
            new Text(
                "les colonnes « Expérience » et « Repère » n'y sont plus",
                "the columns 'Expérience' and 'Repère' are gone"
            )
        );

    public static Problem Busy(string path) =>
        Left(
            path,
            "index-busy",
            new Text(
                "est ouvert, ou vient d'être enregistré : ce sera fait au prochain passage",
                "is open, or was just saved: the next run does it"
            ),
            new Text("Relancez plus tard.", "Run again later.")
        );

    public static Problem Kept(string path, KeptCell cell) =>
        Left(
            path,
            "cell-kept",
            new Text(
                $"« {InspirationBook.Label(cell.Column)} » garde ce que quelqu'un y a écrit ; la fiche dit autre chose",
                $"'{InspirationBook.Label(cell.Column)}' keeps what somebody wrote there; the sheet says something else"
            ),
            new Text(
                "Accordez la fiche et l'index, si c'en est la peine.",
                "Make sheet and index agree, where it matters."
            )
        );

    private static Problem Left(string path, string code, Text why, Text remedy) =>
        new()
        {
            Code = code,
            Message = new Text($"« {path} » {why.French}.", $"'{path}' {why.English}."),
            Remedy = remedy,
        };
}
