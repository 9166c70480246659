namespace Connector.Domain.Workspaces;

/// <summary>
/// The copy of one object of a group's calendar in the network's: Connector's own, made anew whenever the object
/// changes.
/// </summary>
public sealed record EventCopy
{
    public required string Key { get; init; }

    /// <summary>Last segment of its address in the network's calendar.</summary>
    public required string ObjectName { get; init; }

    /// <summary>Of the group; of one that the territory has no more where the copy is only to be withdrawn.</summary>
    public required string GroupId { get; init; }

    /// <summary>Last segment of the address of the group's calendar.</summary>
    public required string SourceUri { get; init; }

    /// <summary>Last segment of the object's address there.</summary>
    public required string SourceName { get; init; }

    /// <summary>What the meeting is called, for people.</summary>
    public required string Title { get; init; }

    /// <summary>As <see cref="EventSpec.ContentHash"/>; null while this very run writes the object that it is of.</summary>
    public string? ContentHash { get; init; }

    /// <summary>The object is gone, or is nobody's business any more: the copy says that it is called off.</summary>
    public bool IsWithdrawn { get; init; }

    /// <param name="groupId">Whose calendar.</param>
    /// <param name="objectName">Of the object there: two groups may have objects of one name.</param>
    public static string NameOf(string groupId, string objectName) => $"{groupId}.{objectName}";
}
