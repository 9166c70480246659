namespace Connector.Domain.Workspaces;

/// <summary>Looks for what makes access go wrong, without asking the server anything more.</summary>
public static class AccessHazards
{
    /// <summary>
    /// In one team folder. The app reads the rules of a whole listing with each request, for each group that the
    /// person is in: people report listings of 1.5 s that took 15 s with several hundreds. A blueprint of 13 folders
    /// with four roles stays below; what is above was set by hand, folder by folder.
    /// </summary>
    public const int MostRules = 100;

    /// <param name="snapshot">What the service account sees.</param>
    /// <param name="access">Computed from it.</param>
    /// <param name="shares">Every share of the account's files, also those that others made of them.</param>
    /// <param name="wanted">What the blueprint says, by the number of the team folder.</param>
    /// <param name="homes">Whose own folders are known.</param>
    public static IReadOnlyList<AccessHazard> Of(
        WorkspaceSnapshot snapshot,
        EffectiveAccess access,
        IReadOnlyList<GivenShare> shares,
        IReadOnlyDictionary<long, AreaSpec> wanted,
        IReadOnlyList<OwnFolders> homes
    ) =>
        [
            .. WithoutReader(snapshot, access),
            .. snapshot.TeamFolders.SelectMany(folder => Beyond(folder, wanted)),
            .. TooManyRules(snapshot, access),
            .. SameName(snapshot),
            .. homes.SelectMany(home => Hidden(snapshot, home)),
            .. shares.Where(share => share.IsEndless).Select(Endless),
        ];

    /// <summary>The topmost folders only: what is below one that nobody reads is not told again.</summary>
    private static IEnumerable<AccessHazard> WithoutReader(WorkspaceSnapshot snapshot, EffectiveAccess access)
    {
        // The service account is nobody's colleague, unless it takes part under that name.
        var machines = MembersOf(snapshot, WorkspaceGroups.Service)
            .Except(
                snapshot
                    .Groups.Where(group => group.Key is not (WorkspaceGroups.Service or "admin"))
                    .SelectMany(group => group.Value.Members)
            )
            .ToHashSet(StringComparer.Ordinal);
        var told = "\0";
        foreach (var folder in access.Folders.Select(folder => folder.Path))
        {
            if (
                folder.StartsWith($"{told}/", StringComparison.Ordinal)
                || access
                    .PeopleAt(folder)
                    .Any(person => !machines.Contains(person) && (access.Of(person, folder).Bits & 1) != 0)
            )
            {
                continue;
            }

            told = folder;
            yield return new AccessHazard(
                "folder-without-reader",
                folder,
                new Text(
                    $"personne ne peut lire « {folder} » : donnez-y un droit à un rôle, ou mettez quelqu'un dans son groupe",
                    $"nobody can read '{folder}': give a role a right there, or put somebody in its group"
                )
            );
        }
    }

    private static IEnumerable<string> MembersOf(WorkspaceSnapshot snapshot, string group) =>
        snapshot.Groups.GetValueOrDefault(group)?.Members ?? Enumerable.Empty<string>();

    private static IEnumerable<AccessHazard> Beyond(
        TeamFolderState folder,
        IReadOnlyDictionary<long, AreaSpec> wanted
    )
    {
        if (!wanted.TryGetValue(folder.Id, out var area))
        {
            yield break;
        }

        foreach (var (group, bits) in folder.Groups.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            var said = area.Access.GetValueOrDefault(group);
            if ((bits & ~said) != 0)
            {
                var (has, should) = (AccessWords.Of(bits), AccessWords.Of(said));
                yield return new AccessHazard(
                    "more-than-the-blueprint",
                    folder.MountPoint,
                    new Text(
                        $"« {folder.MountPoint} » donne au groupe « {group} » {has.French} ; le modèle dit : {should.French}",
                        $"'{folder.MountPoint}' gives the group '{group}' {has.English}; the blueprint says: {should.English}"
                    )
                );
            }
        }
    }

    private static IEnumerable<AccessHazard> TooManyRules(WorkspaceSnapshot snapshot, EffectiveAccess access)
    {
        var byFolder = snapshot
            .Nodes.Where(node => node.Rules.Count > 0 && access.MountPointOf(node.Path) is not null)
            .GroupBy(node => access.MountPointOf(node.Path)!, StringComparer.Ordinal);
        foreach (var folder in byFolder)
        {
            var rules = folder.SelectMany(node => node.Rules).ToList();
            var personal = rules.Count(rule => rule.MappingType == "user");
            if (personal > 0)
            {
                yield return new AccessHazard(
                    "rules-for-single-people",
                    folder.Key,
                    new Text(
                        $"« {folder.Key} » : règles pour une seule personne, {personal} ; donnez-les à un groupe, c'est plus rapide et suit les départs",
                        $"'{folder.Key}': rules for a single person, {personal}; give them to a group, which is faster and follows leavers"
                    )
                );
            }

            if (rules.Count > MostRules)
            {
                yield return new AccessHazard(
                    "too-many-rules",
                    folder.Key,
                    new Text(
                        $"« {folder.Key} » a {rules.Count} règles, plus de {MostRules} : chaque ouverture en devient plus lente ; mettez-les sur le dossier parent",
                        $"'{folder.Key}' has {rules.Count} rules, more than {MostRules}: each opening becomes slower; put them on the folder above"
                    )
                );
            }
        }
    }

    private static IEnumerable<AccessHazard> SameName(WorkspaceSnapshot snapshot) =>
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
                    $"plusieurs dossiers d'équipe s'appellent « {same.Key} » : qui est dans les groupes de tous ne voit que le dernier ; renommez les autres",
                    $"several team folders are called '{same.Key}': whoever is in the groups of all sees the last one only; rename the others"
                )
            ));

    /// <summary>
    /// Measured on 27: when a team folder comes, the person's own folder of that name becomes « name (1) » without a
    /// word; older versions hide it behind the mount.
    /// </summary>
    private static IEnumerable<AccessHazard> Hidden(WorkspaceSnapshot snapshot, OwnFolders home)
    {
        foreach (var name in snapshot.TeamFolders.Select(folder => folder.MountPoint).Distinct())
        {
            if (home.Names.Contains(name, StringComparer.Ordinal))
            {
                yield return new AccessHazard(
                    "own-folder-in-the-way",
                    name,
                    new Text(
                        $"{home.UserId} a un dossier personnel « {name} », nom d'un dossier d'équipe : il sera caché ou renommé « {name} (1) » ; renommez-le avant",
                        $"{home.UserId} has a personal folder '{name}', a team folder's name: it will be hidden or renamed '{name} (1)'; rename it first"
                    )
                );
            }

            foreach (var aside in home.Names.Where(own => IsAside(own, name)))
            {
                yield return new AccessHazard(
                    "hidden-folder",
                    aside,
                    new Text(
                        $"{home.UserId} : le dossier personnel « {name} » est devenu « {aside} », car un dossier d'équipe porte ce nom ; renommez-le ou rangez son contenu",
                        $"{home.UserId}: the personal folder '{name}' became '{aside}', because a team folder has that name; rename it or put its content away"
                    )
                );
            }
        }
    }

    private static bool IsAside(string own, string name) =>
        own.Length > name.Length + 3
        && own.StartsWith($"{name} (", StringComparison.Ordinal)
        && own.EndsWith(')')
        && own[(name.Length + 2)..^1].All(char.IsAsciiDigit);

    private static AccessHazard Endless(GivenShare link) =>
        new(
            "link-without-expiry",
            link.Path,
            new Text(
                $"« {link.Path} » a un lien public sans date de fin{By(link, "créé par")} : donnez-lui en une",
                $"'{link.Path}' has a public link that never expires{By(link, "made by")}: give it a date"
            )
        );

    private static string By(GivenShare link, string verb) => link.By is { } owner ? $", {verb} {owner}" : "";
}
