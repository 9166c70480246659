using System.Text;
using Connector.Domain;

namespace Connector.Reports;

/// <summary>A report's page on disk.</summary>
internal static class HtmlFile
{
    /// <summary>By this a page of ours is known.</summary>
    public const string Generator = "connector";

    private const int HeadBytes = 4096;

    /// <summary>Writes the whole page or none of it; a file that is not a page of ours is never replaced.</summary>
    /// <returns>What kept it from being written; null when it was.</returns>
    public static Problem? Save(string path, string page)
    {
        if (File.Exists(path) && !IsOurs(path))
        {
            return new Problem
            {
                Code = "not-a-report",
                Message = new Text(
                    $"« {path} » existe et n'est pas une page de Connector : il n'est pas remplacé.",
                    $"'{path}' exists and is no page of Connector's: it is not replaced."
                ),
                Remedy = new Text("Donnez un autre nom.", "Give another name."),
            };
        }

        try
        {
            var whole = $"{path}.part";
            File.WriteAllText(whole, page);
            File.Move(whole, path, overwrite: true);
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new Problem
            {
                Code = "local-file",
                Message = new Text(
                    $"La page « {path} » n'a pas pu être écrite ({error.Message}).",
                    $"The page '{path}' could not be written ({error.Message})."
                ),
                Remedy = new Text(
                    "Vérifiez la place et les droits du dossier, ou choisissez-en un autre.",
                    "Check the folder's space and rights, or choose another one."
                ),
            };
        }
    }

    private static bool IsOurs(string path)
    {
        using var file = File.OpenRead(path);
        var head = new byte[HeadBytes];
        var length = file.ReadAtLeast(head, HeadBytes, throwOnEndOfStream: false);
        return Encoding
            .UTF8.GetString(head, 0, length)
            .Contains($"<meta name=\"generator\" content=\"{Generator}\">", StringComparison.Ordinal);
    }
}
