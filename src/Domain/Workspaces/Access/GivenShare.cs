namespace Connector.Domain.Workspaces;

/// <summary>Whom a share is for.</summary>
public enum ShareTarget
{
    User,
    Group,
    Link,
    Mail,
    Team,
}

/// <summary>A file or folder that somebody shared, as a share listing tells it.</summary>
/// <param name="Path">Where the service account sees it.</param>
/// <param name="Target">Kind of recipient.</param>
/// <param name="With">User, group or team id, or an address; null for a link.</param>
/// <param name="Bits">Nextcloud permission bits.</param>
/// <param name="Expires">The last day; null when it never ends.</param>
/// <param name="By">Who shared it.</param>
public sealed record GivenShare(
    string Path,
    ShareTarget Target,
    string? With,
    int Bits,
    DateOnly? Expires = null,
    string? By = null
)
{
    /// <summary>The server's number of it; 0 for one that was computed.</summary>
    public long Id { get; init; }

    /// <summary>
    /// Whether the service account made it, by somebody's hand: the server lets nobody but its maker change a link.
    /// </summary>
    public bool IsOwn { get; init; }

    /// <summary>Whoever has the address gets in for ever.</summary>
    public bool IsEndless => this is { Target: ShareTarget.Link or ShareTarget.Mail, Expires: null };
}
