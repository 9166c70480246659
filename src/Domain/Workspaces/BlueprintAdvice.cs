using Connector.Domain.Territories;

namespace Connector.Domain.Workspaces;

/// <summary>Something in a blueprint that works and is probably not what was meant.</summary>
public sealed record Advice(string Code, Text Message, Text Remedy);

/// <summary>Looks a whole blueprint over for what its file alone does not show. Pure.</summary>
public sealed class BlueprintAdvice
{
    private readonly List<Advice> _all = [];
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);
    private bool _hasMeetings;

    private BlueprintAdvice() { }

    public static IReadOnlyList<Advice> On(Blueprint blueprint)
    {
        var advice = new BlueprintAdvice();
        foreach (var (area, layout) in blueprint.Areas)
        {
            advice._hasMeetings = area == WorkspaceArea.Group;
            var roles = Roles(area);
            advice.Look(layout.Whole, layout.Name, roles, _ => AccessLevel.None, isRoot: true);
        }

        foreach (var token in blueprint.Tokens.Keys.Where(token => !advice._used.Contains(token)))
        {
            advice.Add(
                "unused-token",
                new Text(
                    $"Le jeton {{{token}}} n'est utilisé nulle part.",
                    $"The token {{{token}}} is used nowhere."
                ),
                new Text("Retirez-le, ou écrivez-le dans un nom.", "Remove it, or write it in a name.")
            );
        }

        return advice._all;
    }

    /// <summary>The roles that somebody can have in an area.</summary>
    public static IReadOnlyList<GroupRole> Roles(WorkspaceArea area) =>
        area switch
        {
            WorkspaceArea.Group =>
            [
                GroupRole.Coordination,
                GroupRole.Lead,
                GroupRole.Member,
                GroupRole.Observer,
            ],
            WorkspaceArea.Network => [GroupRole.Coordination, GroupRole.Member],
            _ => [GroupRole.Coordination],
        };

    private void Look(
        FolderBlueprint folder,
        string path,
        IReadOnlyList<GroupRole> roles,
        Func<GroupRole, AccessLevel> above,
        bool isRoot = false
    )
    {
        var level = folder.Level(above);
        Use(folder.Name, folder.Description ?? "");
        LookAtRights(path, roles, above, level, isRoot);
        LookAtMeetings(folder, path);
        foreach (var document in folder.Documents)
        {
            Use(document.Name);
            LookAtDocument(document, $"{path}/{document.Name}");
        }

        foreach (var child in folder.Folders)
        {
            Look(child, $"{path}/{child.Name}", roles, level);
        }
    }

    private void LookAtRights(
        string path,
        IReadOnlyList<GroupRole> roles,
        Func<GroupRole, AccessLevel> above,
        Func<GroupRole, AccessLevel> level,
        bool isRoot
    )
    {
        if (roles.All(role => level(role) == AccessLevel.None))
        {
            Add(
                "nobody-reads",
                new Text($"Personne ne peut lire « {path} ».", $"Nobody can read '{path}'."),
                new Text("Donnez au moins la lecture à un rôle.", "Give at least lecture to one role.")
            );
            return;
        }

        foreach (
            var role in roles.Where(role =>
                !isRoot && above(role) == AccessLevel.None && level(role) != AccessLevel.None
            )
        )
        {
            Add(
                "out-of-reach",
                new Text(
                    $"« {path} » est ouvert à un rôle ({RoleNames.French(role)}) qui ne peut pas ouvrir le dossier du dessus, et n'y arrivera pas dans un dossier d'équipe.",
                    $"'{path}' is open to a role ({RoleNames.English(role)}) that cannot open the folder above, and will not get there in a team folder."
                ),
                new Text(
                    "Donnez-lui la lecture du dossier du dessus.",
                    "Give it lecture in the folder above."
                )
            );
        }
    }

    private void LookAtMeetings(FolderBlueprint folder, string path)
    {
        if (!_hasMeetings && BlueprintTokens.SpeaksOfMeeting(folder.Name))
        {
            Add("never-made", NeverMade(path), ToGroup);
        }
    }

    private void LookAtDocument(DocumentBlueprint document, string path)
    {
        if (!_hasMeetings && (document.IsOfMeeting || BlueprintTokens.SpeaksOfMeeting(document.Name)))
        {
            Add("never-made", NeverMade(path), ToGroup);
        }
        else if (document.IsOfMeeting && !BlueprintTokens.In(path).Contains(BlueprintTokens.Date))
        {
            Add(
                "one-minutes",
                new Text(
                    $"« {path} » a le même nom à chaque rencontre : seule la première aura ce document.",
                    $"'{path}' has the same name at each meeting: only the first one will have this document."
                ),
                new Text(
                    "Écrivez {date} dans son nom, ou dans celui d'un dossier au-dessus.",
                    "Write {date} in its name, or in that of a folder above."
                )
            );
        }
    }

    private void Use(params ReadOnlySpan<string> texts)
    {
        foreach (var text in texts)
        {
            _used.UnionWith(BlueprintTokens.In(text));
        }
    }

    private void Add(string code, Text message, Text remedy) => _all.Add(new Advice(code, message, remedy));

    private static Text NeverMade(string path) =>
        new(
            $"« {path} » attend une rencontre, et cet espace n'en a pas : il ne sera jamais créé.",
            $"'{path}' waits for a meeting, and this area has none: it will never be made."
        );

    private static readonly Text ToGroup = new(
        "Mettez-le dans l'espace « groupe », ou retirez {année}, {date} et {titre}.",
        "Put it into the area 'groupe', or remove {année}, {date} and {titre}."
    );
}
