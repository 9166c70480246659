using Connector.Domain;
using Connector.Templates;

namespace Connector.DocumentFlow;

/// <summary>What the linter calls an error in a template of the network's own, in sentences that name the place.</summary>
internal sealed record TemplateVerdict(string Code, Text What, Text Remedy)
{
    /// <returns>Empty for a template that can be filled.</returns>
    public static IReadOnlyList<TemplateVerdict> Of(ReadOnlyMemory<byte> docx, TemplateKind kind) =>
        [
            .. TemplateLinter
                .Check(docx, kind)
                .Findings.Where(finding => finding.Severity == LintSeverity.Error)
                .Select(finding => new TemplateVerdict(
                    finding.Problem.Code,
                    new Text(
                        Placed(finding.FrenchPlace, " : ", finding.Problem.French),
                        Placed(finding.EnglishPlace, ": ", finding.Problem.English)
                    ),
                    new Text(finding.Problem.FrenchRemedy, finding.Problem.EnglishRemedy)
                )),
        ];

    private static string Placed(string place, string colon, string words) =>
        place.Length == 0 ? words : $"{char.ToUpperInvariant(place[0])}{place[1..]}{colon}{words}";
}
