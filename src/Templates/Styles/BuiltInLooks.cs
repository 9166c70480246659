using System.Globalization;
using System.Xml.Linq;
using static Connector.Templates.WordText;

namespace Connector.Templates;

/// <summary>How a style looks that Word knows by name and the template does not define.</summary>
internal static class BuiltInLooks
{
    /// <summary>Half points, from the first level of headings to the sixth and smaller ones.</summary>
    private static readonly int[] HeadingSizes = [32, 28, 26, 24, 22, 22];

    internal static IEnumerable<XElement> Of(string name) =>
        name switch
        {
            "Hyperlink" => [Run(Value("color", "0563C1"), Value("u", "single"))],
            "Quote" => [Paragraph(Indent(567)), Run(new XElement(W + "i"))],
            "List Bullet" or "List Number" => [Paragraph(new XElement(W + "contextualSpacing"))],
            _ when name.StartsWith("heading ", StringComparison.Ordinal) => Heading(name[^1] - '1'),
            _ when name.StartsWith("toc ", StringComparison.Ordinal) =>
            [
                Paragraph(Spacing(0, 60), Indent(220 * (name[^1] - '1'))),
            ],
            _ => [],
        };

    private static IEnumerable<XElement> Heading(int level)
    {
        yield return Paragraph(
            new XElement(W + "keepNext"),
            new XElement(W + "keepLines"),
            Spacing(240, 80),
            Value("outlineLvl", level.ToString(CultureInfo.InvariantCulture))
        );
        var size = HeadingSizes[Math.Min(level, HeadingSizes.Length - 1)];
        yield return Run(new XElement(W + "b"), Value("sz", size.ToString(CultureInfo.InvariantCulture)));
    }

    private static XElement Paragraph(params XElement[] properties) => new(W + "pPr", properties);

    private static XElement Run(params XElement[] properties) => new(W + "rPr", properties);

    private static XElement Value(string name, string value) =>
        new(W + name, new XAttribute(W + "val", value));

    private static XElement Indent(int left) => new(W + "ind", new XAttribute(W + "left", left));

    private static XElement Spacing(int before, int after) =>
        new(W + "spacing", new XAttribute(W + "before", before), new XAttribute(W + "after", after));
}
