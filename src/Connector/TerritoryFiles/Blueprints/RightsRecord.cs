using Connector.Domain;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.TerritoryFiles.Shapes;

namespace Connector.TerritoryFiles.Blueprints;

/// <summary>« droits »: what each role may do.</summary>
internal static class RightsRecord
{
    private static readonly ChoiceShape<AccessLevel> Level = new(
        (AccessLevel.None, ["aucun", "rien"]),
        (AccessLevel.Read, ["lecture"]),
        (AccessLevel.Write, ["écriture"]),
        (AccessLevel.Manage, ["gestion"])
    );

    private static readonly (GroupRole Role, Key<AccessLevel> Key)[] Roles =
    [
        (
            GroupRole.Coordination,
            Of("coordination", "ce que peut la coordination.", "what coordinators may do.")
        ),
        (GroupRole.Lead, Of("animation", "ce que peuvent les animateurs.", "what leads may do.")),
        (GroupRole.Member, Of("membre", "ce que peuvent les membres.", "what members may do.", "membres")),
        (
            GroupRole.Observer,
            Of("observateur", "ce que peuvent les observateurs.", "what observers may do.", "observateurs")
        ),
    ];

    private static readonly Key<AccessLevel> All = Of(
        "tous",
        "ce que peuvent tous les rôles qui ne sont pas nommés ici.",
        "what all roles that are not named here may do.",
        "autres"
    );

    public static readonly Key<IReadOnlyDictionary<GroupRole, AccessLevel>> Key = new(
        "droits",
        new RecordShape<IReadOnlyDictionary<GroupRole, AccessLevel>>(
            new Text("droits", "rights"),
            () => [All, .. Roles.Select(role => role.Key)],
            Build
        ),
        new Text(
            "aucun, lecture, écriture ou gestion, par rôle ; un rôle non nommé, sans « tous », garde ses droits du dessus.",
            "aucun, lecture, écriture or gestion, by role; a role not named, without 'tous', keeps its rights from above."
        )
    );

    /// <summary>The roles in the order in which a file gives them.</summary>
    public static IEnumerable<GroupRole> Order => Roles.Select(role => role.Role);

    public static string Word(GroupRole role) => Roles.First(one => one.Role == role).Key.Name;

    public static string Word(AccessLevel level) => Level.WordOf(level);

    /// <summary>The role that a word names, as in a file; null for none.</summary>
    public static GroupRole? RoleOf(string word) =>
        Roles.Where(role => role.Key.Answers(word)).Select(role => (GroupRole?)role.Role).FirstOrDefault();

    private static Key<AccessLevel> Of(string name, string french, string english, params string[] aliases) =>
        new(name, Level, new Text(french, english)) { Aliases = aliases };

    private static Dictionary<GroupRole, AccessLevel> Build(RecordReader record)
    {
        var rights = new Dictionary<GroupRole, AccessLevel>();
        var others = record.FindValue(All);
        foreach (var (role, key) in Roles)
        {
            if ((record.FindValue(key) ?? others) is { } level)
            {
                rights[role] = level;
            }
        }

        return rights;
    }
}
