using Connector.Domain;
using Connector.TerritoryFiles.Tables;

namespace Connector.Provisioning;

/// <summary>The sentences about a directory on Nextcloud that cannot be used as it is.</summary>
internal static class DirectoryProblems
{
    private static readonly Text LastStays = new(
        "Ce qu'il disait en dernier reste en vigueur : personne n'est retiré.",
        "What it last said stays in force: nobody is taken out."
    );

    public static Problem NotUsed(string path) =>
        new()
        {
            Code = "directory-not-used",
            Place = new SourcePlace(path, 0, 0),
            Message = Joined(
                new Text(
                    "L'annuaire a des erreurs et n'est pas repris tel quel.",
                    "The directory has mistakes and is not taken as it is."
                ),
                LastStays
            ),
            Remedy = new Text("Corrigez ce qui suit dans le classeur.", "Mend what follows in the workbook."),
        };

    public static Problem Gone(string path) =>
        new()
        {
            Code = "directory-gone",
            Place = new SourcePlace(path, 0, 0),
            Message = Joined(
                new Text(
                    "L'annuaire n'est plus dans Nextcloud, ou n'est plus visible d'ici.",
                    "The directory is no longer on Nextcloud, or can no longer be seen from here."
                ),
                LastStays
            ),
            Remedy = new Text(
                "Restaurez-le de la corbeille (ou « connector apply --restore »), ou déposez-en un autre sous ce nom.",
                "Restore it from the trash bin (or 'connector apply --restore'), or put another one under this name."
            ),
        };

    public static Problem TooLarge(string path) =>
        new()
        {
            Code = "file-too-large",
            Place = new SourcePlace(path, 0, 0),
            Message = Joined(
                new Text(
                    $"L'annuaire ne se lit pas : il dépasse {DirectoryFile.MaxBytes / 1024 / 1024} Mo, ou vient d'être retiré.",
                    $"The directory cannot be read: it is beyond {DirectoryFile.MaxBytes / 1024 / 1024} MB, or was just taken away."
                ),
                LastStays
            ),
            Remedy = new Text(
                "Supprimez-en les lignes vides, les images et les feuilles étrangères, puis relancez.",
                "Delete empty rows, pictures and foreign sheets from it, then run again."
            ),
        };

    private static Text Joined(Text first, Text second) =>
        new($"{first.French} {second.French}", $"{first.English} {second.English}");
}
