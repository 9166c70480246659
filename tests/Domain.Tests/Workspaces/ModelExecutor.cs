using Connector.Domain.Workspaces;

namespace Connector.Domain.Tests.Workspaces;

/// <summary>
/// Carries a plan out on the model as the real executor does: links first, then stage after stage; conditions are
/// checked; what a person decided is guarded, and each attempt against it is written down.
/// </summary>
internal sealed partial class ModelExecutor(ModelServer server)
{
    private readonly HashSet<ModelNode> _seen = [];

    /// <summary>Each time a step would have overwritten what a person wrote or decided.</summary>
    public List<string> Violations { get; } = [];

    /// <returns>Whether the run came to its end.</returns>
    public bool Run(WorkspacePlan plan, Func<DocumentSpec, string> content, Crash? crash = null)
    {
        foreach (var link in plan.Pending.Select(step => step.Action).OfType<Link>())
        {
            Remember(link.Resource);
            TakeName(link.Resource);
        }

        _seen.UnionWith(server.Nodes.Where(server.IsVisible));
        var begun = new HashSet<string>(server.Unfinished);
        var number = 0;
        var refused = false;
        foreach (var step in plan.Pending.Where(step => step.Action is not Link))
        {
            var dies = crash?.Step == number++ ? crash : null;
            if (dies?.Moment == CrashMoment.Refused || !CanAct(step.Action!))
            {
                refused = true;
                continue;
            }

            server.Unfinished.Add(step.Key);
            if (dies?.Moment != CrashMoment.Before)
            {
                var made = Act(step, content, dies?.Moment == CrashMoment.Within);
                if (dies is null)
                {
                    made.ForEach(Remember);
                    server.Unfinished.Remove(step.Key);
                }
            }

            if (dies is not null)
            {
                if (dies.LosesLedger)
                {
                    server.ForgetLedger();
                }

                return false;
            }
        }

        if (!refused)
        {
            server.Unfinished.ExceptWith(begun);
        }

        RememberChangeTags();
        return !refused;
    }

    /// <summary>Whether what the step builds on came to be.</summary>
    private bool CanAct(WorkspaceAction action) =>
        action switch
        {
            ConfigureTeamFolder configure => server.Ledger.ContainsKey(configure.AreaKey)
                && configure.Grants.Keys.All(server.Groups.ContainsKey),
            SetQuota set => server.Ledger.ContainsKey(set.AreaKey),
            CreateAccount create => create.Account.GroupIds.All(server.Groups.ContainsKey),
            AddMember add => server.Groups.ContainsKey(add.GroupId) && server.Users.Contains(add.UserId),
            SetAcl set => server.At(set.Path) is { } node && server.IsVisible(node),
            CreateFolder create => Parent(create.Path) is not null,
            PutDocument put => Parent(put.Path) is not null,
            MergeDocument merge => server.At(merge.Path) is { } node && node.Id == merge.FileId,
            ShareCalendar share => HasCalendar(share.CalendarUri) && server.Groups.ContainsKey(share.GroupId),
            PublishCalendar publish => HasCalendar(publish.CalendarUri),
            PutEvent put => HasCalendar(put.CalendarUri),
            CopyEvent copy => HasCalendar(copy.CalendarUri),
            RenameNode rename => server.At(rename.From) is { } node && node.Id == rename.FileId,
            RenameTeamFolder rename => server.TeamFolders.Any(folder => folder.Id == rename.Id),
            _ => true,
        };

    /// <summary>What bears a name of the blueprint when it is adopted follows the blueprint's names from then on.</summary>
    private void TakeName(KnownResource resource)
    {
        var node = server.Nodes.FirstOrDefault(node => Some.Id(node.Id) == resource.RemoteId);
        if (node is not null && WorkspaceKeys.IsNode(resource.Key))
        {
            node.GivenName = node.Name;
        }
    }

    private void Remember(KnownResource resource) => server.Ledger[resource.Key] = resource;

    private void RememberChangeTags()
    {
        foreach (var calendar in server.Calendars)
        {
            var known = server.Ledger.Values.FirstOrDefault(known =>
                known.RemoteId == calendar.Uri && known.Key.StartsWith("calendar:", StringComparison.Ordinal)
            );
            if (known is not null)
            {
                Remember(known with { ETag = Some.Id(calendar.Tag) });
            }
        }
    }

    private List<KnownResource> Act(PlanStep step, Func<DocumentSpec, string> content, bool cut) =>
        step.Action switch
        {
            CreateGroup action => Create(step, action),
            CreateAccount action => Create(step, action, cut),
            AddMember action => Add(step, action),
            RemoveMember action => Remove(step, action),
            RenameNode action => Rename(step, action),
            RenameTeamFolder action => Rename(step, action),
            CreateTeamFolder action => Create(step, action),
            ConfigureTeamFolder action => Configure(action, cut),
            SetAcl action => Set(step, action),
            SetQuota action => Set(action),
            CreateFolder action => Create(step, action),
            PutDocument action => Put(step, action, content(action.Document)),
            MergeDocument action => Merge(step, action, content(action.Document)),
            CreateCalendar action => Create(step, action),
            ShareCalendar action => Share(step, action),
            PublishCalendar action => Publish(step, action),
            PutEvent action => Put(step, action),
            CopyEvent action => Copy(step, action),
            _ => throw new InvalidOperationException($"{step.Action} is not known to the model"),
        };

    private List<KnownResource> Rename(PlanStep step, RenameNode action)
    {
        Refuse(server.At(action.To) is not null, $"what is at {action.To}");
        if (server.At(action.From) is { } node)
        {
            Refuse(node.Name != node.GivenName, $"name of {action.From}");
            (node.Name, node.GivenName) = (Name(action.To), Name(action.To));
        }

        return [Resource(step.Key, Some.Id(action.FileId)) with { Path = action.To }];
    }

    private List<KnownResource> Rename(PlanStep step, RenameTeamFolder action)
    {
        Refuse(
            server.TeamFolders.Any(folder =>
                folder.Id != action.Id && ModelServer.SameName(folder.Root.Name, action.MountPoint)
            ),
            $"second team folder {action.MountPoint}"
        );
        var root = server.TeamFolders.Single(folder => folder.Id == action.Id).Root;
        Refuse(root.Name != root.GivenName, $"name of {root.Name}");
        (root.Name, root.GivenName) = (action.MountPoint, action.MountPoint);
        return [Resource(step.Key, Some.Id(action.Id)) with { Path = action.MountPoint }];
    }

    private List<KnownResource> Create(PlanStep step, CreateTeamFolder action)
    {
        Refuse(
            server.TeamFolders.Any(folder => ModelServer.SameName(folder.Root.Name, action.MountPoint)),
            $"second team folder {action.MountPoint}"
        );
        var folder = server.AddTeamFolder(action.MountPoint);
        return
        [
            Resource(step.Key, Some.Id(folder.Id)) with
            {
                Path = action.MountPoint,
                ContentHash = action.MountPoint,
            },
        ];
    }

    private List<KnownResource> Configure(ConfigureTeamFolder action, bool cut)
    {
        var id = server.Ledger[action.AreaKey].RemoteId;
        var folder = server.TeamFolders.Single(folder => Some.Id(folder.Id) == id);
        var made = new List<KnownResource>();
        foreach (var (groupId, bits) in action.Grants)
        {
            Refuse(folder.PersonsGroups.Contains(groupId), $"access of {groupId} to {folder.Root.Name}");
            folder.Groups[groupId] = AclRule.All;
            if (cut)
            {
                return [];
            }

            folder.Groups[groupId] = bits;
            made.Add(
                Resource(WorkspaceKeys.Access(action.AreaKey, groupId), groupId) with
                {
                    ContentHash = Some.Id(bits),
                }
            );
        }

        if (action.EnableAcl && !cut)
        {
            Refuse(folder.IsAclPersons, $"advanced permissions of {folder.Root.Name}");
            folder.Acl = true;
            made.Add(Resource(WorkspaceKeys.Acl(action.AreaKey), id));
        }

        return made;
    }

    private List<KnownResource> Set(SetQuota action)
    {
        var id = server.Ledger[action.AreaKey].RemoteId;
        var folder = server.TeamFolders.Single(folder => Some.Id(folder.Id) == id);
        Refuse(folder.IsQuotaPersons, $"quota of {folder.Root.Name}");
        folder.Quota = action.Bytes;
        return [QuotaPlanning.OnRecord(action.AreaKey, folder.Id, action.Bytes)];
    }

    private List<KnownResource> Set(PlanStep step, SetAcl action)
    {
        if (server.At(action.Path) is not { } node || !server.IsVisible(node))
        {
            return [];
        }

        Refuse(node.HasPersonsRules, $"rules of {action.Path}");
        node.Rules = action.Rules;
        return [Resource(step.Key, action.Path) with { ContentHash = AclRule.Canonical(action.Rules) }];
    }

    private List<KnownResource> Create(PlanStep step, CreateFolder action)
    {
        var there = server.At(action.Path);
        Refuse(IsSeen(server.Twin(action.Path)), $"folder {action.Path}");
        if (there is null && Parent(action.Path) is { } parent)
        {
            there = server.AddNode(parent, Name(action.Path), isFolder: true, byPerson: false);
        }

        return there is null ? [] : [Resource(step.Key, Some.Id(there.Id)) with { Path = action.Path }];
    }

    private void Refuse(bool persons, string what)
    {
        if (persons)
        {
            Violations.Add(what);
        }
    }

    /// <summary>What was hidden when the plan was made is met by « already exists » and adopted then.</summary>
    private bool IsSeen(ModelNode? node) => node is not null && _seen.Contains(node);

    private ModelNode? Parent(string path) =>
        server.At(path[..path.LastIndexOf('/')]) is { } parent && server.IsVisible(parent) ? parent : null;

    private static string Name(string path) => path[(path.LastIndexOf('/') + 1)..];

    private static List<KnownResource> Made(PlanStep step, string remoteId) => [Resource(step.Key, remoteId)];

    private static KnownResource Resource(string key, string remoteId) =>
        new() { Key = key, RemoteId = remoteId };
}
