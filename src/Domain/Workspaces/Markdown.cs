using System.Text;

namespace Connector.Domain.Workspaces;

/// <summary>Words that stand in a Markdown text as what they are.</summary>
public static class Markdown
{
    /// <summary>Names are data: nothing in them may become a link, an image, a heading or HTML. On one line.</summary>
    public static string Plain(string words)
    {
        var plain = new StringBuilder(words.Length);
        foreach (var letter in words.ReplaceLineEndings(" "))
        {
            if ("\\`*_{}[]()#+!<>|~".Contains(letter, StringComparison.Ordinal))
            {
                plain.Append('\\');
            }

            plain.Append(letter);
        }

        return plain.ToString();
    }
}
