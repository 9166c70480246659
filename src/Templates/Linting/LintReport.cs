namespace Connector.Templates;

/// <summary>What the linter found in a template, in reading order.</summary>
/// <param name="Kind">The kind of document that its fields were compared with; null when it has no fields at all.</param>
public sealed record LintReport(TemplateKind? Kind, IReadOnlyList<LintFinding> Findings)
{
    /// <summary>Whether something keeps the template from being filled.</summary>
    public bool HasErrors => Findings.Any(finding => finding.Severity == LintSeverity.Error);
}

/// <summary>A copy of a template with a Word comment at each finding, and mended where that changes no meaning.</summary>
/// <param name="Report">The findings of the template as it was; <see cref="LintFinding.IsRepaired"/> tells what the copy has mended.</param>
/// <param name="Docx">The copy; empty when the file could not be opened.</param>
public sealed record LintCopy(LintReport Report, ReadOnlyMemory<byte> Docx);
