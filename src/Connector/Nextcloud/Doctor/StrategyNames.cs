using Connector.Domain;
using Connector.Domain.Workspaces;

namespace Connector.Nextcloud.Doctor;

/// <summary>The words for each strategy.</summary>
internal static class StrategyNames
{
    public static Text Of(Strategy strategy) =>
        strategy switch
        {
            Strategy.TeamFolders => new Text("dossiers d'équipe", "team folders"),
            Strategy.Teams => new Text(
                "dossiers du compte de service, partagés avec des équipes qu'il tient lui-même",
                "folders of the service account, shared with teams that it keeps itself"
            ),
            Strategy.GroupsByHand => new Text(
                "dossiers du compte de service, partagés avec des groupes tenus par un administrateur",
                "folders of the service account, shared with groups that an administrator keeps"
            ),
            _ => new Text(
                "dossiers du compte de service, partagés avec les groupes",
                "folders of the service account, shared with groups"
            ),
        };
}
