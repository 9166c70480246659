namespace Connector.Domain.Workspaces;

/// <summary>Comparing names as people do.</summary>
public static class PlanningNames
{
    /// <summary>Equal whatever their case and the spelling (NFC, NFD) of their accents.</summary>
    public static bool Same(string one, string other) => PlanningTable.SameName(one, other);
}
