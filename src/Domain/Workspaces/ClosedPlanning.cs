using System.Globalization;

namespace Connector.Domain.Workspaces;

/// <summary>
/// A closed group keeps what it has: its team folder, its calendar and its documents are told in one line and left
/// alone until it is reopened. Its Nextcloud groups and their members stay maintained like the others'.
/// </summary>
internal static class ClosedPlanning
{
    /// <returns>Whether the area's group is closed, so that nothing else is to be planned for the area.</returns>
    public static bool Plan(AreaSpec area, PlanningTable table)
    {
        if (!table.Known.IsClosed(area))
        {
            return false;
        }

        var key = WorkspaceKeys.Closed(area.WorkingGroupId!);
        var known = table.Known.Find(key)!;
        var subject = new Text($"l'espace « {area.MountPoint} »", $"the workspace '{area.MountPoint}'");
        var reason = Reason(area.WorkingGroupId!, ClosedGroup.Read(known));
        table.Add(
            PlanStep.In(area, PlanStage.TeamFolders, key, Change.Notice, subject, reason, action: null)
        );
        return true;
    }

    private static Text Reason(string group, ClosedGroup? closed)
    {
        if (closed is null)
        {
            return new Text(
                "groupe fermé par une version plus récente de Connector : rien n'y est fait",
                "group closed by a newer version of Connector: nothing is done there"
            );
        }

        var day = closed.On.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
        return closed.Stage == ClosingStage.Closed
            ? new Text(
                $"groupe fermé le {day} : rien n'y est fait ; « connector reopen {group} » pour le rouvrir",
                $"group closed on {day}: nothing is done there; 'connector reopen {group}' to reopen it"
            )
            : new Text(
                $"fermeture commencée le {day} et non terminée : « connector close {group} » la termine, « connector reopen {group} » l'annule",
                $"closing begun on {day} and not finished: 'connector close {group}' finishes it, 'connector reopen {group}' undoes it"
            );
    }
}
