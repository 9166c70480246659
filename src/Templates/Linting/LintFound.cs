using DocumentFormat.OpenXml;

namespace Connector.Templates;

/// <summary>A finding with its exact place in the tree, and what mends it when that changes no meaning.</summary>
/// <param name="Part">Null when the whole file is concerned.</param>
/// <param name="Spot">The characters; null when an element is meant.</param>
/// <param name="Element">The paragraph, table or picture; null when the whole part or file is meant.</param>
/// <param name="Repair">Mends it in the tree of the copy; null when a person must.</param>
internal sealed record LintFound(
    LintSeverity Severity,
    TemplateProblem Problem,
    LintedPart? Part,
    TagSpot? Spot,
    OpenXmlElement? Element,
    Action? Repair
)
{
    /// <summary>Whether it stands in the document's properties, which no page shows.</summary>
    internal bool IsInProperties { get; init; }

    /// <param name="mended">What to write instead; null when that is not certain.</param>
    internal static LintFound At(
        TagSpot spot,
        LintSeverity severity,
        TemplateProblem problem,
        string? mended
    ) =>
        new(
            severity,
            problem,
            spot.Part,
            spot,
            spot.Paragraph,
            mended is null ? null : () => spot.Rewrite(mended)
        );

    internal static LintFound At(
        LintedPart part,
        OpenXmlElement? element,
        TemplateProblem problem,
        Action? repair = null
    ) => new(LintSeverity.Warning, problem, part, null, element, repair);

    internal static LintFound Whole(LintSeverity severity, TemplateProblem problem) =>
        new(severity, problem, null, null, null, null);
}
