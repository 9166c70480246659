using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using Connector.Domain;
using Connector.TerritoryFiles.Shapes;

namespace Connector.TerritoryFiles.Blueprints;

/// <summary>Names of folders and documents in a blueprint: they must stay names, on every system that opens them.</summary>
internal static partial class PathName
{
    private static readonly SearchValues<char> RefusedSigns = SearchValues.Create("/\\:*?\"<>|");

    public static TextShape Shape { get; } = TextShape.Checked(Check);

    private static (string, Text, Text)? Check(string name)
    {
        if (
            name is "." or ".."
            || name.Contains("../", StringComparison.Ordinal)
            || name.Contains("..\\", StringComparison.Ordinal)
        )
        {
            return Refused(
                new Text(
                    $"« {Words.Shown(name)} » sortirait du dossier.",
                    $"'{Words.Shown(name)}' would leave the folder."
                ),
                new Text(
                    "Écrivez un simple nom ; les sous-dossiers vont sous « dossiers ».",
                    "Write a plain name; folders inside go below 'dossiers'."
                )
            );
        }

        if (Sign(name) is { } sign)
        {
            return Refused(
                new Text(
                    $"Le signe {sign} n'est pas permis dans un nom de dossier ou de fichier.",
                    $"The sign {sign} is not permitted in the name of a folder or file."
                ),
                new Text($"Écrivez par exemple « {Plain(name)} ».", $"Write for instance '{Plain(name)}'.")
            );
        }

        if (
            name.EndsWith('.')
            || name.StartsWith('.')
            || ReservedName().IsMatch(name)
            || ServerName().IsMatch(name)
        )
        {
            return Refused(
                new Text(
                    $"« {Words.Shown(name)} » est un nom réservé par Windows ou par Nextcloud.",
                    $"'{Words.Shown(name)}' is a name that Windows or Nextcloud reserves."
                ),
                new Text(
                    "Choisissez un autre nom, sans point au début ni à la fin.",
                    "Choose another name, without a dot at either end."
                )
            );
        }

        return Token().Replace(name, "").AsSpan().ContainsAny('{', '}')
            ? Refused(
                new Text(
                    $"Une accolade manque dans « {Words.Shown(name)} ».",
                    $"A brace is missing in '{Words.Shown(name)}'."
                ),
                new Text("Écrivez par exemple « {groupe} ».", "Write for instance '{groupe}'.")
            )
            : null;
    }

    private static (string, Text, Text)? Refused(Text message, Text remedy) => ("bad-name", message, remedy);

    /// <summary>A look-alike in a file that people edit would puzzle them more than a hyphen.</summary>
    private static string Plain(string name) =>
        string.Concat(name.Select(letter => RefusedSigns.Contains(letter) ? '-' : letter));

    private static string? Sign(string name)
    {
        var at = name.AsSpan().IndexOfAny(RefusedSigns);
        return at < 0 ? null : new Rune(name[at]).ToString();
    }

    [GeneratedRegex(@"^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?$", RegexOptions.IgnoreCase)]
    private static partial Regex ReservedName();

    [GeneratedRegex(@"\.(part|filepart|htaccess)$", RegexOptions.IgnoreCase)]
    private static partial Regex ServerName();

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex Token();
}
