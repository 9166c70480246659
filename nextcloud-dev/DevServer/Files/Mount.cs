namespace Connector.DevServer.Files;

internal enum MountKind
{
    Home,
    TeamFolder,
    Share,
}

/// <summary>A tree of nodes as it hangs in one account's files.</summary>
internal sealed record Mount
{
    public const long Unlimited = -3;

    /// <summary>In the account's files, no slash at the ends; empty for the home itself.</summary>
    public required string Path { get; init; }

    public required long RootId { get; init; }

    public required MountKind Kind { get; init; }

    /// <summary>What the account may do at most; advanced rights take more away.</summary>
    public int Mask { get; init; } = Permissions.All;

    /// <summary>Bytes, or <see cref="Unlimited"/>.</summary>
    public long Quota { get; init; } = Unlimited;

    /// <summary>The node whose size the quota limits.</summary>
    public long QuotaRootId { get; init; }

    public long? TeamFolderId { get; init; }

    public bool AclEnabled { get; init; }

    /// <summary>Whether the account may set advanced rights.</summary>
    public bool CanManageAcl { get; init; }

    public required string OwnerId { get; init; }

    public long? ShareId { get; init; }

    public string? Note { get; init; }

    /// <summary>The word of <c>nc:mount-type</c>.</summary>
    public string TypeName =>
        Kind switch
        {
            MountKind.TeamFolder => "group",
            MountKind.Share => "shared",
            _ => "",
        };
}
