namespace Connector.Templates;

/// <summary>One thing that the linter has to say about a template, with a place that holds whatever the page size.</summary>
public sealed record LintFinding
{
    public required LintSeverity Severity { get; init; }

    /// <summary>What, and what to do.</summary>
    public required TemplateProblem Problem { get; init; }

    /// <summary>« sous « Décisions », tableau « Décision | Responsable », ligne 2 »; empty for the whole file.</summary>
    public required string FrenchPlace { get; init; }

    /// <summary>“under “Décisions”, table “Décision | Responsable”, row 2”; empty for the whole file.</summary>
    public required string EnglishPlace { get; init; }

    /// <summary>Whether the commented copy has it mended: nothing is left to do but to look.</summary>
    public bool IsRepaired { get; init; }
}

/// <summary>How much a finding weighs.</summary>
public enum LintSeverity
{
    /// <summary>The template cannot be filled.</summary>
    Error,

    /// <summary>It can be filled, and the result will probably not be what its author meant, or lacks something.</summary>
    Warning,
}
