namespace Connector.DevServer.Dav;

/// <summary>
/// A refusal as sabre/dav words it: HTTP status, class name for <c>s:exception</c>, text for <c>s:message</c>.
/// </summary>
#pragma warning disable CA1032 // Thrown in this assembly alone, always with a status.
internal sealed class DavException(int status, string sabreClass, string message) : Exception(message)
#pragma warning restore CA1032
{
    public int Status { get; } = status;

    /// <summary>Such as <c>Sabre\DAV\Exception\NotFound</c>.</summary>
    public string SabreClass { get; } = sabreClass;

    /// <summary>For 412: the header that failed, told in <c>s:header</c>.</summary>
    public string? Header { get; init; }

    /// <summary>Headers that go with the status: <c>Allow</c>, <c>WWW-Authenticate</c>.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    public static DavException BadRequest(string message) => Sabre(400, "BadRequest", message);

    public static DavException Forbidden(string message) => Sabre(403, "Forbidden", message);

    public static DavException NotFound(string message) => Sabre(404, "NotFound", message);

    public static DavException MethodNotAllowed(string message) => Sabre(405, "MethodNotAllowed", message);

    public static DavException Conflict(string message) => Sabre(409, "Conflict", message);

    public static DavException PreconditionFailed(string message, string? header = null) =>
        new(412, @"Sabre\DAV\Exception\PreconditionFailed", message) { Header = header };

    public static DavException UnsupportedMediaType(string message) =>
        Sabre(415, "UnsupportedMediaType", message);

    public static DavException RangeNotSatisfiable(string message) =>
        Sabre(416, "RequestedRangeNotSatisfiable", message);

    public static DavException Locked(string path) =>
        new(423, @"OCA\DAV\Connector\Sabre\Exception\FileLocked", $"\"{path}\" is locked");

    public static DavException NotImplemented(string message) => Sabre(501, "NotImplemented", message);

    public static DavException InsufficientStorage(string message) =>
        Sabre(507, "InsufficientStorage", message);

    private static DavException Sabre(int status, string name, string message) =>
        new(status, @"Sabre\DAV\Exception\" + name, message);
}
