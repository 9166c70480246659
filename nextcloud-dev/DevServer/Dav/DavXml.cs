using System.Xml;
using System.Xml.Linq;

namespace Connector.DevServer.Dav;

/// <summary>Reads request bodies: no DTD, no external entity, bounded in size and depth.</summary>
internal static class DavXml
{
    private const int MaxBytes = 2 * 1024 * 1024;
    private const int MaxDepth = 100;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MaxBytes,
        MaxCharactersFromEntities = 1024,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    /// <summary>The root element; null for an empty body.</summary>
    /// <exception cref="DavException">400: not well formed; 413 as 400: too large.</exception>
    public static async Task<XElement?> Read(HttpRequest request, CancellationToken ct)
    {
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, ct)) > 0)
        {
            if (body.Length + read > MaxBytes)
                throw DavException.BadRequest("The request body is too large.");
            body.Write(buffer, 0, read);
        }
        if (body.Length == 0)
            return null;
        body.Position = 0;
        try
        {
            return Parse(body);
        }
        catch (XmlException e)
        {
            throw DavException.BadRequest(e.Message);
        }
    }

    /// <summary>The element named <paramref name="root"/>; null for an empty body.</summary>
    /// <exception cref="DavException">400: another root, or not well formed.</exception>
    public static async Task<XElement?> Read(HttpRequest request, XName root, CancellationToken ct)
    {
        var body = await Read(request, ct);
        if (body is null || body.Name == root)
            return body;
        throw DavException.BadRequest(
            $"Expected {Clark(root)} but received {Clark(body.Name)} as the root element"
        );
    }

    /// <summary>The same, when there must be a body.</summary>
    public static async Task<XElement> Expect(HttpRequest request, XName root, CancellationToken ct) =>
        await Read(request, root, ct)
        ?? throw DavException.BadRequest($"Expected {Clark(root)} as the root element");

    private static string Clark(XName name) => $"{{{name.NamespaceName}}}{name.LocalName}";

    private static XElement Parse(Stream body)
    {
        var shallow = Settings.Clone();
        shallow.CloseInput = false;
        using (var guard = XmlReader.Create(body, shallow))
            while (guard.Read())
                if (guard.Depth > MaxDepth)
                    throw new XmlException("Elements are nested too deeply.");
        body.Position = 0;
        using var reader = XmlReader.Create(body, Settings);
        return XElement.Load(reader, LoadOptions.PreserveWhitespace);
    }
}
