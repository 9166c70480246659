using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Connector.DevServer.Ocs;

/// <summary>
/// The envelope (<c>lib/private/AppFramework/OCS/</c>). Version 1 answers HTTP 200 to nearly everything and says 100
/// for success; version 2 puts the code into the HTTP status. JSON when asked by <c>format=json</c> or
/// <c>Accept</c>, else XML. An empty map is written as <c>[]</c>, as PHP does.
/// </summary>
internal static class OcsEnvelope
{
    // Slashes and letters beyond ASCII are escaped on the wire, as by PHP.
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Default };

    public static async Task Write(HttpContext http, OcsResult result, int version)
    {
        http.Response.StatusCode = HttpStatus(result.Code, version);
        http.Response.Headers.CacheControl = "no-cache, no-store, must-revalidate";
        if (http.Response.StatusCode is 204 or 304)
            return;
        if (WantsJson(http.Request))
        {
            http.Response.ContentType = "application/json; charset=utf-8";
            await http.Response.WriteAsync(ToJson(result, version), http.RequestAborted);
            return;
        }
        http.Response.ContentType = "application/xml; charset=utf-8";
        await http.Response.WriteAsync(ToXml(result, version), http.RequestAborted);
    }

    private static bool WantsJson(HttpRequest request) =>
        request.Query["format"].ToString() is { Length: > 0 } format
            ? format == "json"
            : request
                .Headers.Accept.ToString()
                .Contains("application/json", StringComparison.OrdinalIgnoreCase);

    private static int HttpStatus(int code, int version) =>
        (version, code) switch
        {
            (_, 997) => 401,
            (1, _) => 200,
            (_, 998) => 404,
            (_, 996 or 999) => 500,
            (_, < 200 or > 600) => 400,
            _ => code,
        };

    private static int StatusCode(OcsResult result, int version) =>
        version == 1 && result.Code == 200 ? 100 : result.Code;

    private static IEnumerable<(string Name, object Value)> Meta(OcsResult result, int version)
    {
        yield return ("status", result.IsOk ? "ok" : "failure");
        yield return ("statuscode", StatusCode(result, version));
        yield return ("message", result.IsOk ? "OK" : result.Message);
        if (version != 1)
            yield break;
        yield return ("totalitems", "");
        yield return ("itemsperpage", "");
    }

    private static string ToJson(OcsResult result, int version)
    {
        var meta = new JsonObject();
        foreach (var (name, value) in Meta(result, version))
            meta[name] = value is int n ? n : (string)value;
        var data = Php(result.Data ?? new JsonArray());
        return new JsonObject
        {
            ["ocs"] = new JsonObject { ["meta"] = meta, ["data"] = data },
        }.ToJsonString(Json);
    }

    /// <summary>A copy in which every empty map is an empty list.</summary>
    private static JsonNode? Php(JsonNode? node) =>
        node switch
        {
            JsonObject { Count: 0 } => new JsonArray(),
            JsonObject map => new JsonObject(map.Select(p => KeyValuePair.Create(p.Key, Php(p.Value)))),
            JsonArray list => new JsonArray([.. list.Select(Php)]),
            _ => node?.DeepClone(),
        };

    private static string ToXml(OcsResult result, int version)
    {
        var meta = Meta(result, version)
            .Select(m => new XElement(m.Name, Convert.ToString(m.Value, CultureInfo.InvariantCulture)));
        var ocs = new XElement("ocs", new XElement("meta", meta), new XElement("data", Content(result.Data)));
        return "<?xml version=\"1.0\"?>\n" + ocs + "\n";
    }

    private static object? Content(JsonNode? node) =>
        node switch
        {
            null => null,
            JsonObject map => map.Select(p => new XElement(ElementName(p.Key), Content(p.Value))),
            JsonArray list => list.Select(item => new XElement("element", Content(item))),
            _ => node.GetValueKind() switch
            {
                JsonValueKind.True => "1",
                JsonValueKind.False => "",
                _ => node.ToString(),
            },
        };

    // A map with numbers for keys becomes a list.
    private static string ElementName(string key) =>
        char.IsAsciiDigit(key[0]) ? "element" : System.Xml.XmlConvert.EncodeLocalName(key);
}
