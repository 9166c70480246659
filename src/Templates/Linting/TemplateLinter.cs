namespace Connector.Templates;

/// <summary>
/// Reads a template as its author meant it and tells everything that is wrong or lacking at once, each with its
/// place, in words for people who are not programmers. What it calls an error is what keeps
/// <see cref="DocumentTemplate"/> from filling it.
/// </summary>
public static class TemplateLinter
{
    /// <param name="docx">The template.</param>
    /// <param name="kind">The kind of document it is for; null takes the one that knows most of its fields.</param>
    public static LintReport Check(ReadOnlyMemory<byte> docx, TemplateKind? kind = null) =>
        Linting.Of(docx, kind) is { } linting ? linting.Report() : Refused(docx, kind);

    /// <summary>The same, with a copy that shows each finding as a Word comment at its spot.</summary>
    /// <param name="docx">The template; it is left as it is.</param>
    /// <param name="kind">The kind of document it is for; null takes the one that knows most of its fields.</param>
    /// <param name="inEnglish">Language of the comments; French otherwise.</param>
    public static LintCopy Mark(
        ReadOnlyMemory<byte> docx,
        TemplateKind? kind = null,
        bool inEnglish = false
    ) =>
        Linting.Of(docx, kind) is { } linting
            ? linting.Mark(inEnglish)
            : new LintCopy(Refused(docx, kind), ReadOnlyMemory<byte>.Empty);

    /// <summary>What keeps the file from being opened at all.</summary>
    private static LintReport Refused(ReadOnlyMemory<byte> docx, TemplateKind? kind)
    {
        try
        {
            DocumentTemplate.Load(docx);
            return new LintReport(kind, []);
        }
        catch (TemplateException refusal)
        {
            return new LintReport(
                kind,
                [
                    .. refusal.Problems.Select(problem => new LintFinding
                    {
                        Severity = LintSeverity.Error,
                        Problem = problem,
                        FrenchPlace = "",
                        EnglishPlace = "",
                    }),
                ]
            );
        }
    }
}
