using System.Globalization;
using System.Text.Json;

namespace Connector.Nextcloud.Ocs;

/// <summary>
/// The envelope of OCS, read in one place:
/// <c>{"ocs":{"meta":{"status":"ok","statuscode":200,"message":"OK"},"data":…}}</c>.
/// Version 1 answers HTTP 200 to everything and says 100 for success; version 2 puts the code into the HTTP status,
/// except 101 to 105, which travel as 400. PHP writes an empty map as <c>[]</c>.
/// </summary>
internal sealed record OcsAnswer
{
    /// <summary>The code of the envelope; the HTTP status when there is no envelope.</summary>
    public required int Code { get; init; }

    public required int HttpStatus { get; init; }

    /// <summary>The server's own words, for telling one 403 from another; never shown.</summary>
    public string ServerMessage { get; init; } = "";

    /// <summary>Undefined when the answer has none.</summary>
    public JsonElement Data { get; init; }

    public bool IsDone => Code is 100 or (>= 200 and < 300);

    public bool IsMissing => Code is 404 or 998;

    public bool IsForbidden => Code is 403;

    /// <summary>Something broke on the server; the work may be half done.</summary>
    public bool IsBroken => Code is >= 500 and < 600 or 996 or 999;

    /// <exception cref="JsonException">A success that is not JSON, or not an envelope.</exception>
    public static async Task<OcsAnswer> Read(HttpResponseMessage answer, CancellationToken ct)
    {
        var status = (int)answer.StatusCode;
        try
        {
            await using var body = await answer.Content.ReadAsStreamAsync(ct);
            using var json = await JsonDocument.ParseAsync(body, cancellationToken: ct);
            return Read(json.RootElement, status);
        }
        catch (JsonException) when (!answer.IsSuccessStatusCode || status == 204)
        {
            // An error page in HTML, or nothing at all: the status says enough.
            return new OcsAnswer { Code = status, HttpStatus = status };
        }
    }

    private static OcsAnswer Read(JsonElement root, int status)
    {
        if (root.Member("ocs") is { ValueKind: JsonValueKind.Object } ocs && ocs.Member("meta") is { } meta)
            return new OcsAnswer
            {
                Code = (int)(meta.Number("statuscode") ?? status),
                HttpStatus = status,
                ServerMessage = meta.Text("message") ?? "",
                Data = ocs.Member("data")?.Clone() ?? default,
            };
        if (status < 400)
            throw new JsonException("Not an OCS envelope.");
        return new OcsAnswer
        {
            Code = status,
            HttpStatus = status,
            ServerMessage = root.Text("message") ?? "",
        };
    }
}

/// <summary>Reads JSON as PHP writes it: numbers as text, 0 for false, <c>[]</c> for an empty map.</summary>
internal static class PhpJson
{
    public static JsonElement? Member(this JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) ? value : null;

    /// <summary>The members of a map; none for <c>[]</c> and for a missing one. A list counts as a map from its
    /// indexes, as in PHP.</summary>
    public static IEnumerable<KeyValuePair<string, JsonElement>> Members(this JsonElement? json) =>
        json switch
        {
            { ValueKind: JsonValueKind.Object } map => map.EnumerateObject()
                .Select(p => KeyValuePair.Create(p.Name, p.Value)),
            { ValueKind: JsonValueKind.Array } list => list.EnumerateArray()
                .Select((e, i) => KeyValuePair.Create(i.ToString(CultureInfo.InvariantCulture), e)),
            _ => [],
        };

    public static string? Text(this JsonElement json, string name) => json.Member(name)?.AsText();

    public static string? AsText(this JsonElement json) =>
        json.ValueKind switch
        {
            JsonValueKind.String => json.GetString(),
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => json.GetRawText(),
            _ => null,
        };

    public static long? Number(this JsonElement json, string name) => json.Member(name)?.AsNumber();

    public static long? AsNumber(this JsonElement json) =>
        json.ValueKind switch
        {
            JsonValueKind.Number => json.TryGetInt64(out var n) ? n : (long)json.GetDouble(),
            JsonValueKind.String
                when long.TryParse(
                    json.GetString(),
                    NumberStyles.Integer,
                    CultureInfo.InvariantCulture,
                    out var n
                ) => n,
            _ => null,
        };

    public static bool Flag(this JsonElement json, string name) =>
        json.Member(name) is { } value
        && (value.ValueKind == JsonValueKind.True || value.AsText() is "1" or "true");
}
