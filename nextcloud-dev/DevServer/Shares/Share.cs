namespace Connector.DevServer.Shares;

/// <summary>Kinds of the sharing API (<c>lib/public/Share/IShare.php</c>).</summary>
internal enum ShareType
{
    User = 0,
    Group = 1,
    Link = 3,
    Mail = 4,
    Team = 7,
}

/// <summary>A file or folder shared by its owner.</summary>
internal sealed record Share
{
    public required long Id { get; init; }

    public required ShareType Type { get; init; }

    public required long NodeId { get; init; }

    public required string OwnerId { get; init; }

    /// <summary>User, group or team id, or e-mail address; null for a link.</summary>
    public string? With { get; init; }

    public required int Permissions { get; init; }

    /// <summary>Of links and mails.</summary>
    public string? Token { get; init; }

    public string Label { get; init; } = "";

    public string Note { get; init; } = "";

    /// <summary><c>YYYY-MM-DD</c>; null for never.</summary>
    public string? Expires { get; init; }

    public bool HasPassword { get; init; }

    /// <summary>Name under which recipients see it.</summary>
    public required string Target { get; init; }

    /// <summary>Unix seconds.</summary>
    public required long Created { get; init; }
}
