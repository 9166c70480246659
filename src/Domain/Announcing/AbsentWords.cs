using System.Text;

namespace Connector.Domain.Announcing;

/// <summary>
/// The words for the absent, read back from the file in Nextcloud that has them: no other place keeps them. What somebody
/// changed in the file is told as they changed it.
/// </summary>
/// <param name="Title">Meeting and day.</param>
/// <param name="Names">Who was not there.</param>
/// <param name="Decisions">In their order.</param>
/// <param name="Next">When the group meets next; empty when nobody knows.</param>
public sealed record AbsentWords(
    string Title,
    IReadOnlyList<string> Names,
    IReadOnlyList<string> Decisions,
    string Next
)
{
    private const string Heading = "# Pour les absents";
    private const string For = "pour\u00A0:";

    private IReadOnlyDictionary<string, IReadOnlyList<string>> Actions { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>();

    public IReadOnlyList<string> ActionsOf(string name) => Actions.GetValueOrDefault(name) ?? [];

    /// <returns>Null for a text that is something else.</returns>
    public static AbsentWords? Read(string markdown)
    {
        ArgumentNullException.ThrowIfNull(markdown);
        var lines = markdown.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim()).ToList();
        if (lines.Count == 0 || !lines[0].StartsWith(Heading, StringComparison.Ordinal))
        {
            return null;
        }

        var names = lines.Select(NamesIn).FirstOrDefault(found => found.Count > 0) ?? [];
        var actions = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            actions[name] =
            [
                .. Section(
                        lines,
                        title =>
                            title.StartsWith("À faire", StringComparison.Ordinal)
                            && title.EndsWith(name, StringComparison.Ordinal)
                    )
                    .Where(IsItem)
                    .Select(Item),
            ];
        }

        return new AbsentWords(
            Plain(lines[0][Heading.Length..].TrimStart(' ', '–', '-')),
            names,
            [.. Section(lines, title => title == "Décisions").Where(IsItem).Select(Item)],
            Section(lines, title => title == "Prochaine rencontre").FirstOrDefault(line => line.Length > 0)
                is { } next
                ? Plain(next)
                : ""
        )
        {
            Actions = actions,
        };
    }

    private static IReadOnlyList<string> NamesIn(string line)
    {
        var plain = line.Replace("pour :", For, StringComparison.Ordinal);
        var at = plain.LastIndexOf(For, StringComparison.Ordinal);
        return at < 0
            ? []
            :
            [
                .. plain[(at + For.Length)..]
                    .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                    .Select(Plain),
            ];
    }

    private static IEnumerable<string> Section(List<string> lines, Func<string, bool> isTitle) =>
        lines
            .SkipWhile(line => !IsHeading(line) || !isTitle(Plain(line.TrimStart('#').Trim())))
            .Skip(1)
            .TakeWhile(line => !IsHeading(line));

    private static bool IsHeading(string line) => line.StartsWith("## ", StringComparison.Ordinal);

    private static bool IsItem(string line) => line.StartsWith("- ", StringComparison.Ordinal);

    private static string Item(string line) => Plain(line[2..]);

    /// <summary>Without the backslashes that keep signs from being Markdown.</summary>
    private static string Plain(string words)
    {
        var plain = new StringBuilder(words.Length);
        for (var i = 0; i < words.Length; i++)
        {
            var isEscape =
                words[i] == '\\'
                && i + 1 < words.Length
                && (char.IsPunctuation(words[i + 1]) || char.IsSymbol(words[i + 1]));
            plain.Append(words[isEscape ? ++i : i]);
        }

        return plain.ToString().Trim();
    }
}
