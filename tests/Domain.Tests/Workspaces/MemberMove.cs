using System.Text;
using Connector.Domain.Workspaces;

namespace Connector.Domain.Tests.Workspaces;

/// <summary>One act of a person; the numbers choose on what, modulo what there is.</summary>
internal sealed partial record MemberMove(MoveKind Kind, int Which, int How)
{
    public void Do(ModelServer server, WorkspaceSpec spec)
    {
        switch (Kind)
        {
            case <= MoveKind.ChangeRules:
                OnNode(server, spec);
                break;
            case <= MoveKind.DeleteCalendar:
                OnCalendar(server);
                break;
            case <= MoveKind.ChangeQuota:
                OnAccess(server, spec);
                break;
            default:
                Create(server, spec);
                break;
        }
    }

    private void OnNode(ModelServer server, WorkspaceSpec spec)
    {
        if (Kind is MoveKind.CreateWantedNode or MoveKind.CreateWantedNodeOfOtherKind)
        {
            CreateWanted(server, spec);
            return;
        }

        if (Pick(server.Nodes.Where(node => node.Parent is not null), Which) is not { } node)
        {
            return;
        }

        switch (Kind)
        {
            case MoveKind.RenameNode:
                Rename(server, node, $"{node.Name} bis");
                break;
            case MoveKind.RenameNodeToWanted when Pick(WantedNames(spec), How) is { } name:
                Rename(server, node, name);
                break;
            case MoveKind.RespellNode:
                Rename(server, node, Respelled(node.Name));
                break;
            case MoveKind.MoveNode:
                Move(server, node, server.Nodes.Where(other => other.Root == node.Root));
                break;
            case MoveKind.MoveNodeToOtherArea:
                Move(server, node, server.Nodes.Where(other => other.Root != node.Root));
                break;
            case MoveKind.DeleteNode:
                server.Nodes.RemoveAll(other => other.IsWithin(node));
                break;
            case MoveKind.EditDocument when !node.IsFolder:
                (node.ETag, node.Sha1, node.IsPersons) = (server.NextTag(), null, true);
                break;
            case MoveKind.ChangeRules when node.IsFolder:
                ChangeRules(server, node);
                break;
        }
    }

    private void ChangeRules(ModelServer server, ModelNode node)
    {
        var key = node.Parent is null ? null : server.KeyOf(Some.Id(node.Id), "area:");
        node.Rules = PersonsRules;
        // In a folder that nobody may enter, rules are nobody's.
        node.HasPersonsRules =
            server.IsEntered(node) && (node.Rules.Count > 0 || server.Knows($"{key}#rights"));
    }

    private IReadOnlyList<AclRule> PersonsRules =>
        How % 3 == 0 ? [] : [new AclRule("group", "x", 31, How & 31)];

    private static void Rename(ModelServer server, ModelNode node, string name)
    {
        if (!server.Nodes.Any(other => other.Parent == node.Parent && other.Name == name))
        {
            node.Name = name;
        }
    }

    private void Move(ModelServer server, ModelNode node, IEnumerable<ModelNode> targets)
    {
        var target = Pick(targets.Where(other => other.IsFolder && !other.IsWithin(node)), How);
        if (
            target is not null
            && !server.Nodes.Any(other => other.Parent == target && other.Name == node.Name)
        )
        {
            node.Parent = target;
        }
    }

    private void CreateWanted(ModelServer server, WorkspaceSpec spec)
    {
        var wanted = spec.Areas.SelectMany(area =>
            area.Folders.Select(folder => (area, folder.ParentKey, folder.Name, IsFolder: true))
                .Concat(
                    area.Documents.Select(document =>
                        (area, document.ParentKey, document.Name, IsFolder: false)
                    )
                )
        );
        var (area, parentKey, name, isFolder) = Pick(wanted, Which);
        if (
            area is null
            || server.At(PathOf(area, parentKey)) is not { IsFolder: true } parent
            || !server.IsEntered(parent)
        )
        {
            return;
        }

        var spelled = How % 2 == 0 ? name : Respelled(name);
        if (!server.Nodes.Any(node => node.Parent == parent && node.Name == spelled))
        {
            var sameKind = Kind == MoveKind.CreateWantedNode;
            server.AddNode(parent, spelled, isFolder == sameKind, byPerson: true);
        }
    }

    private void OnAccess(ModelServer server, WorkspaceSpec spec)
    {
        if (Kind == MoveKind.DeleteGroup && Pick(spec.Groups, Which) is { } group)
        {
            server.Groups.Remove(group.GroupId);
            server.TeamFolders.ForEach(folder => folder.Detach(group.GroupId));
            server.Calendars.ForEach(calendar => calendar.Shares.Remove(group.GroupId));
        }

        if (Pick(server.TeamFolders, Which) is not { } team)
        {
            return;
        }

        var key = server.KeyOf(Some.Id(team.Id), "area:");
        var attached = Pick(team.Groups.Keys.Order(StringComparer.Ordinal), How);
        switch (Kind)
        {
            case MoveKind.RenameTeamFolder:
                var name = How % 2 == 0 ? $"{team.Root.Name} ancien" : Pick(spec.Areas, How / 2)?.MountPoint;
                team.Root.Name =
                    name is null || server.TeamFolders.Any(other => other.Root.Name == name)
                        ? team.Root.Name
                        : name;
                break;
            case MoveKind.DeleteTeamFolder:
                server.TeamFolders.Remove(team);
                server.Nodes.RemoveAll(node => node.Root == team.Root);
                break;
            case MoveKind.ChangeBits when attached is not null:
                team.Groups[attached] = 1 + (How % 2 * 4);
                team.PersonsGroups.Add(attached);
                break;
            case MoveKind.DetachGroup when attached is not null:
                team.Groups.Remove(attached);
                team.PersonsGroups.Remove(attached);
                if (key is not null && server.Knows(WorkspaceKeys.Access(key, attached)))
                {
                    team.PersonsGroups.Add(attached);
                }

                break;
            case MoveKind.SwitchAclOff when team.Acl:
                (team.Acl, team.IsAclPersons) = (
                    false,
                    key is not null && server.Knows(WorkspaceKeys.Acl(key))
                );
                break;
            case MoveKind.ChangeQuota:
                team.Quota = 1 + How % 3 == 1 ? TeamFolderState.Unlimited : 1 + How % 3;
                team.IsQuotaPersons =
                    team.Quota != TeamFolderState.Unlimited
                    || (key is not null && server.Knows(WorkspaceKeys.Quota(key)));
                break;
        }
    }

    private void Create(ModelServer server, WorkspaceSpec spec)
    {
        switch (Kind)
        {
            case MoveKind.CreateWantedTeamFolder when Pick(spec.Areas, Which) is { } area:
                CreateTeamFolder(server, How % 4 == 3 ? Respelled(area.MountPoint) : area.MountPoint);
                break;
            case MoveKind.CreateWantedGroup when Pick(spec.Groups, Which) is { } group:
                server.Groups.TryAdd(group.GroupId, ["somebody"]);
                break;
            case MoveKind.CreateWantedCalendar when Calendar(spec) is { } wanted:
                CreateCalendar(server, wanted.Uri, wanted.DisplayName);
                break;
            case MoveKind.CreateTwinCalendar when Calendar(spec) is { } wanted:
                CreateCalendar(server, $"personnel-{server.NextTag()}", wanted.DisplayName);
                break;
        }
    }

    private void CreateTeamFolder(ModelServer server, string mountPoint)
    {
        if (server.TeamFolders.Any(folder => ModelServer.SameName(folder.Root.Name, mountPoint)))
        {
            return;
        }

        var folder = server.AddTeamFolder(mountPoint);
        if (How % 2 == 1)
        {
            folder.Groups["somebodys-group"] = AclRule.All;
            (folder.Root.Rules, folder.Root.HasPersonsRules) = (PersonsRules, PersonsRules.Count > 0);
            server.AddNode(folder.Root, "00 Pilotage", isFolder: true, byPerson: true);
        }
    }

    private static string PathOf(AreaSpec area, string key) =>
        key == area.Key ? area.MountPoint : area.MountPoint + key[area.Key.Length..];

    private static IEnumerable<string> WantedNames(WorkspaceSpec spec) =>
        spec.Areas.SelectMany(area =>
            area.Folders.Select(folder => folder.Name)
                .Concat(area.Documents.Select(document => document.Name))
        );

    /// <summary>The same name to a person: decomposed accents where there are any, else capitals.</summary>
    private static string Respelled(string name) =>
        name.IsNormalized(NormalizationForm.FormD)
            ? name.ToUpperInvariant()
            : name.Normalize(NormalizationForm.FormD);

    private static T? Pick<T>(IEnumerable<T> things, int which)
    {
        var all = things.ToList();
        return all.Count == 0 ? default : all[which % all.Count];
    }
}
