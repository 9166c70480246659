namespace Connector.Templates;

/// <summary>Tags in the document's properties, where nothing can be commented.</summary>
internal static class PropertyScan
{
    internal static IEnumerable<LintFound> Find(PackageParts package, KnownNames? known) =>
        Problems(package, known)
            .Select(problem => LintFound.Whole(LintSeverity.Error, problem) with { IsInProperties = true });

    private static IEnumerable<TemplateProblem> Problems(PackageParts package, KnownNames? known)
    {
        try
        {
            return PropertyTags
                .Read(package)
                .OfType<FieldNode>()
                .Select(field => Judge(field.Tag, known))
                .OfType<TemplateProblem>()
                .ToList();
        }
        catch (TemplateException unreadable)
        {
            return unreadable.Problems;
        }
    }

    private static TemplateProblem? Judge(TagPlace tag, KnownNames? known) =>
        known is null ? null
        : known.Resolve(tag.Name, [""]) is not { } path
            ? TagProblems.Unknown(tag, NearestName.Of(tag.Name, known.NamesWithin([""])))
        : known.IsShowable(path) ? null
        : TagProblems.NotShowable(tag);
}
