using Connector.Domain.Territories;
using Connector.Domain.Workspaces;

namespace Connector.Web.Console.Readings;

/// <summary>One folder of a blueprint as a row of a table, after the folder that it stands in. Pure.</summary>
/// <param name="Folder">The folder.</param>
/// <param name="Depth">Folders above it.</param>
/// <param name="Level">What a role may do in it.</param>
/// <param name="Above">What a role may do in the folder above.</param>
internal sealed record BlueprintRow(
    FolderBlueprint Folder,
    int Depth,
    Func<GroupRole, AccessLevel> Level,
    Func<GroupRole, AccessLevel> Above
)
{
    public bool Changes(GroupRole role) => Depth == 0 || Level(role) != Above(role);

    public static IEnumerable<BlueprintRow> Of(FolderBlueprint whole) => Of(whole, 0, _ => AccessLevel.None);

    private static IEnumerable<BlueprintRow> Of(
        FolderBlueprint folder,
        int depth,
        Func<GroupRole, AccessLevel> above
    )
    {
        var level = folder.Level(above);
        return folder
            .Folders.SelectMany(child => Of(child, depth + 1, level))
            .Prepend(new BlueprintRow(folder, depth, level, above));
    }
}
