namespace Connector.Domain.Workspaces;

/// <summary>
/// Spells the names of a layout as one server accepts them. The keys stay those of the common spelling: a server that
/// forbids a character tomorrow makes new names other, and what is there already stays the same thing.
/// </summary>
public static class ServerNames
{
    public static WorkspaceSpec Spell(WorkspaceSpec spec, NameRules rules) =>
        rules.IsDefault ? spec : spec with { Areas = [.. spec.Areas.Select(area => Spell(area, rules))] };

    private static AreaSpec Spell(AreaSpec area, NameRules rules) =>
        area with
        {
            MountPoint = FileName.For(area.MountPoint, rules),
            Folders =
            [
                .. area.Folders.Select(folder =>
                    folder with
                    {
                        Name = FileName.For(folder.Name, rules),
                        FormerNames = Former(folder.FormerNames, rules),
                    }
                ),
            ],
            Documents =
            [
                .. area.Documents.Select(document =>
                    document with
                    {
                        Name = FileName.For(document.Name, rules),
                        FormerNames = Former(document.FormerNames, rules),
                    }
                ),
            ],
        };

    /// <summary>As the ledger knows them and as the server spelled them.</summary>
    private static IReadOnlyList<string> Former(IReadOnlyList<string> names, NameRules rules) =>
        names.Count == 0
            ? names
            :
            [
                .. names
                    .Concat(names.Select(name => FileName.For(name, rules)))
                    .Distinct(StringComparer.Ordinal),
            ];
}
