using Connector.Domain;

namespace Connector.Nextcloud.Dav;

/// <summary>The outcome of one request that changes something.</summary>
internal sealed record DavOutcome
{
    public required DavResult Result { get; init; }

    /// <summary>ETag of the new state, without quotes; null when the server does not tell (read it then).</summary>
    public string? ETag { get; init; }

    /// <summary>Number of the file or folder, stable when it is renamed or moved; null when not told.</summary>
    public long? FileId { get; init; }

    /// <summary>For people: what happened and what to do. Null when all went well.</summary>
    public Text? Message { get; init; }

    /// <summary>Found out by reading back after a fault, rather than told by the answer.</summary>
    public bool Settled { get; init; }

    /// <summary>Whether what was asked for is now there, by this request or already.</summary>
    public bool IsThere => Result is DavResult.Created or DavResult.Updated or DavResult.AlreadyExists;

    /// <summary>Whether this request changed something.</summary>
    public bool Changed => Result is DavResult.Created or DavResult.Updated;
}
