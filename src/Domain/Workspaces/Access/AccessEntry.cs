namespace Connector.Domain.Workspaces;

/// <summary>What one person may do in one folder, and why.</summary>
/// <param name="UserId">The person.</param>
/// <param name="Path">The folder, as the service account sees it.</param>
/// <param name="Bits">Nextcloud permission bits: read 1, update 2, create 4, delete 8, share 16. 0 without access.</param>
/// <param name="Why">What gave and what took, in the order in which the server applies them.</param>
public sealed record AccessEntry(string UserId, string Path, int Bits, IReadOnlyList<Text> Why);

/// <summary>What those may do who are in one group and in no other.</summary>
public sealed record GroupAccess(string GroupId, string Path, int Bits, int Members);
