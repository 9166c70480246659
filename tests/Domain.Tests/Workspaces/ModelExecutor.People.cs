using Connector.Domain.Workspaces;

namespace Connector.Domain.Tests.Workspaces;

internal sealed partial class ModelExecutor
{
    private List<KnownResource> Create(PlanStep step, CreateGroup action)
    {
        server.Groups.TryAdd(action.GroupId, []);
        return Made(step, action.GroupId);
    }

    private List<KnownResource> Create(PlanStep step, CreateAccount action, bool cut)
    {
        server.Users.Add(action.Account.UserId);
        foreach (var group in cut ? [] : action.Account.GroupIds)
        {
            server.Groups[group].Add(action.Account.UserId);
        }

        return
        [
            Resource(step.Key, action.Account.UserId),
            .. action.Account.GroupIds.Select(group =>
                Resource(WorkspaceKeys.Member($"group:{group}", action.Account.UserId), action.Account.UserId)
            ),
        ];
    }

    private List<KnownResource> Add(PlanStep step, AddMember action)
    {
        server.Groups[action.GroupId].Add(action.UserId);
        return Made(step, action.UserId);
    }

    private List<KnownResource> Remove(PlanStep step, RemoveMember action)
    {
        Refuse(
            !server.Ledger.ContainsKey(step.Key),
            $"{action.UserId} in {action.GroupId}, not put there by us"
        );
        server.Groups[action.GroupId].Remove(action.UserId);
        return [Resource(step.Key, action.UserId) with { ContentHash = WorkspaceKeys.Gone }];
    }
}
