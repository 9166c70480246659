namespace Connector.Domain.Territories;

/// <summary>What a role is called.</summary>
public static class RoleNames
{
    public static string French(GroupRole role) =>
        role switch
        {
            GroupRole.Coordination => "coordination",
            GroupRole.Lead => "animation",
            GroupRole.Member => "membre",
            _ => "observateur",
        };

    public static string English(GroupRole role) =>
        role switch
        {
            GroupRole.Coordination => "coordination",
            GroupRole.Lead => "lead",
            GroupRole.Member => "member",
            _ => "observer",
        };
}
