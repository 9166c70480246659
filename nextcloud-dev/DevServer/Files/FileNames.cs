using Connector.DevServer.Dav;

namespace Connector.DevServer.Files;

/// <summary>Names that the real server refuses (<c>lib/private/Files/Storage/Common.php</c>, verifyPath).</summary>
internal static class FileNames
{
    private const int MostBytes = 250;

    /// <exception cref="DavException">400: not a name; 403: a name the server keeps for itself.</exception>
    public static void Check(string name)
    {
        if (name.Equals(".htaccess", StringComparison.OrdinalIgnoreCase))
            throw DavException.Forbidden("");
        if (name.Trim().Length == 0)
            throw Invalid("Empty filename is not allowed");
        if (name is "." or "..")
            throw Invalid("Dot files are not allowed");
        if (name.AsSpan().IndexOfAny('\\', '/') >= 0 || name.Any(c => c < ' '))
            throw Invalid("File name contains at least one invalid character");
        if (System.Text.Encoding.UTF8.GetByteCount(name) > MostBytes)
            throw Invalid("File name is too long");
    }

    private static DavException Invalid(string message) =>
        new(400, @"OCA\DAV\Connector\Sabre\Exception\InvalidPath", message);
}
