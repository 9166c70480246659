using Connector.Domain.Workspaces;

namespace Connector.Web.Console;

/// <summary>For whom a page or a deed is. Each includes those after it.</summary>
internal enum Who
{
    /// <summary>Whoever takes part in the network.</summary>
    Member,

    /// <summary>Whoever leads a group; which one is for the page to check.</summary>
    Lead,

    /// <summary>Coordinators and administrators.</summary>
    Manager,

    Administrator,
}

internal static class WhoRights
{
    public static bool IsFor(this TerritoryRights rights, Who who) =>
        who switch
        {
            Who.Member => rights.HasAny,
            Who.Lead => rights.MayManage || rights.Leads.Count > 0,
            Who.Manager => rights.MayManage,
            _ => rights.IsAdministrator,
        };

    /// <summary>Whether somebody may decide for one group.</summary>
    public static bool MayLead(this TerritoryRights rights, string group) =>
        rights.MayManage || rights.Leads.Contains(group);
}
