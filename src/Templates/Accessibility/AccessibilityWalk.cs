using System.Xml.Linq;
using static Connector.Templates.WordText;

namespace Connector.Templates;

/// <summary>One part from its first word to its last, remembering under which heading it is.</summary>
internal sealed class AccessibilityWalk(string path, DocumentStyles styles, bool isMain)
{
    private static readonly XNamespace Drawing =
        "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
    private static readonly XNamespace Decorative =
        "http://schemas.microsoft.com/office/drawing/2017/decorative";
    private static readonly XNamespace Vml = "urn:schemas-microsoft-com:vml";

    private readonly List<AccessibilityFinding> findings = [];
    private string heading = "";
    private int level;

    internal IReadOnlyList<AccessibilityFinding> Find(XElement root)
    {
        foreach (var element in root.Descendants().Where(IsShown))
        {
            if (element.Name == W + "p" && isMain)
            {
                JudgeParagraph(element);
            }
            else if (element.Name == W + "tbl")
            {
                JudgeTable(element);
            }
            else if (element.Name == Drawing + "docPr")
            {
                JudgePicture(element, ["descr", "title"]);
            }
            else if (element.Name == Vml + "imagedata" && element.Parent is { } shape)
            {
                JudgePicture(shape, ["alt", "title"]);
            }
        }

        return findings;
    }

    /// <summary>The second form of a drawing is for programs that do not know the first.</summary>
    private static bool IsShown(XElement element) =>
        !element.Ancestors().Any(ancestor => ancestor.Name.LocalName == "Fallback");

    private void JudgeParagraph(XElement paragraph)
    {
        if (styles.HeadingLevel(paragraph.Element(W + "pPr")) is not { } found)
        {
            return;
        }

        var words = Of(paragraph).Trim();
        if (words.Length == 0)
        {
            Add(AccessibilityProblems.EmptyHeading(Place("")), paragraph);
            return;
        }

        if (found > level + 1)
        {
            Add(AccessibilityProblems.HeadingGap(level, found, words), paragraph);
        }

        heading = words;
        level = found;
    }

    /// <summary>
    /// One row or one column, or headings within, lay things out; a table whose look says "first column" and not "first row" names
    /// its facts at the left.
    /// </summary>
    private void JudgeTable(XElement table)
    {
        var rows = table.Elements(W + "tr").ToList();
        var look = table.Element(W + "tblPr")?.Element(W + "tblLook");
        var isNamedAtLeft = IsOn(look, "firstColumn", 0x80) && !IsOn(look, "firstRow", 0x20);
        var isLayout =
            rows.Count < 2
            || rows.Max(row => row.Elements(W + "tc").Count()) < 2
            || table.Descendants(W + "pPr").Any(properties => styles.HeadingLevel(properties) is not null);
        if (isLayout || isNamedAtLeft)
        {
            return;
        }

        var mark = rows[0].Element(W + "trPr")?.Element(W + "tblHeader");
        if (mark is null || (string?)mark.Attribute(W + "val") is "0" or "false" or "off")
        {
            var labels = rows[0].Elements(W + "tc").Select(cell => Of(cell).Trim());
            Add(AccessibilityProblems.NoHeaderRow(Place(string.Join(" | ", labels))), table);
        }
    }

    /// <summary>Old files write the look as one number, new ones as attributes too.</summary>
    private static bool IsOn(XElement? look, string name, int bit) =>
        (string?)look?.Attribute(W + name) is { } written
            ? written is "1" or "true" or "on"
            : int.TryParse(
                (string?)look?.Attribute(W + "val"),
                System.Globalization.NumberStyles.HexNumber,
                System.Globalization.CultureInfo.InvariantCulture,
                out var bits
            )
                && (bits & bit) != 0;

    private void JudgePicture(XElement picture, string[] texts)
    {
        var isTold = texts.Any(name => !string.IsNullOrWhiteSpace((string?)picture.Attribute(name)));
        var isDecorative = picture
            .Descendants(Decorative + "decorative")
            .Any(mark => (string?)mark.Attribute("val") is "1" or "true");
        if (!isTold && !isDecorative)
        {
            var paragraph = picture.Ancestors(W + "p").FirstOrDefault();
            var words = paragraph is null ? "" : Of(paragraph).Trim();
            var name = (string?)picture.Attribute("name") ?? "";
            Add(AccessibilityProblems.NoAlternativeText(Place(words.Length > 0 ? words : name)), picture);
        }
    }

    private string Place(string words)
    {
        var start = isMain ? heading : path;
        return start.Length == 0 ? Short(words)
            : words.Length == 0 ? Short(start)
            : $"{Short(start)} › {Short(words)}";
    }

    private static string Short(string words) => words.Length <= 60 ? words : words[..60] + "…";

    private void Add(TemplateProblem problem, XElement element) =>
        findings.Add(new AccessibilityFinding(problem, path, element));
}
