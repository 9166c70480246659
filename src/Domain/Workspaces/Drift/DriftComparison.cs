namespace Connector.Domain.Workspaces.Drift;

/// <summary>
/// What people changed between two looks at the server. Pure: who did it, and when, is asked of the server afterwards.
/// Closed groups are left out: nothing is expected of them.
/// </summary>
public static class DriftComparison
{
    /// <param name="spec">What should be: tells which groups and areas are looked at.</param>
    /// <param name="then">The server as the last run saw it before it acted.</param>
    /// <param name="now">The server as it is.</param>
    /// <param name="known">The ledger, with what that run made.</param>
    /// <param name="since">When that run began: what the ledger learnt later is of its making.</param>
    public static IReadOnlyList<DriftLine> Find(
        WorkspaceSpec spec,
        WorkspaceSnapshot then,
        WorkspaceSnapshot now,
        KnownWorkspace known,
        DateTimeOffset since
    )
    {
        var table = new DriftTable(spec, then, now, known, since);
        PeopleDrift.Find(table);
        foreach (var area in spec.Areas.Where(area => !known.IsClosed(area)))
        {
            if (AreaRoot.Find(area, table) is { } root)
            {
                NodeDrift.Find(area, root, table);
                RightsDrift.Find(area, root, table);
            }

            if (area.Calendar is { } calendar)
            {
                CalendarDrift.Find(area, calendar, table);
            }
        }

        return table.Lines;
    }
}
