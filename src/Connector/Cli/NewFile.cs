using Connector.Domain;

namespace Connector.Cli;

/// <summary>Files that a verb writes for the person who asked: never over one that is there.</summary>
internal static class NewFile
{
    /// <returns>Whether it was written; when not, the person has been told why.</returns>
    public static bool Write(Doorway door, string path, ReadOnlyMemory<byte> content)
    {
        if (!IsFree(door, path))
        {
            return false;
        }

        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        file.Write(content.Span);
        return true;
    }

    /// <summary>For what takes long to make: asked before, not after.</summary>
    /// <returns>Whether nothing has that name; when something has, the person has been told.</returns>
    public static bool IsFree(Doorway door, string path)
    {
        if (File.Exists(path))
        {
            door.Complain(
                new Problem
                {
                    Code = "file-exists",
                    Message = new Text(
                        $"« {path} » existe déjà : rien n'a été écrit.",
                        $"'{path}' exists already: nothing was written."
                    ),
                    Remedy = new Text("Donnez un autre nom de fichier.", "Give another file name."),
                }
            );
            return false;
        }

        return true;
    }
}
