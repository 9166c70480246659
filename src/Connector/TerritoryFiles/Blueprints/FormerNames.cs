using Connector.Domain;
using Connector.Domain.Workspaces;
using Connector.TerritoryFiles.Shapes;

namespace Connector.TerritoryFiles.Blueprints;

/// <summary>
/// « anciennement »: what earlier versions called a folder or document. A name leads to one thing only: one that
/// something else has, or had, at the same place is refused.
/// </summary>
internal static class FormerNames
{
    public static readonly Key<IReadOnlyList<Located<string>>> Key = new(
        "anciennement",
        new ListShape<Located<string>>(new LocatedShape<string>(PathName.Shape)),
        new Text(
            "ses noms dans les versions précédentes : il sera renommé, sauf si quelqu'un l'a renommé.",
            "its names in earlier versions: it will be renamed, unless somebody renamed it."
        )
    );

    /// <summary>Which of the extended blueprint's things a draft speaks of, by its name or else by a former one; -1 for none.</summary>
    public static int Find(
        IReadOnlyList<string> names,
        Located<string> name,
        IReadOnlyList<Located<string>> former
    ) =>
        former
            .Prepend(name)
            .Select(one => names.ToList().FindIndex(other => PlanningNames.Same(other, one.Value)))
            .FirstOrDefault(at => at >= 0, -1);

    /// <summary>A draft's former names, then those of what it completes.</summary>
    public static IReadOnlyList<string> Merge(
        IReadOnlyList<Located<string>> draft,
        IReadOnlyList<string> before
    ) => [.. draft.Select(name => name.Value).Concat(before).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>Reports what is ambiguous among the things of one folder.</summary>
    public static void Check(FolderBlueprint merged, ContentDraft draft, ProblemList problems)
    {
        var all = merged
            .Folders.Select(folder => (folder.Name, folder.FormerNames))
            .Concat(merged.Documents.Select(document => (document.Name, document.FormerNames)))
            .ToList();
        var taken = all.Select(item => item.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, former) in all)
        {
            foreach (var twice in former.Where(old => !taken.Add(old)))
            {
                Report(name, twice, draft, problems);
            }
        }
    }

    private static void Report(string name, string twice, ContentDraft draft, ProblemList problems)
    {
        var former = draft
            .Folders.SelectMany(folder => folder.FormerNames)
            .Concat(draft.Documents.SelectMany(document => document.FormerNames));
        var names = draft
            .Folders.Select(folder => folder.Name)
            .Concat(draft.Documents.Select(document => document.Name));
        var written = names.Concat(former).LastOrDefault(one => PlanningNames.Same(one.Value, twice));
        if (written is null)
        {
            // Told already where the extended blueprint writes it.
            return;
        }

        problems.Add(
            "ambiguous-former-name",
            written.Place,
            new Text(
                $"« {Words.Shown(twice)} », ancien nom de « {Words.Shown(name)} », désigne déjà quelque chose au même endroit.",
                $"'{Words.Shown(twice)}', former name of '{Words.Shown(name)}', already means something in the same place."
            ),
            new Text(
                "Retirez-le de « anciennement », ou donnez à l'autre un nom qui n'a jamais servi.",
                "Take it out of 'anciennement', or give the other one a name that was never used."
            )
        );
    }
}
