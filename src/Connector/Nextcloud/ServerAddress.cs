namespace Connector.Nextcloud;

/// <summary>
/// The one place that compares the configured address with the one the server believes it has. Behind a proxy
/// that is not told of (<c>overwritehost</c>, <c>overwriteprotocol</c>) a server builds its links with a wrong
/// scheme, host, port or folder; measured: <c>http://localhost/login/v2/flow/…</c> from a server reached on
/// <c>http://localhost:8480</c>. The configured address is the one known to work, so its origin always wins.
/// </summary>
internal static class ServerAddress
{
    private static readonly string[] Doors =
    [
        "/remote.php/",
        "/public.php/",
        "/ocs/",
        "/index.php/",
        "/login/v2",
        "/s/",
    ];

    /// <summary>Scheme, host, port and folder of <paramref name="typed"/>, with a final slash.</summary>
    /// <exception cref="ArgumentException">Not an absolute http or https address, or one that carries a user or a
    /// password (which would end in logs).</exception>
    public static Uri Normalise(Uri typed)
    {
        if (!typed.IsAbsoluteUri || typed.Scheme is not ("http" or "https"))
            throw new ArgumentException(
                "The server's address must begin with http:// or https://.",
                nameof(typed)
            );
        if (typed.UserInfo.Length > 0)
            throw new ArgumentException(
                "The server's address must not carry a user or a password.",
                nameof(typed)
            );
        var path = typed.AbsolutePath;
        var end = path.IndexOf("/index.php", StringComparison.Ordinal);
        var folder = (end < 0 ? path : path[..end]).TrimEnd('/');
        return new UriBuilder(typed.Scheme, typed.Host, typed.Port, folder + "/").Uri;
    }

    /// <summary>Whether <see cref="Normalise"/> accepts it.</summary>
    public static bool IsUsable(Uri typed) =>
        typed.IsAbsoluteUri && typed.Scheme is ("http" or "https") && typed.UserInfo.Length == 0;

    /// <summary>
    /// <paramref name="reported"/> moved to the origin and folder of <paramref name="baseUrl"/>; its path from the
    /// server's own door on (<c>/remote.php/…</c>, <c>/index.php/…</c>) and its query are kept.
    /// </summary>
    public static Uri OnOrigin(Uri baseUrl, Uri reported)
    {
        var path = reported.AbsolutePath;
        var door = Doors
            .Select(d => path.IndexOf(d, StringComparison.Ordinal))
            .Where(i => i >= 0)
            .DefaultIfEmpty(0)
            .Min();
        return new Uri(baseUrl, baseUrl.AbsolutePath + path[door..].TrimStart('/') + reported.Query);
    }

    /// <summary>Whether the server builds its links on the configured address.</summary>
    public static bool Agrees(Uri baseUrl, Uri reported) => OnOrigin(baseUrl, reported) == reported;
}
