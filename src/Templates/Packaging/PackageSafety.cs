namespace Connector.Templates;

/// <summary>Refuses templates that run something or fetch something.</summary>
internal static class PackageSafety
{
    private static readonly string[] Executable =
    [
        "vbaProject",
        "vbaData",
        "activeX",
        "oleObject",
        "control",
        "aFChunk",
    ];

    /// <exception cref="TemplateException">Every reason found.</exception>
    internal static void Check(PackageParts package)
    {
        var problems = new List<TemplateProblem>();
        foreach (var path in package.Paths)
        {
            if (IsExecutable(path, package.ContentTypeOf(path) ?? ""))
            {
                problems.Add(PackageProblems.Macros(path));
            }
        }

        foreach (var source in package.Paths.Append(""))
        {
            problems.AddRange(
                package.RelationshipsOf(source).Select(link => Judge(source, link)).OfType<TemplateProblem>()
            );
        }

        problems.AddRange(PackageFields.Fetching(package));
        if (problems.Count > 0)
        {
            throw new TemplateException(problems);
        }
    }

    private static TemplateProblem? Judge(string source, PackageRelationship relationship)
    {
        if (Executable.Contains(relationship.Kind, StringComparer.OrdinalIgnoreCase))
        {
            return PackageProblems.Macros(source);
        }

        return relationship is { IsExternal: true, Kind: not "hyperlink" }
            ? PackageProblems.External(source, relationship.Target)
            : null;
    }

    private static bool IsExecutable(string path, string contentType) =>
        contentType.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase)
        || contentType.Contains("vbaProject", StringComparison.OrdinalIgnoreCase)
        || contentType.Contains("activeX", StringComparison.OrdinalIgnoreCase)
        || path.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase);
}
