using Connector.Domain;
using Connector.Domain.Workspaces;

namespace Connector.Reports;

/// <summary>The words for stages and changes in reports.</summary>
internal static class StageNames
{
    public static Text Of(PlanStage stage) =>
        stage switch
        {
            PlanStage.Leavers => new Text("Départs", "Leavers"),
            PlanStage.Groups => new Text("Groupes", "Groups"),
            PlanStage.Accounts => new Text("Comptes", "Accounts"),
            PlanStage.Members => new Text("Membres des groupes", "Group members"),
            PlanStage.TeamFolders => new Text("Dossiers d'équipe", "Team folders"),
            PlanStage.Folders => new Text("Dossiers et droits", "Folders and rights"),
            PlanStage.Calendars => new Text("Agendas et rencontres", "Calendars and meetings"),
            PlanStage.Renames => new Text("Noms", "Names"),
            PlanStage.Documents => new Text("Documents", "Documents"),
            _ => new Text("Ouverture aux groupes", "Opening to groups"),
        };

    public static Text Of(Change change) =>
        change switch
        {
            Change.Create => new Text("créer", "create"),
            Change.Adopt => new Text("relier", "link"),
            Change.Update => new Text("mettre à jour", "update"),
            Change.Remove => new Text("retirer", "take out"),
            Change.Keep => new Text("garder", "keep"),
            Change.Notice => new Text("à savoir", "to know"),
            _ => new Text("conflit", "conflict"),
        };

    public static Text Of(Strategy strategy) =>
        strategy == Strategy.TeamFolders
            ? new Text("Stratégie : dossiers d'équipe", "Strategy: team folders")
            : new Text(
                "Stratégie : dossiers du compte de service, partagés avec les groupes",
                "Strategy: folders of the service account, shared with groups"
            );

    public static string Colour(Change change) =>
        change switch
        {
            Change.Create => "green",
            Change.Adopt => "teal",
            Change.Update => "yellow",
            Change.Remove => "red",
            Change.Conflict => "red",
            Change.Notice => "blue",
            _ => "grey",
        };
}
