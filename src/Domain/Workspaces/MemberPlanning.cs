using Connector.Domain.Territories;

namespace Connector.Domain.Workspaces;

/// <summary>
/// Who is in which group. Joiners of the territory file get access; leavers, whom Connector itself let in, lose it, as
/// long as they are not so many that a mistake in the file is more likely. People whom somebody put in or took out by
/// hand are told, or set right where membership is enforced. Accounts that the same plan makes come with their groups.
/// </summary>
internal static class MemberPlanning
{
    public static void Plan(WorkspaceSpec spec, PlanningTable table)
    {
        var coordinators = spec
            .Groups.Where(group => group.GroupId == WorkspaceGroups.Coordination)
            .SelectMany(group => group.Members)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var group in spec.Groups.Where(group => table.Groups.Contains(group.GroupId)))
        {
            var state = table.Snapshot.Groups.GetValueOrDefault(group.GroupId);
            var present = state?.Members ?? new HashSet<string>();
            if (state is { IsByHand: true })
            {
                Seen(group, present, table);
                continue;
            }

            Wanted(group, present, table);
            TooMany(group, present, coordinators, table);
        }

        foreach (var group in NoLongerWanted(spec, table))
        {
            var present = table.Snapshot.Groups[group.GroupId].Members;
            TooMany(group, present, coordinators, table, onlyOurs: true);
        }
    }

    /// <summary>
    /// Who is in a group that an administrator keeps is put on record, so that whoever leaves is known to have been in it.
    /// </summary>
    private static void Seen(GroupSpec group, IReadOnlySet<string> present, PlanningTable table)
    {
        foreach (var user in group.Members.Where(present.Contains))
        {
            var key = WorkspaceKeys.Member(group.Key, user);
            if (!IsIn(table.Known.Find(key)))
            {
                var link = new Link(Record(key, user));
                table.Add(Step(group, user, key, Change.Adopt, PlanReasons.AlreadyThere, link));
            }
        }
    }

    /// <summary>
    /// Groups for a role that nobody has any more, and that Connector let somebody into. They stay, attached as they
    /// were: whoever were left in them would keep their access.
    /// </summary>
    private static IEnumerable<GroupSpec> NoLongerWanted(WorkspaceSpec spec, PlanningTable table)
    {
        var wanted = spec.Groups.Select(group => group.GroupId).ToHashSet(StringComparer.Ordinal);
        return table
            .Known.Memberships.Select(membership => membership.GroupId)
            .Distinct(StringComparer.Ordinal)
            .Where(id =>
                !wanted.Contains(id) && table.Snapshot.Groups.GetValueOrDefault(id) is { IsByHand: false }
            )
            .Order(StringComparer.Ordinal)
            .Select(id => new GroupSpec(id, table.Snapshot.Groups[id].DisplayName, [])
            {
                IsTeam = table.Snapshot.Groups[id].TeamId is not null,
            });
    }

    private static void Wanted(GroupSpec group, IReadOnlySet<string> present, PlanningTable table)
    {
        foreach (var user in group.Members.Where(table.Snapshot.Users.Contains))
        {
            var key = WorkspaceKeys.Member(group.Key, user);
            var isKnown = IsIn(table.Known.Find(key));
            if (present.Contains(user))
            {
                if (!isKnown)
                {
                    var link = new Link(Record(key, user));
                    table.Add(Step(group, user, key, Change.Adopt, PlanReasons.AlreadyThere, link));
                }

                continue;
            }

            var enforcement = isKnown ? table.Enforcement(ManagedField.Members) : Enforcement.Enforced;
            if (enforcement == Enforcement.Enforced)
            {
                var reason = isKnown ? PutBack : TakesPart;
                table.Add(Step(group, user, key, Change.Create, reason, new AddMember(group.GroupId, user)));
            }
            else if (enforcement == Enforcement.Warned)
            {
                table.Add(Step(group, user, key, Change.Notice, TakenOut, null));
            }
        }
    }

    private static void TooMany(
        GroupSpec group,
        IReadOnlySet<string> present,
        HashSet<string> coordinators,
        PlanningTable table,
        bool onlyOurs = false
    )
    {
        var extra = present.Except(group.Members).Order(StringComparer.Ordinal).ToList();
        var enforcement =
            onlyOurs ? Enforcement.Ignored
            : Managed(group) ? table.Enforcement(ManagedField.Members)
            : Enforcement.Warned;
        var isOurs = extra.ToLookup(user =>
            IsIn(table.Known.Find(WorkspaceKeys.Member(group.Key, user)))
            || enforcement == Enforcement.Enforced
        );
        var isProtected = isOurs[true]
            .ToLookup(user => coordinators.Contains(user) || group.GroupId == WorkspaceGroups.Coordination);
        var leavers = isProtected[false].ToList();
        var refused = !table.Options.Confirm && leavers.Count > Math.Max(1, present.Count / 4);
        foreach (var user in leavers)
        {
            table.Add(refused ? Stays(group, user, leavers.Count, present.Count) : Leaver(group, user));
        }

        var told = isProtected[true].Select(user => (user, CoordinatorStays));
        if (enforcement != Enforcement.Ignored)
        {
            told = told.Concat(isOurs[false].Select(user => (user, ByHand)));
        }

        foreach (var (user, reason) in told)
        {
            table.Add(Step(group, user, $"{group.Key}/extra:{user}", Change.Notice, reason, null));
        }
    }

    private static PlanStep Leaver(GroupSpec group, string user)
    {
        var action = new RemoveMember(group.GroupId, user);
        return Step(group, user, WorkspaceKeys.Member(group.Key, user), Change.Remove, Leaves, action) with
        {
            Stage = PlanStage.Leavers,
        };
    }

    private static PlanStep Stays(GroupSpec group, string user, int leavers, int all) =>
        Step(
            group,
            user,
            WorkspaceKeys.Member(group.Key, user),
            Change.Conflict,
            TooManyLeave(leavers, all),
            null
        );

    /// <summary>Groups that territories on one server share are never cleaned of people whom this one does not know.</summary>
    private static bool Managed(GroupSpec group) =>
        group.GroupId
            is not (WorkspaceGroups.Network or WorkspaceGroups.Coordination or WorkspaceGroups.Service);

    private static bool IsIn(KnownResource? known) =>
        known is not null && known.ContentHash != WorkspaceKeys.Gone;

    private static KnownResource Record(string key, string user) => new() { Key = key, RemoteId = user };

    private static PlanStep Step(
        GroupSpec group,
        string user,
        string key,
        Change change,
        Text reason,
        WorkspaceAction? action
    ) =>
        new()
        {
            Key = key,
            Stage = PlanStage.Members,
            Change = change,
            Subject = new Text($"« {user} » dans {French(group)}", $"'{user}' in {English(group)}"),
            Deed = change switch
            {
                Change.Create => new Text(
                    $"mettre « {user} » dans {French(group)}",
                    $"put '{user}' into {English(group)}"
                ),
                Change.Remove => new Text(
                    $"retirer « {user} » {(group.IsTeam ? "de l'équipe" : "du groupe")} « {group.DisplayName} »",
                    $"take '{user}' out of {English(group)}"
                ),
                _ => null,
            },
            Reason = reason,
            Action = action,
        };

    private static Text TooManyLeave(int leavers, int all) =>
        new(
            $"{leavers} personnes sur {all} quitteraient ce groupe, plus d'un quart : rien n'est retiré ; si c'est voulu, relancez avec --confirm",
            $"{leavers} of {all} people would leave this group, more than a quarter: nobody is taken out; if it is meant, run again with --confirm"
        );

    private static readonly Text TakesPart = new(
        "le fichier du territoire l'y met",
        "the territory file names them"
    );

    private static readonly Text PutBack = new(
        "quelqu'un a changé cela à la main et le fichier du territoire fait foi",
        "somebody changed that by hand and the territory file is enforced"
    );

    private static readonly Text TakenOut = new(
        "en a été retiré à la main, le fichier du territoire l'y met : laissé ainsi",
        "was taken out by hand, the territory file names them: left so"
    );

    private static readonly Text Leaves = new(
        "le fichier du territoire ne l'y met plus : cet accès est perdu, le compte reste",
        "the territory file does not name them any more: this access is lost, the account stays"
    );

    private static readonly Text CoordinatorStays = new(
        "n'y participe plus selon le fichier, mais coordonne : jamais retiré par Connector",
        "no longer takes part, says the file, but coordinates: never taken out by Connector"
    );

    private static readonly Text ByHand = new(
        "ajouté à la main, pas dans le fichier du territoire : laissé en place",
        "added by hand, not in the territory file: left in place"
    );

    private static string French(GroupSpec group) =>
        group.IsTeam ? $"l'équipe « {group.DisplayName} »" : $"le groupe « {group.DisplayName} »";

    private static string English(GroupSpec group) =>
        group.IsTeam ? $"the team '{group.DisplayName}'" : $"the group '{group.DisplayName}'";
}
