using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using FsCheck;
using FsCheck.Fluent;

namespace Connector.Domain.Tests.Workspaces;

/// <summary>One edit of a blueprint between two versions; the numbers choose on what, modulo what there is.</summary>
internal sealed record BlueprintEdit(BlueprintEditKind Kind, int Which, int How);

internal enum BlueprintEditKind
{
    AddFolder,
    AddInside,
    AddDocument,
    Rename,
    RenameDocument,
    Remove,
    RemoveDocument,
    RenameArea,
}

/// <summary>Versions of one blueprint, and what members did before each of them was applied.</summary>
internal sealed record BlueprintHistory(
    IReadOnlyList<IReadOnlyList<BlueprintEdit>> Versions,
    IReadOnlyList<IReadOnlyList<MemberMove>> Moves
)
{
    private static readonly Territory Network = Some.Territory(
        Some.Group("gt-0", [new Participation("anaïs", GroupRole.Member)]) with
        {
            Name = "Jeunes",
        },
        Some.Group("gt-1", [new Participation("bruno", GroupRole.Lead)]) with
        {
            Name = "Aînés/Seniors",
        }
    );

    public override string ToString() =>
        string.Join(
            "\n  ",
            Versions.Zip(Moves, (edits, moves) => $"{string.Join(", ", edits)} | {string.Join(", ", moves)}")
        );

    public static Gen<BlueprintHistory> Generate(params MoveKind[] kinds) =>
        from versions in Edit.ListOf().Resize(5).ListOf(3)
        from moves in Scenario.Move(kinds).ListOf().Resize(kinds.Length == 1 ? 0 : 5).ListOf(3)
        select new BlueprintHistory(
            [.. versions.Select(all => all.ToList())],
            [.. moves.Select(all => all.ToList())]
        );

    public static IEnumerable<BlueprintHistory> Shrink(BlueprintHistory history)
    {
        for (var version = 0; version < history.Versions.Count; version++)
        {
            foreach (var fewer in Without(history.Versions, version))
            {
                yield return history with
                {
                    Versions = fewer,
                };
            }

            foreach (var fewer in Without(history.Moves, version))
            {
                yield return history with
                {
                    Moves = fewer,
                };
            }
        }
    }

    /// <summary>What each version asks for, the first of them as it was begun with.</summary>
    public IReadOnlyList<WorkspaceSpec> Specs()
    {
        var layout = Some.GroupLayout();
        var specs = new List<WorkspaceSpec>();
        for (var version = 0; version < Versions.Count; version++)
        {
            layout = Versions[version].Aggregate(layout, (now, edit) => Apply(now, edit, version));
            var blueprint = Some.Blueprint();
            specs.Add(
                Some.Spec(
                    Network,
                    blueprint with
                    {
                        Version = $"1.{version}",
                        Areas = new Dictionary<WorkspaceArea, AreaBlueprint>(blueprint.Areas)
                        {
                            [WorkspaceArea.Group] = layout,
                        },
                    }
                )
            );
        }

        return specs;
    }

    private static IEnumerable<List<IReadOnlyList<T>>> Without<T>(
        IReadOnlyList<IReadOnlyList<T>> all,
        int version
    )
    {
        for (var index = 0; index < all[version].Count; index++)
        {
            var fewer = all.ToList();
            fewer[version] = [.. all[version].Where((_, position) => position != index)];
            yield return fewer;
        }
    }

    private static Gen<BlueprintEdit> Edit =>
        from kind in Gen.Elements(Enum.GetValues<BlueprintEditKind>())
        from which in Gen.Choose(0, 1000)
        from how in Gen.Choose(0, 1000)
        select new BlueprintEdit(kind, which, how);

    private static AreaBlueprint Apply(AreaBlueprint area, BlueprintEdit edit, int version)
    {
        var name = $"v{version} {edit.How}";
        var folders = area.Folders;
        var at = folders.Count == 0 ? 0 : edit.Which % folders.Count;
        switch (edit.Kind)
        {
            case BlueprintEditKind.AddFolder when folders.All(folder => folder.Name != name):
                return area with { Folders = [.. folders, new FolderBlueprint { Name = name }] };
            case BlueprintEditKind.AddDocument when area.Documents.All(one => one.Name != $"{name}.md"):
                return area with { Documents = [.. area.Documents, new($"{name}.md", DocumentKind.Welcome)] };
            case BlueprintEditKind.RenameArea:
                return area with { Name = $"{{groupe}} {name}" };
            case BlueprintEditKind.RenameDocument when area.Documents.Count > 0:
                return area with
                {
                    Documents = Renamed(area.Documents, edit.Which % area.Documents.Count, name),
                };
            case BlueprintEditKind.RemoveDocument when area.Documents.Count > 0:
                return area with { Documents = [.. area.Documents.Skip(1)] };
            case BlueprintEditKind.AddInside when folders.Count > 0:
                return area with { Folders = Replaced(folders, at, Inside(folders[at], name)) };
            case BlueprintEditKind.Rename
                when folders.Count > 0 && folders.All(folder => folder.Name != name):
                return area with { Folders = Replaced(folders, at, Renamed(folders[at], name)) };
            case BlueprintEditKind.Remove when folders.Count > 0:
                return area with { Folders = [.. folders.Where((_, index) => index != at)] };
            default:
                return area;
        }
    }

    /// <summary>Adds one, or renames the first of those there: a rename inside of what may be renamed itself.</summary>
    private static FolderBlueprint Inside(FolderBlueprint folder, string name) =>
        folder.Folders.Any(inside => inside.Name == name) ? folder
        : folder.Folders.Count == 0 ? folder with { Folders = [new FolderBlueprint { Name = name }] }
        : folder with { Folders = Replaced(folder.Folders, 0, Renamed(folder.Folders[0], name)) };

    private static FolderBlueprint Renamed(FolderBlueprint folder, string name) =>
        folder with
        {
            Name = name,
            FormerNames = [folder.Name, .. folder.FormerNames],
        };

    private static IReadOnlyList<DocumentBlueprint> Renamed(
        IReadOnlyList<DocumentBlueprint> documents,
        int at,
        string name
    )
    {
        var document = documents[at];
        var renamed = document with
        {
            Name = $"{name}.md",
            FormerNames = [document.Name, .. document.FormerNames],
        };
        return documents.Any(one => one.Name == renamed.Name)
            ? documents
            : [.. documents.Select((one, index) => index == at ? renamed : one)];
    }

    private static IReadOnlyList<FolderBlueprint> Replaced(
        IReadOnlyList<FolderBlueprint> folders,
        int at,
        FolderBlueprint by
    ) => [.. folders.Select((folder, index) => index == at ? by : folder)];
}
