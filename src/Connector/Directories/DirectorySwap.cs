using Connector.Domain;
using Connector.TerritoryFiles;

namespace Connector.Directories;

/// <summary>Replaces a directory on this machine, whole or not at all, and only while it is what was read.</summary>
internal static class DirectorySwap
{
    /// <returns>Whether it was written; problems say why not.</returns>
    public static bool Write(string path, byte[] before, byte[] after, ProblemList problems)
    {
        var top = new SourcePlace(path, 0, 0);
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        if (File.Exists(Path.Combine(folder, $".~lock.{Path.GetFileName(path)}#")))
        {
            problems.Add("file-open", top, IsOpen, CloseIt);
            return false;
        }

        if (File.Exists(path) && !File.ReadAllBytes(path).AsSpan().SequenceEqual(before))
        {
            problems.Add("file-changed", top, HasChanged, RunAgain);
            return false;
        }

        try
        {
            var draft = Path.Combine(folder, $".{Path.GetFileName(path)}.{Guid.NewGuid():N}");
            File.WriteAllBytes(draft, after);
            File.Move(draft, path, overwrite: true);
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            problems.Add("file-unwritable", top, CannotWrite, CloseIt);
            return false;
        }
    }

    private static readonly Text IsOpen = new(
        "L'annuaire est ouvert dans LibreOffice : rien n'a été écrit.",
        "The directory is open in LibreOffice: nothing was written."
    );

    private static readonly Text CloseIt = new("Fermez-le, puis relancez.", "Close it, then run again.");

    private static readonly Text HasChanged = new(
        "L'annuaire a changé pendant la lecture : rien n'a été écrit.",
        "The directory changed while it was read: nothing was written."
    );

    private static readonly Text RunAgain = new("Relancez.", "Run again.");

    private static readonly Text CannotWrite = new(
        "L'annuaire n'a pas pu être écrit ; il est comme avant.",
        "The directory could not be written; it is as before."
    );
}
