namespace Connector.DevServer.Files;

/// <summary>One request to the files: whose view, at which path, and how addresses are written back.</summary>
/// <param name="Prefix">Encoded start of every address, with a final slash.</param>
internal sealed record FileRequest(HttpContext Http, FileView View, string Prefix, string Path)
{
    public CancellationToken Aborted => Http.RequestAborted;

    /// <summary>Folders end with a slash.</summary>
    public string Href(Entry entry) =>
        Prefix + Dav.DavPath.Encode(entry.Path) + (entry.IsFolder && entry.Path.Length > 0 ? "/" : "");
}
