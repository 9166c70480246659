namespace Connector.Nextcloud.Dav;

/// <summary>A file or folder as a PROPFIND shows it.</summary>
internal sealed record DavResource
{
    /// <summary>Decoded, relative to the account's root, no slash at the ends; the root is the empty string.</summary>
    public required string Path { get; init; }

    public required bool IsFolder { get; init; }

    /// <summary>Stable when renamed or moved; goes back only when the server is restored from a backup.</summary>
    public required long FileId { get; init; }

    /// <summary>Without quotes. A folder's changes when anything below it changes.</summary>
    public required string ETag { get; init; }

    /// <summary>Bytes; for a folder, of all that it holds.</summary>
    public long Size { get; init; }

    public string? ContentType { get; init; }

    /// <summary>Letters: S shared, R shareable, M mounted, G readable, D deletable, NV renameable, W writable, CK may
    /// create files and folders.</summary>
    public string Permissions { get; init; } = "";

    /// <summary>As stored when uploaded: <c>SHA1:… MD5:…</c>; empty for what no client sent a checksum with.</summary>
    public string Checksums { get; init; } = "";

    /// <summary>Lower-case hexadecimal SHA-1; null when the server has none.</summary>
    public string? Sha1 =>
        Checksums
            .Split(' ')
            .Where(c => c.StartsWith("SHA1:", StringComparison.OrdinalIgnoreCase))
            .Select(c => c[5..].ToLowerInvariant())
            .FirstOrDefault();

    /// <summary>The rules set on this very node; null when it lies in no team folder with advanced rights.</summary>
    public IReadOnlyList<AclRule>? AclRules { get; init; }

    /// <summary>The team folder that this lies in (every node of it carries the number); null outside.</summary>
    public long? TeamFolderId { get; init; }

    /// <summary>Whether this is the place where a team folder, share or external storage is mounted.</summary>
    public bool IsMount { get; init; }

    /// <summary>What <see cref="MarkClient"/> wrote on it, where that was asked for.</summary>
    public string? Mark { get; init; }

    /// <summary>The last part of <see cref="Path"/>.</summary>
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];
}

/// <summary>What a listing gave. <see cref="Exists"/> false means 404, which is not an empty folder.</summary>
internal sealed record DavListing(bool Exists, IReadOnlyList<DavResource> Resources)
{
    public static readonly DavListing Missing = new(false, []);
}
