using System.Globalization;
using Connector.Domain;
using Connector.Domain.Workspaces;
using Connector.Nextcloud.Doctor;

namespace Connector.Reports;

/// <summary>The words for stages and changes in reports.</summary>
internal static class StageNames
{
    /// <summary>Above what done steps have to say.</summary>
    public static readonly Text Told = new("À lire", "To read");

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
            PlanStage.Links => new Text("Liens des rencontres", "Links of meetings"),
            PlanStage.Copies => new Text("Agenda du réseau", "The network's calendar"),
            PlanStage.AddressBook => new Text("Carnet d'adresses", "Address book"),
            PlanStage.Documents => new Text("Documents", "Documents"),
            _ => new Text("Ouverture aux groupes", "Opening to groups"),
        };

    public static Text Of(PlanGroup? group) =>
        group is null
            ? new Text("Réseau, pilotage et personnes", "Network, steering and people")
            : Text.Same(group.Name);

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

    /// <summary>« 3 à créer », « 1 inchangé »: what a plan comes to; of a run, what it had planned.</summary>
    public static Text Counted(Change change, int count)
    {
        var (french, english) = change switch
        {
            Change.Keep => (count < 2 ? "inchangé" : "inchangés", "unchanged"),
            Change.Conflict => (count < 2 ? "conflit" : "conflits", count == 1 ? "conflict" : "conflicts"),
            Change.Notice => (Of(change).French, Of(change).English),
            _ => ($"à {Of(change).French}", $"to {Of(change).English}"),
        };
        var number = count.ToString(CultureInfo.InvariantCulture);
        return new Text($"{number} {french}", $"{number} {english}");
    }

    public static Text Of(Strategy strategy)
    {
        var name = StrategyNames.Of(strategy);
        return new Text($"Stratégie : {name.French}", $"Strategy: {name.English}");
    }

    public static Text Of(TaskState state) =>
        state switch
        {
            TaskState.Done => new Text("fait", "done"),
            TaskState.ToDo => new Text("reste à faire", "to do"),
            _ => new Text("à vérifier par vous", "for you to check"),
        };

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
