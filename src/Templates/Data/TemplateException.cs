namespace Connector.Templates;

/// <summary>A template that cannot be used, with every problem found in it. The message is French, then English.</summary>
public sealed class TemplateException(IReadOnlyList<TemplateProblem> problems) : Exception(Sentence(problems))
{
    public IReadOnlyList<TemplateProblem> Problems { get; } = problems;

    private static string Sentence(IReadOnlyList<TemplateProblem> problems) =>
        string.Join('\n', problems.Select(problem => $"{French(problem)} / {English(problem)}"));

    private static string French(TemplateProblem problem) =>
        $"{problem.French}{(problem.Where is null ? "" : $" (dans « {problem.Where} »)")} {problem.FrenchRemedy}";

    private static string English(TemplateProblem problem) =>
        $"{problem.English}{(problem.Where is null ? "" : $" (in “{problem.Where}”)")} {problem.EnglishRemedy}";
}
