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

    /// <summary>
    /// Reads a file by itself; what it extends is looked for among the blueprints beside it. Every problem has its line.
    /// The blueprint is null exactly when there are problems.
    /// </summary>
    public static (Blueprint? Blueprint, IReadOnlyList<Problem> Problems) Load(string path)
    {
        var problems = new ProblemList(path);
        var draft = LocalFile.Read(path, problems) is { } bytes ? Read(bytes, problems) : null;
        if (draft is null || draft.Name.Value.Length == 0)
        {
            return (null, problems.Errors);
        }

        var drafts = draft.Extends is null ? [] : Neighbours(path);
        drafts[draft.Name.Value] = draft;
        var blueprints = new BlueprintShelf(drafts, problems).Resolve();
        return (problems.Any ? null : blueprints[draft.Name.Value], problems.Errors);
    }

    /// <summary>What a file says, before what it extends is looked for. Null when it could not be read at all.</summary>
    public static BlueprintDraft? Read(byte[] bytes, ProblemList problems)
    {
        var root = YamlReader.Read(bytes, problems);
        if (root is null)
        {
            problems.ReportEmpty();
            return null;
        }

        return BlueprintRecord.Shape.TryRead(root, problems, out var draft) ? draft : null;
    }

    /// <summary>The blueprints without fault in the same folder; other files that lie there are nobody's concern here.</summary>
    private static Dictionary<string, BlueprintDraft> Neighbours(string path)
    {
        var drafts = new Dictionary<string, BlueprintDraft>(StringComparer.Ordinal);
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        foreach (
            var file in Directory
                .EnumerateFiles(folder)
                .Where(file => Path.GetExtension(file) is ".yaml" or ".yml")
                .Where(file => file != Path.GetFullPath(path))
                .Order(StringComparer.Ordinal)
        )
        {
            var problems = new ProblemList(file);
            if (
                LocalFile.Read(file, problems) is { } bytes
                && Read(bytes, problems) is { Name.Value.Length: > 0 } draft
                && !problems.Any
            )
            {
                drafts.TryAdd(draft.Name.Value, draft);
            }
        }

        return drafts;
    }

    private static Blueprint ReadStandard()
    {
        using var stream =
            typeof(BlueprintFile).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"the resource {Resource} is missing from this build");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        var problems = new ProblemList(Resource);
        var draft = Read(bytes.ToArray(), problems);
        var blueprint = draft is null ? null : BlueprintShelf.Merge(draft, null, null, problems);
        return blueprint is not null && !problems.Any
            ? blueprint
            : throw new InvalidOperationException($"{Resource}: {problems.Errors[0].Message.English}");
    }
}
