using System.Xml.Linq;
using Microsoft.AspNetCore.Http.Features;

namespace Connector.DevServer.Dav;

/// <summary>
/// Writes refusals as sabre/dav does. Sample:
/// <code>
/// &lt;d:error xmlns:d="DAV:" xmlns:s="http://sabredav.org/ns"&gt;
///   &lt;s:exception&gt;Sabre\DAV\Exception\NotFound&lt;/s:exception&gt;&lt;s:message&gt;…&lt;/s:message&gt;&lt;/d:error&gt;
/// </code>
/// </summary>
internal static class DavErrors
{
    /// <summary>Runs a DAV handler; what it throws as <see cref="DavException"/> becomes the answer.</summary>
    public static RequestDelegate Guard(RequestDelegate handler) =>
        async context =>
        {
            try
            {
                await handler(context);
            }
            catch (DavException refusal) when (!context.Response.HasStarted)
            {
                await Write(context, refusal);
            }
        };

    public static async Task Write(HttpContext context, DavException refusal)
    {
        var response = context.Response;
        response.StatusCode = refusal.Status;
        response.ContentType = "application/xml; charset=utf-8";
        foreach (var (name, value) in refusal.Headers)
            response.Headers.Append(name, value);
        if (!HttpMethods.IsHead(context.Request.Method))
            await response.WriteAsync(Body(refusal), context.RequestAborted);
    }

    /// <summary>A status alone, without a body.</summary>
    public static void Empty(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        context.Features.Get<IHttpResponseFeature>()!.ReasonPhrase = null;
        context.Response.ContentLength = status is 204 or 304 ? null : 0;
    }

    private static string Body(DavException refusal)
    {
        var error = new XElement(
            DavNames.D + "error",
            new XAttribute(XNamespace.Xmlns + "d", DavNames.D.NamespaceName),
            new XAttribute(XNamespace.Xmlns + "s", DavNames.S.NamespaceName),
            new XElement(DavNames.S + "exception", refusal.SabreClass),
            new XElement(DavNames.S + "message", refusal.Message),
            refusal.Header is null ? null : new XElement(DavNames.S + "header", refusal.Header)
        );
        return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + error + "\n";
    }
}
