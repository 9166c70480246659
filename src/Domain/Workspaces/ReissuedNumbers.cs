namespace Connector.Domain.Workspaces;

/// <summary>
/// A server that was put back to an older copy counts on from there: numbers that the ledger knows may belong to
/// somebody else's folders by now. The server's own mark tells up to where its history is the ledger's; what the ledger
/// knows beyond needs other evidence than its number: the place, the ETag, the content, or what is inside.
/// </summary>
public static class ReissuedNumbers
{
    /// <summary>Stands for the number of something that the server lost; no server gives it out.</summary>
    public const string Lost = "0";

    /// <summary>
    /// The ledger as it is true of this server: what is not there any more, or is somebody else's, has no number and stands
    /// in <see cref="KnownWorkspace.Lost"/>. The same ledger where the server never went back.
    /// </summary>
    public static KnownWorkspace Settle(KnownWorkspace known, WorkspaceSnapshot snapshot, Strategy strategy)
    {
        var mark = IssuedNumbers.Parse(known.Find(WorkspaceKeys.Issued)?.ContentHash);
        var certain = snapshot.Issued ?? IssuedNumbers.None;
        if (mark is null || !certain.IsBehind(mark))
        {
            return known;
        }

        var evidence = new NumberEvidence(known, snapshot, strategy);
        var lost = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var resource in known.Resources.Values.OrderBy(resource => resource.Key.Length))
        {
            if (IsDoubtful(resource, certain, strategy) && !evidence.Speaks(resource))
            {
                lost[resource.Key] = evidence.PlaceOfNumber(resource);
            }
        }

        return lost.Count == 0
            ? known
            : known with
            {
                Lost = lost,
                Resources = known.Resources.Values.ToDictionary(
                    resource => resource.Key,
                    resource => lost.ContainsKey(resource.Key) ? resource with { RemoteId = Lost } : resource,
                    StringComparer.Ordinal
                ),
            };
    }

    private static bool IsDoubtful(KnownResource resource, IssuedNumbers certain, Strategy strategy) =>
        resource.Number is { } number
        && (
            IssuedNumbers.IsTeamFolder(resource.Key, strategy)
                ? number > certain.TeamFolder
                : IssuedNumbers.IsFile(resource.Key, strategy) && number > certain.File
        );
}
