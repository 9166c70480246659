using Connector.Domain;
using Connector.TerritoryFiles.Yaml;

namespace Connector.TerritoryFiles;

/// <summary>Files on this machine, read whole and within limits.</summary>
internal static class LocalFile
{
    /// <summary>The file's bytes; null after having reported why not.</summary>
    public static byte[]? Read(string path, ProblemList problems, int maxBytes = SourceText.MaxBytes)
    {
        var top = new SourcePlace(problems.File, 0, 0);
        try
        {
            var file = new FileInfo(path);
            if (file.Exists && file.Length > maxBytes)
            {
                problems.Incomplete = true;
                problems.Add("file-too-large", top, TooLarge(file.Length, maxBytes), OtherFile);
                return null;
            }

            return File.ReadAllBytes(path);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            problems.Incomplete = true;
            problems.Add("file-not-found", top, NotFound(path), Look);
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            problems.Incomplete = true;
            problems.Add("file-unreadable", top, Unreadable(path), Rights);
            return null;
        }
    }

    /// <summary>
    /// The path of a file that another one names; null after having reported that the name leads elsewhere. Only files
    /// beside the naming one, or below, are read: the name may come from a file that many people edit.
    /// </summary>
    public static string? Beside(string path, Located<string> name, ProblemList problems)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path)) ?? Path.GetFullPath(".");
        var parts = name.Value.Split('/', '\\');
        if (
            parts.Contains("..")
            || Path.IsPathRooted(name.Value)
            || name.Value.Contains(':', StringComparison.Ordinal)
        )
        {
            problems.Add("outside-folder", name.Place, Outside(name.Value), PutBeside);
            return null;
        }

        var found = Path.Combine(folder, Path.Combine(parts));
        if (File.Exists(found))
        {
            return Path.Combine(Path.GetDirectoryName(path) ?? "", Path.Combine(parts));
        }

        problems.Incomplete = true;
        problems.Add("file-not-found", name.Place, NotFound(name.Value), PutBeside);
        return null;
    }

    /// <summary>Says that a file has nothing in it, unless something worse was said already.</summary>
    public static void ReportEmpty(this ProblemList problems)
    {
        if (!problems.Any)
        {
            problems.Add(
                "empty-file",
                new SourcePlace(problems.File, 1, 1),
                new Text("Le fichier est vide.", "The file is empty."),
                new Text(
                    "« connector init » écrit un exemple complet.",
                    "'connector init' writes a full example."
                )
            );
        }
    }

    private static Text NotFound(string name) =>
        new($"Le fichier « {name} » n'existe pas.", $"The file '{name}' does not exist.");

    private static Text Unreadable(string name) =>
        new($"Le fichier « {name} » ne peut pas être lu.", $"The file '{name}' cannot be read.");

    private static Text TooLarge(long bytes, int most) =>
        new(
            $"Le fichier est trop grand : {bytes / 1024} ko, {most / 1024} ko au plus.",
            $"The file is too large: {bytes / 1024} kB, {most / 1024} kB at most."
        );

    private static Text Outside(string name) =>
        new(
            $"« {name} » désigne un fichier hors du dossier du territoire.",
            $"'{name}' names a file outside the territory's folder."
        );

    private static readonly Text PutBeside = new(
        "Placez le fichier à côté de celui-ci et écrivez seulement son nom.",
        "Put the file beside this one and write its name only."
    );

    private static readonly Text OtherFile = new("Vérifiez le nom du fichier.", "Check the file's name.");

    private static readonly Text Look = new(
        "Vérifiez le nom et le dossier ; « connector init » écrit un exemple complet.",
        "Check the name and the folder; 'connector init' writes a full example."
    );

    private static readonly Text Rights = new(
        "Vérifiez que c'est un fichier et que vous avez le droit de le lire.",
        "Check that it is a file and that you may read it."
    );
}
