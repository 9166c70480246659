using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Domain.Workspaces.Extraction;
using FsCheck;
using FsCheck.Fluent;

namespace Connector.Domain.Tests.Workspaces;

public partial class BlueprintExtractionTests
{
    private static AreaBlueprint Extract(
        AreaBlueprint applied,
        AreaBlueprint? inForce,
        Strategy strategy,
        WorkingGroup? group = null,
        bool asGiven = false
    )
    {
        group ??= Jeunes;
        var blueprint = Some.Blueprint() with
        {
            Areas = Some.Blueprint().Areas.ToDictionary().With(WorkspaceArea.Group, applied),
            Tokens = new Dictionary<string, string> { ["thème"] = "numérique" },
        };
        var spec = Some.Spec(Some.Territory(group), blueprint, strategy);
        var area = spec.Areas.Single(area => area.Area == WorkspaceArea.Group);
        var (nodes, ids) = Nodes(area);
        var texts = area
            .Documents.Where(document => document.Kind == DocumentKind.Description)
            .ToDictionary(
                document => Place(area, document.ParentKey) + "/" + document.Name,
                document => document.Text!
            );
        var live = Live(nodes, area.MountPoint, strategy) with
        {
            TeamFolder =
                strategy == Strategy.TeamFolders
                    ? new TeamFolderState(1, area.MountPoint, area.Access, area.UsesAcl)
                    {
                        Quota = area.Quota ?? -3,
                    }
                    : null,
            Shares =
            [
                .. area.Shares.Select(share => new ShareState(
                    1,
                    ids[share.FolderKey],
                    share.GroupId,
                    share.Bits
                )),
            ],
            Roles = area.Roles.ToDictionary(role => role.Value, role => role.Key),
            Texts = texts,
            HasCalendar = area.Calendar is not null,
            Colour = applied.CalendarColour,
        };
        if (inForce is null)
        {
            return Told(BlueprintExtraction.Of(live), area.MountPoint);
        }

        return Told(
            BlueprintExtraction.Of(
                live with
                {
                    Blueprint = blueprint,
                    RootPattern = applied.Name,
                    AsGiven = asGiven ? AllRoles.ToHashSet() : [],
                    Known = area
                        .Folders.Select(one => (ids[one.Key], new KnownName(one.Pattern, one.Name, null)))
                        .Concat(
                            area.Documents.Select(one =>
                                (ids[one.Key], new KnownName(one.Pattern, one.Name, one.Kind, one.Text))
                            )
                        )
                        .ToDictionary(),
                    Names = live.Names with { Titles = new HashSet<string> { "Rencontre mensuelle" } },
                }
            ),
            area.MountPoint
        );
    }

    /// <summary>An area has one root: nothing about it can differ between dates.</summary>
    private static AreaBlueprint Told(ExtractedArea extracted, string root)
    {
        Assert.That(
            extracted.Notes.Select(note => note.English),
            Has.None.Matches<string>(note =>
                note.Contains("from one date to another", StringComparison.Ordinal)
                && note.Contains($"« {root} »", StringComparison.Ordinal)
            )
        );
        return extracted.Area;
    }

    private static LiveArea Live(IReadOnlyList<NodeState> nodes, string root, Strategy strategy) =>
        new()
        {
            Root = root,
            Nodes = nodes,
            TeamFolder =
                strategy == Strategy.TeamFolders
                    ? new TeamFolderState(1, root, new Dictionary<string, int>(), Acl: false)
                    : null,
            Roles = new Dictionary<string, GroupRole>(),
            Names = new NamePatterns { Words = new Dictionary<string, string> { ["GT Jeunes"] = "groupe" } },
            IsExpressible = (words, isName) => !isName || !words.Contains(':', StringComparison.Ordinal),
        };

    private static (List<NodeState> Nodes, Dictionary<string, long> Ids) Nodes(AreaSpec area)
    {
        var ids = new Dictionary<string, long> { [area.Key] = 1 };
        var nodes = new List<NodeState> { Some.Folder(area.MountPoint, 1, [.. area.Rules]) };
        foreach (var folder in area.Folders)
        {
            ids[folder.Key] = ids.Count + 1;
            nodes.Add(Some.Folder(Place(area, folder.Key), ids[folder.Key], [.. folder.Rules]));
        }

        foreach (var document in area.Documents)
        {
            ids[document.Key] = ids.Count + 1;
            nodes.Add(Some.File($"{Place(area, document.ParentKey)}/{document.Name}", ids[document.Key]));
        }

        return (nodes, ids);
    }

    private static string Place(AreaSpec area, string key) =>
        area.Folders.FirstOrDefault(folder => folder.Key == key) is { } folder
            ? $"{Place(area, folder.ParentKey)}/{folder.Name}"
            : area.MountPoint;
}

file static class Dictionaries
{
    public static Dictionary<TKey, TValue> With<TKey, TValue>(
        this Dictionary<TKey, TValue> all,
        TKey key,
        TValue value
    )
        where TKey : notnull
    {
        all[key] = value;
        return all;
    }
}
