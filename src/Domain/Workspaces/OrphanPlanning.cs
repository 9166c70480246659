namespace Connector.Domain.Workspaces;

/// <summary>What Connector made and the territory file no longer mentions: told once per thing, never removed.</summary>
internal static class OrphanPlanning
{
    public static void Plan(WorkspaceSpec spec, PlanningTable table)
    {
        var wanted = spec
            .Groups.Select(group => group.Key)
            .Concat(spec.Areas.Select(area => area.Key))
            .Concat(spec.Areas.Select(area => area.Calendar?.Key).OfType<string>())
            .Concat(spec.Areas.SelectMany(area => area.Calendar?.Events ?? []).Select(item => item.Key))
            .Concat(spec.Areas.SelectMany(area => area.Calendar?.Removed ?? []).Select(item => item.Key))
            .ToHashSet(StringComparer.Ordinal);
        foreach (
            var known in table.Known.Resources.Values.OrderBy(known => known.Key, StringComparer.Ordinal)
        )
        {
            if (StageOf(known.Key) is { } stage && !wanted.Contains(known.Key))
            {
                table.Add(
                    new PlanStep
                    {
                        Key = known.Key,
                        Stage = stage,
                        Change = Change.Notice,
                        Subject = Text.Same($"« {NameOf(known)} »"),
                        Reason = new Text(
                            "n'est plus dans le fichier du territoire : rien n'est supprimé",
                            "is no longer in the territory file: nothing is deleted"
                        ),
                    }
                );
            }
        }
    }

    /// <summary>The server's id of a team tells nobody anything.</summary>
    private static string NameOf(KnownResource known) =>
        known.Path
        ?? (WorkspaceKeys.IsGroup(known.Key) ? WorkspaceKeys.GroupIdOf(known.Key) : known.RemoteId);

    private static PlanStage? StageOf(string key) =>
        WorkspaceKeys.IsGroup(key) ? PlanStage.Groups
        : WorkspaceKeys.IsArea(key) ? PlanStage.TeamFolders
        : WorkspaceKeys.IsCalendar(key) || WorkspaceKeys.IsEvent(key) ? PlanStage.Calendars
        : null;
}
