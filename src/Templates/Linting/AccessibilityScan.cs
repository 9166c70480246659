using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Connector.Templates;

/// <summary>What the accessibility check says, put at its place in the linter's trees.</summary>
internal static class AccessibilityScan
{
    internal static IEnumerable<LintFound> Find(PackageParts package, IReadOnlyList<LintedPart> parts)
    {
        var read = new Dictionary<string, XElement>(StringComparer.Ordinal);
        var findings = AccessibilityCheck
            .Find(package, path => read[path] = PackageParts.Parse(package[path]))
            .ToList();
        var places = read.ToDictionary(
            part => part.Key,
            part =>
                part.Value.Descendants()
                    .Select((element, index) => (element, index))
                    .ToDictionary(pair => pair.element, pair => pair.index)
        );
        foreach (var finding in findings)
        {
            var part = parts.FirstOrDefault(part => part.Path == finding.Path);
            if (part is null || finding.Element is null)
            {
                yield return LintFound.Whole(LintSeverity.Warning, finding.Problem);
                continue;
            }

            var element = At(part, places[part.Path][finding.Element]);
            yield return LintFound.At(part, element, finding.Problem, Repair(finding.Problem, element));
        }
    }

    /// <summary>Both trees come from the same text: an element is known by its number.</summary>
    private static OpenXmlElement? At(LintedPart part, int index) =>
        part.Root.Descendants().Where(element => element is not OpenXmlMiscNode).ElementAtOrDefault(index);

    /// <summary>A first row of plain words in every cell names the columns.</summary>
    private static Action? Repair(TemplateProblem problem, OpenXmlElement? element) =>
        problem.Code == "header-row-missing"
        && (element as Table)?.Elements<TableRow>().FirstOrDefault() is { } row
        && row.Elements<TableCell>().All(cell => IsLabel(cell.InnerText))
            ? () => MarkHeader(row)
            : null;

    private static bool IsLabel(string text) =>
        !string.IsNullOrWhiteSpace(text) && !text.Contains('{', StringComparison.Ordinal);

    private static void MarkHeader(TableRow row)
    {
        var properties = row.TableRowProperties;
        if (properties is null)
        {
            properties = new TableRowProperties();
            if (row.TablePropertyExceptions is { } exceptions)
            {
                exceptions.InsertAfterSelf(properties);
            }
            else
            {
                row.PrependChild(properties);
            }
        }

        properties.RemoveAllChildren<TableHeader>();
        properties.AppendChild(new TableHeader());
    }
}
