namespace Connector.Templates;

/// <summary>
/// Something wrong with a template that its author can mend: what, where in the document, and what to do, in
/// both languages.
/// </summary>
public sealed record TemplateProblem
{
    /// <summary>Stable identifier in kebab-case: <c>unknown-tag</c>, <c>loop-not-closed</c>, <c>bad-package</c> …</summary>
    public required string Code { get; init; }

    /// <summary>What is wrong, in French.</summary>
    public required string French { get; init; }

    /// <summary>What is wrong, in English.</summary>
    public required string English { get; init; }

    /// <summary>What to do, in French.</summary>
    public required string FrenchRemedy { get; init; }

    /// <summary>What to do, in English.</summary>
    public required string EnglishRemedy { get; init; }

    /// <summary>
    /// Where: the words of the paragraph that holds it, or the part of the package; null when the whole file is
    /// concerned.
    /// </summary>
    public string? Where { get; init; }
}
