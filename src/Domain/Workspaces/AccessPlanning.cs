using Connector.Domain.Territories;

namespace Connector.Domain.Workspaces;

/// <summary>
/// The groups attached to a team folder with their permission bits, and whether rules are switched on. First the
/// service account alone is let in; people's groups follow as the last thing of a run, when the folder is furnished
/// and each of its rules is set: nobody ever sees more than they may, or a workspace half made.
/// </summary>
internal static class AccessPlanning
{
    private static string ServiceKey(string areaKey) => $"{areaKey}#service";

    private static string PeopleKey(string areaKey) => $"{areaKey}#access";

    /// <returns>Whether the plan lets the service account in.</returns>
    public static bool Plan(AreaSpec area, TeamFolderState? state, PlanningTable table)
    {
        var grants = new Dictionary<string, int>(StringComparer.Ordinal);
        var setBack = new List<string>();
        foreach (var (groupId, bits) in area.Access.Where(access => table.Groups.Contains(access.Key)))
        {
            var need = PlanGroup(area, state, groupId, bits, table);
            if (need != Need.Nothing)
            {
                grants[groupId] = bits;
            }

            if (need == Need.SetBack)
            {
                setBack.Add(groupId);
            }
        }

        var acl = PlanAcl(area, state, table);
        var opens = grants.Remove(WorkspaceGroups.Service, out var service);
        var own = new Dictionary<string, int>(StringComparer.Ordinal);
        if (opens)
        {
            own[WorkspaceGroups.Service] = service;
        }

        table.Add(Configure(area, PlanStage.TeamFolders, ServiceKey(area.Key), own, acl));
        var people = Configure(area, PlanStage.Opening, PeopleKey(area.Key), grants, acl: false);
        table.Add(
            grants.Count > 0 && setBack.Count == grants.Count ? SetBack(area, people, setBack) : people
        );
        return opens;
    }

    private enum Need
    {
        Nothing,

        /// <summary>To be attached, or given the bits that the blueprint has now.</summary>
        Give,

        /// <summary>Somebody changed it by hand, and rights are enforced.</summary>
        SetBack,
    }

    /// <summary>The same step when it only undoes what somebody did.</summary>
    private static PlanStep SetBack(AreaSpec area, PlanStep step, IReadOnlyList<string> groups)
    {
        var names = string.Join(", ", groups);
        return step with
        {
            Reason = PlanReasons.SetBack,
            Deed = new Text(
                $"rendre ses droits sur « {area.MountPoint} » à : {names}",
                $"give the rights on '{area.MountPoint}' back to: {names}"
            ),
        };
    }

    /// <returns>Whether the group has to be attached or its bits set, and why.</returns>
    private static Need PlanGroup(
        AreaSpec area,
        TeamFolderState? state,
        string groupId,
        int bits,
        PlanningTable table
    )
    {
        var key = WorkspaceKeys.Access(area.Key, groupId);
        var known = table.Known.Find(key);
        if (state is null || !state.Groups.TryGetValue(groupId, out var present))
        {
            if (known is null || state is null)
            {
                return Need.Give;
            }

            return Differs(area, groupId, PlanReasons.RemovedBySomebody, table) ? Need.SetBack : Need.Nothing;
        }

        if (present == bits)
        {
            if (known?.ContentHash != PlanningTable.Id(bits))
            {
                table.Add(Linked(area, groupId, bits));
            }

            return Need.Nothing;
        }

        // The server attaches a group with all bits, and is told which ones a request later.
        var halfDone =
            known is null && present == AclRule.All && table.Known.Unfinished.Contains(PeopleKey(area.Key));
        var ours = halfDone || known?.ContentHash == PlanningTable.Id(present);
        return ours ? Need.Give
            : Differs(area, groupId, PlanReasons.ChangedBySomebody, table) ? Need.SetBack
            : Need.Nothing;
    }

    /// <returns>Whether what somebody changed by hand is to be set back.</returns>
    private static bool Differs(AreaSpec area, string groupId, Text told, PlanningTable table)
    {
        var enforcement = table.Enforcement(ManagedField.Rights);
        if (enforcement == Enforcement.Warned)
        {
            table.Add(Told(area, groupId, told));
        }

        return enforcement == Enforcement.Enforced;
    }

    private static PlanStep SwitchedOff(AreaSpec area) =>
        PlanStep.In(
            area,
            PlanStage.TeamFolders,
            WorkspaceKeys.Acl(area.Key),
            Change.Notice,
            OfAcl(area),
            new Text("désactivés par quelqu'un : laissés ainsi", "switched off by somebody: left so"),
            null
        );

    /// <returns>Whether advanced permissions have to be switched on.</returns>
    private static bool PlanAcl(AreaSpec area, TeamFolderState? state, PlanningTable table)
    {
        if (!area.UsesAcl)
        {
            return false;
        }

        var known = table.Known.Find(WorkspaceKeys.Acl(area.Key));
        if (state?.Acl == true)
        {
            if (known is null)
            {
                table.Add(AclLinked(area, state));
            }

            return false;
        }

        if (state is null || known is null)
        {
            return true;
        }

        if (table.Enforcement(ManagedField.Rights) == Enforcement.Warned)
        {
            table.Add(SwitchedOff(area));
        }

        return table.Enforcement(ManagedField.Rights) == Enforcement.Enforced;
    }

    /// <summary>On record, so that switching them off later is known for a person's decision.</summary>
    private static PlanStep AclLinked(AreaSpec area, TeamFolderState state)
    {
        var key = WorkspaceKeys.Acl(area.Key);
        var link = new Link(new KnownResource { Key = key, RemoteId = PlanningTable.Id(state.Id) });
        return PlanStep.In(
            area,
            PlanStage.TeamFolders,
            key,
            Change.Adopt,
            OfAcl(area),
            PlanReasons.LinkedAnew,
            link
        );
    }

    private static Text OfAcl(AreaSpec area) =>
        new(
            $"les droits avancés de « {area.MountPoint} »",
            $"the advanced permissions of '{area.MountPoint}'"
        );

    private static PlanStep Configure(
        AreaSpec area,
        PlanStage stage,
        string key,
        Dictionary<string, int> grants,
        bool acl
    )
    {
        var pending = grants.Count > 0 || acl;
        var names = string.Join(", ", grants.Keys);
        var subject = new Text($"l'accès à « {area.MountPoint} »", $"the access to '{area.MountPoint}'");
        var reason =
            grants.Count > 0
                ? new Text(
                    $"le modèle {area.Blueprint} y fait entrer : {names}",
                    $"blueprint {area.Blueprint} lets in: {names}"
                )
                : new Text(
                    $"le modèle {area.Blueprint} distingue les droits dossier par dossier",
                    $"blueprint {area.Blueprint} tells rights folder by folder"
                );
        return PlanStep.In(
            area,
            stage,
            key,
            pending ? Change.Create : Change.Keep,
            subject,
            pending ? reason : PlanReasons.InPlace,
            pending ? new ConfigureTeamFolder(area.Key, grants, acl) : null
        ) with
        {
            Deed = pending
                ? new Text($"ouvrir l'accès à « {area.MountPoint} »", $"open access to '{area.MountPoint}'")
                : null,
        };
    }

    private static PlanStep Told(AreaSpec area, string groupId, Text reason) =>
        PlanStep.In(
            area,
            PlanStage.TeamFolders,
            WorkspaceKeys.Access(area.Key, groupId),
            Change.Notice,
            OfGroup(area, groupId),
            reason,
            null
        );

    private static PlanStep Linked(AreaSpec area, string groupId, int bits)
    {
        var key = WorkspaceKeys.Access(area.Key, groupId);
        var link = new Link(
            new KnownResource
            {
                Key = key,
                RemoteId = groupId,
                ContentHash = PlanningTable.Id(bits),
            }
        );
        return PlanStep.In(
            area,
            PlanStage.TeamFolders,
            key,
            Change.Adopt,
            OfGroup(area, groupId),
            PlanReasons.AlreadyThere,
            link
        );
    }

    private static Text OfGroup(AreaSpec area, string groupId) =>
        new(
            $"l'accès du groupe « {groupId} » à « {area.MountPoint} »",
            $"the access of the group '{groupId}' to '{area.MountPoint}'"
        );
}
