using System.Xml.Linq;
using static Connector.Templates.WordText;

namespace Connector.Templates;

/// <summary>
/// Knows, while a paragraph is walked through, what a program counts by itself: page numbers are no one's words
/// (ECMA-376 part 1, 17.16.5).
/// </summary>
internal sealed class PageFields
{
    private static readonly string[] Counted = ["PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION"];

    private readonly Stack<(string Instruction, bool IsResult)> open = new();

    /// <summary>Whether the words here are such a number.</summary>
    internal bool IsCounted => open.Any(one => one.IsResult && IsCount(one.Instruction));

    internal static bool IsCount(XElement simple) => IsCount((string?)simple.Attribute(W + "instr") ?? "");

    /// <summary>Takes notice of <c>w:fldChar</c> and <c>w:instrText</c>.</summary>
    internal void See(XElement element)
    {
        if (element.Name.LocalName == "instrText")
        {
            if (open.TryPop(out var last))
            {
                open.Push((last.Instruction + element.Value, last.IsResult));
            }

            return;
        }

        var kind = (string?)element.Attribute(W + "fldCharType");
        if (kind == "begin")
        {
            open.Push(("", false));
        }
        else if (open.TryPop(out var last) && kind == "separate")
        {
            open.Push((last.Instruction, true));
        }
    }

    private static bool IsCount(string instruction) =>
        Counted.Contains(
            instruction.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(),
            StringComparer.OrdinalIgnoreCase
        );
}
