using System.Globalization;
using System.Text;
using Connector.Domain;

namespace Connector.TerritoryFiles.Yaml;

/// <summary>
/// A file's bytes as text. UTF-8 with or without its mark, any line ending; what else people's editors write
/// (Windows-1252, UTF-16) is reported, and read all the same so that the rest of the file can be judged.
/// </summary>
internal static class SourceText
{
    public const int MaxBytes = 2 * 1024 * 1024;

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    public static readonly Encoding Windows1252 =
        CodePagesEncodingProvider.Instance.GetEncoding(1252) ?? Encoding.Latin1;

    /// <summary>Null when nothing can be read; a problem says why.</summary>
    public static string? Decode(byte[] bytes, ProblemList problems)
    {
        if (bytes.Length > MaxBytes)
        {
            problems.Add("file-too-large", Top(problems), TooLarge, Smaller);
            problems.Incomplete = true;
            return null;
        }

        return Mark(bytes) is { } encoding ? Marked(bytes, encoding, problems) : Unmarked(bytes, problems);
    }

    /// <summary>Same text with every control character replaced, each line that has one reported once.</summary>
    public static string WithoutControls(string text, ProblemList problems)
    {
        var clean = new StringBuilder(text.Length);
        var (line, column, reported) = (1, 0, 0);
        foreach (var letter in text)
        {
            column++;
            if (letter is '\n')
            {
                (line, column) = (line + 1, 0);
            }
            else if (IsControl(letter))
            {
                if (reported != line)
                {
                    reported = line;
                    problems.Add(
                        "control-character",
                        new SourcePlace(problems.File, line, column),
                        Control(letter),
                        RemoveIt
                    );
                }

                clean.Append(' ');
                continue;
            }

            clean.Append(letter);
        }

        return clean.ToString();
    }

    /// <summary>
    /// Same text with the tabs of indentations replaced, each line that has one reported: YAML counts spaces only,
    /// and its parser could not say more than « somewhere ».
    /// </summary>
    public static string WithoutTabs(string text, ProblemList problems)
    {
        if (!text.Contains('\t', StringComparison.Ordinal))
        {
            return text;
        }

        var lines = text.Split('\n');
        for (var index = 0; index < lines.Length; index++)
        {
            var start = lines[index].AsSpan().IndexOfAnyExcept(' ', '\t');
            var tab = lines[index].IndexOf('\t', StringComparison.Ordinal);
            if (start > 0 && tab >= 0 && tab < start)
            {
                problems.Add(
                    "tab-indent",
                    new SourcePlace(problems.File, index + 1, tab + 1),
                    Tab,
                    SpacesInstead
                );
                lines[index] =
                    lines[index][..start].Replace("\t", "  ", StringComparison.Ordinal)
                    + lines[index][start..];
            }
        }

        return string.Join('\n', lines);
    }

    private static readonly Text Tab = new("Une tabulation sert de retrait.", "A tab is used to indent.");

    private static readonly Text SpacesInstead = new(
        "Remplacez-la par deux espaces ; la plupart des éditeurs savent le faire pour tout le fichier.",
        "Replace it with two spaces; most editors can do it for the whole file."
    );

    public static bool IsControl(char letter) =>
        char.IsControl(letter) && letter is not ('\t' or '\n' or '\r');

    public static Text Control(char letter) =>
        new(
            $"Caractère invisible U+{(int)letter:X4} dans le fichier.",
            $"Invisible character U+{(int)letter:X4} in the file."
        );

    public static readonly Text RemoveIt = new(
        "Effacez-le : placez le curseur à cet endroit et retapez le mot.",
        "Delete it: put the cursor there and type the word again."
    );

    private static readonly Text TooLarge = new(
        "Le fichier dépasse 2 Mo : ce n'est pas un fichier de territoire.",
        "The file is larger than 2 MB: this is not a territory file."
    );

    private static readonly Text Smaller = new(
        "Vérifiez le nom du fichier ; les longues listes se mettent dans un annuaire CSV ou xlsx.",
        "Check the file's name; long lists belong in a CSV or xlsx directory."
    );

    private static readonly Text SaveAsUtf8 = new(
        "Enregistrez-le en UTF-8 (dans l'éditeur : « Enregistrer sous », « Encodage », « UTF-8 »).",
        "Save it as UTF-8 (in the editor: 'Save as', 'Encoding', 'UTF-8')."
    );

    private static Encoding? Mark(byte[] bytes) =>
        bytes switch
        {
            [0xFF, 0xFE, ..] => Encoding.Unicode,
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
            _ => null,
        };

    private static string Marked(byte[] bytes, Encoding encoding, ProblemList problems)
    {
        problems.Add(
            "not-utf8",
            Top(problems),
            new Text("Le fichier est enregistré en UTF-16.", "The file is saved as UTF-16."),
            SaveAsUtf8
        );
        return encoding.GetString(bytes, 2, bytes.Length - 2);
    }

    private static string Unmarked(byte[] bytes, ProblemList problems)
    {
        var start = bytes is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0;
        try
        {
            return Strict.GetString(bytes, start, bytes.Length - start);
        }
        catch (DecoderFallbackException error)
        {
            var at = start + error.Index;
            problems.Add(
                "not-utf8",
                PlaceOf(bytes, at, problems),
                Accents(bytes[Math.Clamp(at, 0, bytes.Length - 1)]),
                SaveAsUtf8
            );
            return Windows1252.GetString(bytes, start, bytes.Length - start);
        }
    }

    private static Text Accents(byte found)
    {
        var letter = Windows1252.GetString([found]);
        return new Text(
            $"Le fichier n'est pas en UTF-8 : ici, un « {letter} » écrit à la façon de Windows (CP1252).",
            string.Create(
                CultureInfo.InvariantCulture,
                $"The file is not UTF-8: here, a '{letter}' written the Windows way (CP1252)."
            )
        );
    }

    private static SourcePlace PlaceOf(byte[] bytes, int index, ProblemList problems)
    {
        var before = bytes.AsSpan(0, Math.Clamp(index, 0, bytes.Length));
        var line = before.Count((byte)'\n') + 1;
        var column = before.Length - (before.LastIndexOf((byte)'\n') + 1) + 1;
        return new SourcePlace(problems.File, line, column);
    }

    private static SourcePlace Top(ProblemList problems) => new(problems.File, 1, 1);
}
