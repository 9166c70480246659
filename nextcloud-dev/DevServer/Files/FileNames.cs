using Connector.DevServer.Dav;

namespace Connector.DevServer.Files;

/// <summary>Names that the real server refuses (<c>lib/private/Files/Storage/Common.php</c>, verifyPath).</summary>
internal sealed class FileNames(Instance instance)
{
    private const int MostBytes = 250;

    /// <exception cref="DavException">400: not a name; 403: a name the server keeps for itself.</exception>
    public void Check(string name)
    {
        if (name.Equals(".htaccess", StringComparison.OrdinalIgnoreCase))
            throw DavException.Forbidden("");
        if (name.Trim().Length == 0)
            throw Invalid("Empty filename is not allowed");
        if (name is "." or "..")
            throw Invalid("Dot files are not allowed");
        if (name.AsSpan().IndexOfAny('\\', '/') >= 0 || name.Any(c => c < ' '))
            throw Invalid("File name contains at least one invalid character");
        if (instance.Forbidden.Refuses(name))
            throw Invalid($"\"{name}\" is not allowed as a file or folder name.");
        if (System.Text.Encoding.UTF8.GetByteCount(name) > MostBytes)
            throw Invalid("File name is too long");
    }

    private static DavException Invalid(string message) =>
        new(400, @"OCA\DAV\Connector\Sabre\Exception\InvalidPath", message);
}
