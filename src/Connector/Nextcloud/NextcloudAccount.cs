namespace Connector.Nextcloud;

/// <summary>
/// Who signs in where. Two optional kinds of secret, because they are good for different things: an app password
/// for everything (a request costs the server about 25 ms instead of 200), and a real password only where the
/// server insists on a password confirmation for administration.
/// </summary>
internal sealed record NextcloudAccount
{
    private readonly Uri _baseUrl = new("http://localhost/");

    /// <summary>
    /// The address that people type, such as <c>https://nuage.exemple.fr/</c>, with the sub-folder when there is
    /// one. Always ends with a slash; never carries a user, a query or <c>index.php</c>.
    /// </summary>
    public required Uri BaseUrl
    {
        get => _baseUrl;
        init => _baseUrl = ServerAddress.Normalise(value);
    }

    /// <summary>The name that signs in. May be an e-mail address; see <see cref="UserId"/>.</summary>
    public required string UserName { get; init; }

    /// <summary>An app password (or, for want of one, the real password: slower, and the doctor says so).</summary>
    public required string AppPassword { get; init; }

    /// <summary>The account's real password, sent only when the server asks for a password confirmation.</summary>
    public string? RealPassword { get; init; }

    /// <summary>
    /// The account's id, which the WebDAV and CalDAV addresses carry. Differs from <see cref="UserName"/> for
    /// those who sign in with an e-mail address; null means "the same".
    /// </summary>
    public string? UserId { get; init; }

    /// <summary><see cref="UserId"/>, else <see cref="UserName"/>.</summary>
    public string Principal => UserId ?? UserName;

    /// <summary>Names the account without its secrets: this is what a log may show.</summary>
    public override string ToString() => $"{UserName} @ {BaseUrl}";
}
