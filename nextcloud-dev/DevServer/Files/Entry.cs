namespace Connector.DevServer.Files;

/// <summary>A node as one account sees it.</summary>
internal sealed record Entry
{
    /// <summary>In the account's files, no slash at the ends; empty for the root.</summary>
    public required string Path { get; init; }

    public required Node Node { get; init; }

    public required Mount Mount { get; init; }

    /// <summary>What the account may do, advanced rights included.</summary>
    public required int Permissions { get; init; }

    /// <summary>What advanced rights alone allow; they add up from the mount downwards.</summary>
    public int AclPermissions { get; init; } = Files.Permissions.All;

    /// <summary>Whether it was found by listing its parent; the real server then hides some rights of a mount.</summary>
    public bool Listed { get; init; }

    /// <summary>ETag and size with those of the mounts below, for the root of a home.</summary>
    public required string ETag { get; init; }

    public required long Size { get; init; }

    public bool IsFolder => Node.IsFolder;

    public bool IsMountRoot => Mount.Path.Length > 0 && Node.Id == Mount.RootId;

    public string Name => Dav.DavPath.Name(Path);

    public string QuotedETag => $"\"{ETag}\"";

    public DateTimeOffset Modified => DateTimeOffset.FromUnixTimeSeconds(Node.Modified);

    /// <summary>What a listing tells (<c>lib/private/Files/View.php</c>, getDirectoryContent).</summary>
    public int ShownPermissions =>
        (IsMountRoot, Mount.Kind, Listed) switch
        {
            (true, MountKind.Share, _) => Permissions | Files.Permissions.Update | Files.Permissions.Delete,
            (true, _, true) => Permissions & ~(Files.Permissions.Update | Files.Permissions.Delete),
            _ => Permissions,
        };
}
