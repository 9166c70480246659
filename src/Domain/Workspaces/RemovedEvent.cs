namespace Connector.Domain.Workspaces;

/// <summary>The event of a series that the territory file does not have any more.</summary>
public sealed record RemovedEvent
{
    public required string Key { get; init; }

    public required string ObjectName { get; init; }

    /// <summary>Of the object as it is.</summary>
    public required string ETag { get; init; }

    public required string Title { get; init; }

    /// <summary>
    /// The object with what is to come called off; null where somebody changed it, or nothing of it is to come.
    /// </summary>
    public string? CalledOff { get; init; }

    /// <summary>Whether somebody changed the event.</summary>
    public bool IsTouched { get; init; }

    /// <summary>Whether so many series left the file at once that a mistake is likelier.</summary>
    public bool IsOneOfMany { get; init; }
}
