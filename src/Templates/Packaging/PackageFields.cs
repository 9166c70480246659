using System.Buffers;
using System.Text;
using System.Xml.Linq;

namespace Connector.Templates;

/// <summary>
/// Fields (ECMA-376 part 1, 17.16.5) that start a program or fetch a file when the document is opened or refreshed. Their
/// name may be split over runs.
/// </summary>
internal static class PackageFields
{
    private static readonly SearchValues<char> EndsOfName = SearchValues.Create(" \t\r\n\"\\");

    private static readonly HashSet<string> Refused = new(StringComparer.OrdinalIgnoreCase)
    {
        "DDE",
        "DDEAUTO",
        "DATABASE",
        "IMPORT",
        "INCLUDE",
        "INCLUDEPICTURE",
        "INCLUDETEXT",
        "LINK",
        "RD",
    };

    internal static IEnumerable<TemplateProblem> Fetching(PackageParts package) =>
        package
            .Paths.Where(path => HoldsFields(package[path].Span) && PackageReader.IsXml(package, path))
            .SelectMany(path =>
                Codes(package.Look(path))
                    .Where(code => Refused.Contains(Name(code)))
                    .Select(code => PackageProblems.External(path, code.Trim()))
            );

    private static bool HoldsFields(ReadOnlySpan<byte> part) =>
        part.IndexOf("instrText"u8) >= 0 || part.IndexOf("fldSimple"u8) >= 0;

    /// <summary>What stands between the marks of each field, in the order in which they begin.</summary>
    private static IEnumerable<string> Codes(XElement part)
    {
        var open = new Stack<StringBuilder>();
        var codes = new List<StringBuilder>();
        foreach (var element in part.DescendantsAndSelf())
        {
            switch (element.Name.LocalName)
            {
                case "fldSimple":
                    codes.Add(new StringBuilder(Attribute(element, "instr")));
                    break;
                case "fldChar" when Attribute(element, "fldCharType") == "begin":
                    open.Push(new StringBuilder());
                    codes.Add(open.Peek());
                    break;
                case "fldChar" when Attribute(element, "fldCharType") == "end":
                    open.TryPop(out _);
                    break;
                case "instrText" when open.TryPeek(out var code):
                    code.Append(element.Value);
                    break;
                case "instrText":
                    codes.Add(new StringBuilder(element.Value));
                    break;
            }
        }

        return codes.Select(code => code.ToString());
    }

    private static string Attribute(XElement element, string name) =>
        element.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName == name)?.Value ?? "";

    private static string Name(string code)
    {
        var trimmed = code.TrimStart();
        var end = trimmed.AsSpan().IndexOfAny(EndsOfName);
        return end < 0 ? trimmed : trimmed[..end];
    }
}
