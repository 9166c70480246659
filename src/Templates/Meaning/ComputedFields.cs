using System.Xml.Linq;
using static Connector.Templates.WordText;

namespace Connector.Templates;

/// <summary>
/// Knows, while the elements of a document pass in order, which of them stand in the result of a field that a word
/// processor computes anew: contents, page numbers, dates of today (ECMA-376 part 1, 17.16.5). Fields may hold one
/// another and run over paragraphs.
/// </summary>
internal sealed class ComputedFields
{
    private static readonly HashSet<string> Computed = new(StringComparer.OrdinalIgnoreCase)
    {
        "TOC",
        "PAGE",
        "PAGEREF",
        "NUMPAGES",
        "SECTIONPAGES",
        "DATE",
        "TIME",
        "SAVEDATE",
        "PRINTDATE",
        "FILENAME",
        "AUTHOR",
        "LASTSAVEDBY",
        "EDITTIME",
        "NUMWORDS",
        "NUMCHARS",
    };

    private readonly Stack<string> _open = new();

    /// <returns>Whether the words of this element are computed, or only steer a field.</returns>
    internal bool Passes(XElement element)
    {
        if (element.Name == W + "fldSimple")
        {
            return IsComputed((string?)element.Attribute(W + "instr") ?? "");
        }

        if (element.Name == W + "fldChar")
        {
            Turn((string?)element.Attribute(W + "fldCharType"));
            return true;
        }

        if (element.Name == W + "instrText")
        {
            if (_open.TryPop(out var before))
            {
                _open.Push(before + element.Value);
            }

            return true;
        }

        return element.Name == W + "t" && _open.Any(IsComputed);
    }

    private void Turn(string? type)
    {
        switch (type)
        {
            case "begin":
                _open.Push("");
                break;
            case "end":
                _open.TryPop(out _);
                break;
        }
    }

    private static bool IsComputed(string instruction) =>
        Computed.Contains(
            instruction.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? ""
        );
}
