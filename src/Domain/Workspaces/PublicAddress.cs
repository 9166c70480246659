namespace Connector.Domain.Workspaces;

/// <summary>Public addresses of calendars, as posters show them.</summary>
public static class PublicAddress
{
    /// <summary>
    /// Whether two addresses lead to one feed: its token counts. The server may be called by another name from here.
    /// </summary>
    public static bool IsSame(string one, string other) => TokenOf(one) == TokenOf(other);

    /// <summary>The addresses that the ledger says were given out: address by the calendar's own name on the server.</summary>
    public static IReadOnlyDictionary<string, string> Given(KnownWorkspace known)
    {
        ArgumentNullException.ThrowIfNull(known);
        return known
            .Resources.Values.Where(resource => WorkspaceKeys.IsCalendar(resource.Key))
            .Where(calendar =>
                !known.Resources.ContainsKey(WorkspaceKeys.Closed(calendar.Key["calendar:".Length..]))
            )
            .Select(calendar =>
                (calendar.RemoteId, Address: known.Find(WorkspaceKeys.Public(calendar.Key))?.RemoteId)
            )
            .Where(pair => !string.IsNullOrEmpty(pair.Address))
            .ToDictionary(pair => pair.RemoteId, pair => pair.Address!, StringComparer.Ordinal);
    }

    private static string TokenOf(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return address.Split('?')[0].TrimEnd('/').Split('/')[^1];
    }
}
