using Connector.Domain.Territories;

namespace Connector.DocumentFlow;

/// <summary>The national vocabulary's words for our enumerations, as members read them.</summary>
internal static class Labels
{
    public static string Of(TerritoryScope scope) =>
        scope switch
        {
            TerritoryScope.Regional => "régional",
            TerritoryScope.Departmental => "départemental",
            _ => "groupement de communes",
        };

    public static string Of(GroupRole role) =>
        role switch
        {
            GroupRole.Coordination => "coordination",
            GroupRole.Lead => "animation",
            GroupRole.Member => "membre",
            _ => "observateur",
        };

    public static string Of(GroupKind kind) => kind == GroupKind.Committee ? "comité" : "groupe de travail";
}
