namespace Connector.Domain.Workspaces;

/// <summary>A public link as a share listing tells it; <paramref name="Expires"/> null when it never does.</summary>
public sealed record PublicLink(string Path, DateOnly? Expires);

/// <summary>One thing about access that will trouble somebody.</summary>
/// <param name="Code">Stable, in kebab-case.</param>
/// <param name="Path">The folder or file.</param>
/// <param name="Sentence">What, and what to do.</param>
public sealed record AccessHazard(string Code, string Path, Text Sentence);

/// <summary>Looks for what makes access go wrong, without asking the server anything more.</summary>
public static class AccessHazards
{
    /// <summary>
    /// Each rule on a path is looked up for each entry of a listing: reports tell of listings ten times slower with
    /// many of them.
    /// </summary>
    public const int MostRules = 30;

    public static IReadOnlyList<AccessHazard> Of(WorkspaceSnapshot snapshot, IReadOnlyList<PublicLink> links)
    {
        var access = new EffectiveAccess(snapshot);
        return
        [
            .. WithoutReader(snapshot, access),
            .. TooManyRules(snapshot),
            .. Hidden(snapshot),
            .. links.Where(link => link.Expires is null).Select(Endless),
        ];
    }

    private static IEnumerable<AccessHazard> WithoutReader(WorkspaceSnapshot snapshot, EffectiveAccess access)
    {
        var people = snapshot
            .Groups.Where(group => group.Key != WorkspaceGroups.Service)
            .SelectMany(group => group.Value.Members)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return access
            .Folders.Where(folder => !people.Exists(person => (access.Of(person, folder.Path).Bits & 1) != 0))
            .Select(folder => new AccessHazard(
                "folder-without-reader",
                folder.Path,
                new Text(
                    $"personne ne peut lire « {folder.Path} » : donnez-y un droit à un rôle, ou mettez quelqu'un dans son groupe",
                    $"nobody can read '{folder.Path}': give a role a right there, or put somebody in its group"
                )
            ));
    }

    private static IEnumerable<AccessHazard> TooManyRules(WorkspaceSnapshot snapshot)
    {
        foreach (var folder in snapshot.TeamFolders)
        {
            var rules = snapshot
                .Nodes.Where(node => node.Path.StartsWith($"{folder.MountPoint}/", StringComparison.Ordinal))
                .SelectMany(node => node.Rules)
                .ToList();
            var personal = rules.Count(rule => rule.MappingType == "user");
            if (personal > 0)
            {
                yield return new AccessHazard(
                    "rules-for-single-people",
                    folder.MountPoint,
                    new Text(
                        $"« {folder.MountPoint} » a {personal} règles pour des personnes : donnez-les à un groupe, c'est plus rapide et suit les départs",
                        $"'{folder.MountPoint}' has {personal} rules for single people: give them to a group, which is faster and follows leavers"
                    )
                );
            }

            if (rules.Count > MostRules)
            {
                yield return new AccessHazard(
                    "too-many-rules",
                    folder.MountPoint,
                    new Text(
                        $"« {folder.MountPoint} » a {rules.Count} règles, plus de {MostRules} : chaque ouverture en devient plus lente",
                        $"'{folder.MountPoint}' has {rules.Count} rules, more than {MostRules}: each opening becomes slower"
                    )
                );
            }
        }
    }

    /// <summary>
    /// A folder of the account's own with a team folder's name: the mount hides it, and the app then shows the mount
    /// under another name, or the folder under one.
    /// </summary>
    private static IEnumerable<AccessHazard> Hidden(WorkspaceSnapshot snapshot) =>
        snapshot
            .TeamFolders.GroupBy(
                folder => PlanningTable.Normalise(folder.MountPoint),
                StringComparer.OrdinalIgnoreCase
            )
            .Where(same => same.Count() > 1)
            .Select(same => new AccessHazard(
                "same-name",
                same.Key,
                new Text(
                    $"plusieurs dossiers d'équipe s'appellent « {same.Key} » : pour qui les voit tous, un seul garde ce nom",
                    $"several team folders are called '{same.Key}': for whoever sees all of them only one keeps the name"
                )
            ))
            .Concat(
                snapshot
                    .TeamFolders.Where(folder =>
                        snapshot.Nodes.Any(node => node.Path == $"{folder.MountPoint} (1)" && node.IsFolder)
                    )
                    .Select(folder => new AccessHazard(
                        "hidden-folder",
                        folder.MountPoint,
                        new Text(
                            $"un dossier personnel porte le nom du dossier d'équipe « {folder.MountPoint} » : l'un des deux apparaît comme « {folder.MountPoint} (1) » ; renommez le dossier personnel",
                            $"a personal folder has the name of the team folder '{folder.MountPoint}': one of the two shows as '{folder.MountPoint} (1)'; rename the personal folder"
                        )
                    ))
            );

    private static AccessHazard Endless(PublicLink link) =>
        new(
            "link-without-expiry",
            link.Path,
            new Text(
                $"« {link.Path} » a un lien public sans date de fin : donnez-lui en une",
                $"'{link.Path}' has a public link that never expires: give it a date"
            )
        );
}
