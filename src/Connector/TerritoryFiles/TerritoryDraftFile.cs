using Connector.Domain;

namespace Connector.TerritoryFiles;

/// <summary>
/// A territory file before it takes the place of the one that is there: judged with everything beside it, and put in its place
/// whole, with a copy of what was there before.
/// </summary>
internal static class TerritoryDraftFile
{
    /// <summary>What would be wrong with it; nothing when it can take the other's place.</summary>
    /// <param name="path">The territory file that is there.</param>
    /// <param name="after">What is to stand in it.</param>
    public static IReadOnlyList<Problem> Judge(string path, byte[] after)
    {
        var draft = Draft(path);
        try
        {
            File.WriteAllBytes(draft, after);
            return
            [
                .. TerritoryFile
                    .Load(draft)
                    .Problems.Select(problem =>
                        problem.Place is { } place && place.File == draft
                            ? problem with
                            {
                                Place = place with { File = path },
                            }
                            : problem
                    ),
            ];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return [Unwritable(path)];
        }
        finally
        {
            Forget(draft);
        }
    }

    /// <summary>Puts it in place of what was read, which stays beside it as « .bak ».</summary>
    /// <returns>Null when it was written, else why not.</returns>
    public static Problem? Save(string path, byte[] before, byte[] after)
    {
        var draft = Draft(path);
        try
        {
            if (!File.ReadAllBytes(path).AsSpan().SequenceEqual(before))
            {
                return Problem("file-changed", path, Changed, LookAgain);
            }

            File.WriteAllBytes(draft, after);
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(draft, File.GetUnixFileMode(path));
            }

            File.Copy(path, $"{path}.bak", overwrite: true);
            File.Move(draft, path, overwrite: true);
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Unwritable(path);
        }
        finally
        {
            Forget(draft);
        }
    }

    /// <summary>In the same folder, for what it names lies beside it.</summary>
    private static string Draft(string path) =>
        Path.Combine(
            Path.GetDirectoryName(Path.GetFullPath(path))!,
            $".{Path.GetFileNameWithoutExtension(path)}-{Guid.NewGuid():N}{Path.GetExtension(path)}"
        );

    private static void Forget(string draft)
    {
        if (File.Exists(draft))
        {
            File.Delete(draft);
        }
    }

    private static Problem Unwritable(string path) =>
        Problem("file-unwritable", path, CannotWrite, AskForRights);

    private static Problem Problem(string code, string path, Text message, Text remedy) =>
        new()
        {
            Code = code,
            Message = message,
            Remedy = remedy,
            Place = new SourcePlace(path, 0, 0),
        };

    private static readonly Text Changed = new(
        "Le fichier du territoire a changé entre-temps : rien n'a été écrit.",
        "The territory file changed meanwhile: nothing was written."
    );

    private static readonly Text LookAgain = new(
        "Relisez ce qui y est maintenant, puis enregistrez de nouveau.",
        "Read what is there now, then save again."
    );

    private static readonly Text CannotWrite = new(
        "Le service n'a pas le droit d'écrire à côté du fichier du territoire.",
        "The service may not write beside the territory file."
    );

    private static readonly Text AskForRights = new(
        "Demandez à l'administrateur de le lui donner, ou changez le fichier vous-même.",
        "Ask the administrator to allow it, or change the file yourself."
    );
}
