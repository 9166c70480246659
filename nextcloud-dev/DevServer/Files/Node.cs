namespace Connector.DevServer.Files;

/// <summary>A stored file or folder, whoever sees it and under whatever path.</summary>
internal sealed record Node
{
    public required long Id { get; init; }

    /// <summary>0 for the root of a home or of a team folder.</summary>
    public required long Parent { get; init; }

    public required string Name { get; init; }

    public required bool IsFolder { get; init; }

    /// <summary>Bytes; for a folder, of all that it holds.</summary>
    public required long Size { get; init; }

    /// <summary>Without quotes.</summary>
    public required string ETag { get; init; }

    /// <summary>Unix seconds.</summary>
    public required long Modified { get; init; }

    /// <summary>As the client sent it: <c>SHA1:…</c>; empty for none.</summary>
    public string Checksum { get; init; } = "";

    /// <summary>Unix seconds as the client sent them; 0 for none.</summary>
    public long Created { get; init; }

    /// <summary>Unix seconds; 0 for what was copied.</summary>
    public long Uploaded { get; init; }
}
