namespace Connector.Domain.Announcing;

/// <summary>Something to tell, once, to a group, the network or a person.</summary>
public sealed record Announcement
{
    /// <summary>The same as long as it is the same news, whoever computes it and when.</summary>
    public required string Key { get; init; }

    public required AnnouncementKind Kind { get; init; }

    /// <summary>The group that it concerns; null for the network, and for what concerns a person alone.</summary>
    public string? GroupId { get; init; }

    /// <summary>The one whom it concerns; null for everybody in the group or network.</summary>
    public string? PersonId { get; init; }

    /// <summary>A meeting that is near: even quiet hours do not hold it.</summary>
    public bool IsUrgent { get; init; }

    public required AnnouncementText Text { get; init; }
}
