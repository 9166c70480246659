using Connector.Domain;
using Connector.Domain.Workspaces;
using Connector.TerritoryFiles.Yaml;

namespace Connector.TerritoryFiles.Blueprints;

/// <summary>Reads blueprints: the built-in one, and files of the same form.</summary>
internal static class BlueprintFile
{
    public const string StandardName = "standard";

    private const string Resource = "Connector.TerritoryFiles.Blueprints.standard.yaml";

    private static readonly Lazy<Blueprint> BuiltIn = new(ReadStandard);

    /// <summary>The French default, for every territory that says nothing else.</summary>
    public static Blueprint Standard => BuiltIn.Value;

    /// <summary>Reads a file; every problem has its line. The blueprint is null exactly when there are problems.</summary>
    public static (Blueprint? Blueprint, IReadOnlyList<Problem> Problems) Load(string path)
    {
        var problems = new ProblemList(path);
        var read = LocalFile.Read(path, problems) is { } bytes ? Read(bytes, problems)?.Blueprint : null;
        return (problems.Any ? null : read, problems.Errors);
    }

    /// <summary>
    /// The blueprint with its name's place. Areas that it leaves out are those of the built-in one. Null when the
    /// file could not be read at all.
    /// </summary>
    public static (Located<string> Name, Blueprint Blueprint)? Read(byte[] bytes, ProblemList problems)
    {
        var read = Parse(bytes, problems);
        return read is { } found ? (found.Name, Completed(found.Blueprint)) : null;
    }

    private static (Located<string> Name, Blueprint Blueprint)? Parse(byte[] bytes, ProblemList problems)
    {
        var root = YamlReader.Read(bytes, problems);
        if (root is null)
        {
            problems.ReportEmpty();
            return null;
        }

        return BlueprintRecord.Shape.TryRead(root, problems, out var blueprint) ? blueprint : null;
    }

    private static Blueprint Completed(Blueprint blueprint)
    {
        var areas = Standard.Areas.ToDictionary();
        foreach (var (area, layout) in blueprint.Areas)
        {
            areas[area] = layout;
        }

        return blueprint with
        {
            Areas = areas,
        };
    }

    private static Blueprint ReadStandard()
    {
        using var stream =
            typeof(BlueprintFile).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"the resource {Resource} is missing from this build");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        var problems = new ProblemList(Resource);
        return Parse(bytes.ToArray(), problems) is { } read && !problems.Any
            ? read.Blueprint
            : throw new InvalidOperationException($"{Resource}: {problems.Errors[0].Message.English}");
    }
}
