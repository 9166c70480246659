using System.Globalization;
using System.Text.RegularExpressions;

namespace Connector.Templates;

/// <summary>What a table of contents shows, as its field says (ECMA-376 part 1, 17.16.5.68 <c>TOC</c>).</summary>
internal sealed partial class ContentsInstruction
{
    private const int Deepest = 9;

    /// <summary>Levels by outline; none when the table lists styles alone.</summary>
    private readonly (int First, int Last) outline = (1, Deepest);

    /// <summary>Levels that are shown without page number.</summary>
    private readonly (int First, int Last) bare = (Deepest + 1, Deepest + 1);

    private readonly Dictionary<string, int> styles = new(StringComparer.Ordinal);

    private ContentsInstruction(IReadOnlyDictionary<string, string> switches)
    {
        if (switches.TryGetValue("n", out var unnumbered))
        {
            bare = Range(unnumbered) ?? (1, Deepest);
        }

        if (switches.TryGetValue("t", out var named))
        {
            Learn(named);
        }

        outline =
            switches.TryGetValue("o", out var levels) ? Range(levels) ?? outline
            : styles.Count > 0 && !switches.ContainsKey("u") ? (Deepest + 1, Deepest + 1)
            : outline;
    }

    /// <summary>
    /// Null when the field is no table of the document's headings: one of figures, of marked entries, or of a part of
    /// the document is left as its author made it.
    /// </summary>
    internal static ContentsInstruction? Read(string? instruction)
    {
        if (instruction?.Trim().Split(' ', '\\')[0].Equals("TOC", StringComparison.OrdinalIgnoreCase) != true)
        {
            return null;
        }

        var switches = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (Match match in Switch().Matches(instruction))
        {
            switches[match.Groups["name"].Value] = match.Groups["value"].Value;
        }

        string[] foreign = ["a", "b", "c", "f", "l"];
        return foreign.Any(switches.ContainsKey) ? null : new ContentsInstruction(switches);
    }

    internal bool Names(string style) => styles.ContainsKey(style);

    /// <summary>The level at which it shows a heading; null when it does not.</summary>
    /// <param name="level">By outline; 0 for none.</param>
    /// <param name="style">Folded name.</param>
    internal int? LevelOf(int level, string style) =>
        styles.TryGetValue(style, out var named) ? named
        : level >= outline.First && level <= outline.Last ? level
        : null;

    internal bool ShowsPages(int level) => level < bare.First || level > bare.Last;

    /// <summary><c>Annexe;1;Encadré;2</c>: the separator is that of the author's country.</summary>
    private void Learn(string named)
    {
        var words = named.Split([';', ',']);
        for (var index = 0; index + 1 < words.Length; index += 2)
        {
            if (int.TryParse(words[index + 1], CultureInfo.InvariantCulture, out var level))
            {
                styles[DocumentStyles.Fold(words[index])] = Math.Clamp(level, 1, Deepest);
            }
        }
    }

    private static (int First, int Last)? Range(string written)
    {
        var ends = written.Split('-');
        return
            ends.Length == 2
            && int.TryParse(ends[0], CultureInfo.InvariantCulture, out var first)
            && int.TryParse(ends[1], CultureInfo.InvariantCulture, out var last)
            ? (first, last)
            : null;
    }

    [GeneratedRegex(
        """\\(?<name>[a-zA-Z])\s*(?:"(?<value>[^"]*)"|(?<value>[^\\\s"][^\\\s]*))?""",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Switch();
}
