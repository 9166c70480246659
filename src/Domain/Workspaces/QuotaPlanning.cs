using Connector.Domain.Territories;

namespace Connector.Domain.Workspaces;

/// <summary>
/// The most that an area may hold. A limit that a person set, before or after Connector's, is theirs unless the
/// territory enforces quotas.
/// </summary>
public static class QuotaPlanning
{
    internal static void Plan(AreaSpec area, TeamFolderState? state, PlanningTable table)
    {
        if (area.Quota is not { } wanted)
        {
            return;
        }

        var key = WorkspaceKeys.Quota(area.Key);
        var (change, reason, action) = Decide(area, wanted, state, table.Known.Find(key), table);
        table.Add(PlanStep.In(area, PlanStage.TeamFolders, key, change, Name(area, state), reason, action));
    }

    /// <summary>A folder of the service account's own cannot be limited: said, never passed over.</summary>
    internal static void PlanShared(AreaSpec area, PlanningTable table)
    {
        if (area.Quota is not null and not TeamFolderState.Unlimited)
        {
            var key = WorkspaceKeys.Quota(area.Key);
            table.Add(
                PlanStep.In(
                    area,
                    PlanStage.Folders,
                    key,
                    Change.Notice,
                    Name(area, null),
                    OnlyTeamFolders,
                    null
                )
            );
        }
    }

    private static (Change, Text, WorkspaceAction?) Decide(
        AreaSpec area,
        long wanted,
        TeamFolderState? state,
        KnownResource? known,
        PlanningTable table
    )
    {
        var set = new SetQuota(area.Key, wanted);
        var asked = new Text(
            $"le modèle demande {ByteSize.French(wanted)}",
            $"the blueprint asks for {ByteSize.English(wanted)}"
        );
        if (state is null)
        {
            return (Change.Create, asked, set);
        }

        if (state.Quota == wanted)
        {
            return known?.ContentHash == PlanningTable.Id(wanted)
                ? (Change.Keep, PlanReasons.InPlace, null)
                : (Change.Adopt, PlanReasons.LinkedAnew, new Link(OnRecord(area.Key, state.Id, wanted)));
        }

        if (known?.ContentHash == PlanningTable.Id(state.Quota))
        {
            return (Change.Update, PlanReasons.ContentMoved, set);
        }

        return known is null && state.Quota == TeamFolderState.Unlimited
            ? (Change.Create, asked, set)
            : table.ByHand(ManagedField.Quotas, ByPerson(state.Quota, wanted), set);
    }

    /// <summary>What the ledger keeps of a quota that is set.</summary>
    public static KnownResource OnRecord(string areaKey, long folderId, long bytes) =>
        new()
        {
            Key = WorkspaceKeys.Quota(areaKey),
            RemoteId = PlanningTable.Id(folderId),
            ContentHash = PlanningTable.Id(bytes),
        };

    private static Text Name(AreaSpec area, TeamFolderState? state)
    {
        var mountPoint = state?.MountPoint ?? area.MountPoint;
        return new Text($"quota de « {mountPoint} »", $"quota of '{mountPoint}'");
    }

    private static Text ByPerson(long present, long wanted) =>
        new(
            $"réglé à {ByteSize.French(present)} par quelqu'un, le modèle dit {ByteSize.French(wanted)} : gardé tel quel",
            $"set to {ByteSize.English(present)} by somebody, the blueprint says {ByteSize.English(wanted)}: kept as it is"
        );

    private static readonly Text OnlyTeamFolders = new(
        "pas posé : seul un dossier d'équipe peut être limité, et ici les espaces sont des dossiers partagés",
        "not set: only a team folder can be limited, and here the areas are shared folders"
    );
}
