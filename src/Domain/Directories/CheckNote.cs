using System.Text;

namespace Connector.Domain.Directories;

/// <summary>
/// The cell « À vérifier » of a row. Lines of ours begin with a sign that nobody types; all others are a person's and stay, above
/// ours, as they were written.
/// </summary>
public static class CheckNote
{
    /// <summary>Header of the column.</summary>
    public const string Header = "À vérifier";

    private const char Sign = '⚠';

    /// <summary>More of one row would be read by nobody.</summary>
    private const int Most = 12;

    /// <summary>What the cell says from now on.</summary>
    /// <param name="cell">What it says.</param>
    /// <param name="notes">What is to be verified in its row; none when all is well.</param>
    public static string Of(string cell, IReadOnlyList<string> notes)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(notes);
        var lines = cell.ReplaceLineEndings("\n").Split('\n');
        var theirs = lines.Where(line => !IsOurs(line)).ToList();
        var ours = notes.Select(note => $"{Sign} {OnOneLine(note)}").Distinct().ToList();
        if (theirs.Count == lines.Length && ours.Count == 0)
        {
            return cell;
        }

        if (ours.Count > Most)
        {
            ours = [.. ours.Take(Most), $"{Sign} …"];
        }

        var kept = string.Join('\n', theirs).TrimEnd('\n', ' ');
        return string.Join('\n', kept.Length == 0 ? ours : ours.Prepend(kept));
    }

    private static bool IsOurs(string line) => line.TrimStart().StartsWith(Sign);

    private static string OnOneLine(string note)
    {
        var words = new StringBuilder(note.Length);
        foreach (var letter in note)
        {
            words.Append(char.IsControl(letter) ? ' ' : letter);
        }

        return words.ToString();
    }
}
