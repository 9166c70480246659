namespace Connector.DevServer.Activities;

/// <summary>What somebody did to a file or folder.</summary>
internal enum Deed
{
    Created,
    Changed,
    Deleted,
    Renamed,
    Moved,
}

/// <summary>One deed, for whoever saw the file then.</summary>
internal sealed record Activity
{
    public required long Id { get; init; }

    public required Deed Deed { get; init; }

    public required string UserId { get; init; }

    public required long NodeId { get; init; }

    /// <summary>
    /// The file and the folders that it was in, with their names, up to the root of its home or team folder, which has
    /// none: somebody for whom one of them is mounted saw it.
    /// </summary>
    public required IReadOnlyList<(long Id, string Name)> Ancestry { get; init; }

    public required bool InTeamFolder { get; init; }

    /// <summary>The name that it had, for a renamed one; the path in the actor's files, for a moved one; else empty.</summary>
    public required string Former { get; init; }

    /// <summary>Unix seconds.</summary>
    public required long At { get; init; }
}
