using System.Text.Json;
using Connector.Web.Api;

namespace Connector.Connector.Tests.Web.Api;

/// <summary>
/// Holds answers against the OpenAPI document: the status has to be one that is described, and the body to have the shape that is
/// described for it, with no property more.
/// </summary>
internal sealed class ApiDocumentChecker(JsonElement document)
{
    private static readonly Uri Path = new(ApiServices.DocumentPath, UriKind.Relative);

    /// <summary>Such as <c>GET /jobs/{id}</c>.</summary>
    public IReadOnlyList<string> Operations { get; } =
    [
        .. document
            .GetProperty("paths")
            .EnumerateObject()
            .SelectMany(path =>
                path.Value.EnumerateObject()
                    .Select(operation =>
                        $"{operation.Name.ToUpperInvariant()} {path.Name[ApiServices.Root.Length..].TrimEnd('/')}"
                    )
            ),
    ];

    public static async Task<ApiDocumentChecker> ReadAsync(Uri service)
    {
        using var http = new HttpClient { BaseAddress = service };
        var text = await http.GetStringAsync(Path);
        return new ApiDocumentChecker(JsonSerializer.Deserialize<JsonElement>(text));
    }

    /// <returns>What the document does not say of this answer.</returns>
    public IReadOnlyList<string> Faults(string operation, int status, string type, string body)
    {
        var (method, path) = (operation.Split(' ')[0].ToLowerInvariant(), operation.Split(' ')[1]);
        var found = document
            .GetProperty("paths")
            .EnumerateObject()
            .FirstOrDefault(known => known.Name.TrimEnd('/') == ApiServices.Root + path);
        if (
            found.Value.ValueKind != JsonValueKind.Object
            || !found.Value.TryGetProperty(method, out var described)
        )
        {
            return [$"{operation} is not described"];
        }

        if (!described.GetProperty("responses").TryGetProperty($"{status}", out var answer))
        {
            return [$"{operation} does not say that it may answer {status}"];
        }

        if (
            !answer.TryGetProperty("content", out var content)
            || !content.TryGetProperty(type, out var media)
            || !media.TryGetProperty("schema", out var schema)
        )
        {
            return [$"{operation} {status} does not say {type}"];
        }

        var faults = new List<string>();
        Check(JsonSerializer.Deserialize<JsonElement>(body), schema, "$", faults);
        return faults;
    }

    private void Check(JsonElement value, JsonElement schema, string at, List<string> faults)
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            Check(value, Resolve(reference.GetString()!), at, faults);
            return;
        }

        if (schema.TryGetProperty("oneOf", out var choices))
        {
            if (!choices.EnumerateArray().Any(choice => Fits(value, choice)))
            {
                faults.Add($"{at}: fits none of the choices: {value}");
            }

            return;
        }

        if (
            schema.TryGetProperty("type", out var type)
            && !Types(type).Contains(Kind(value), StringComparer.Ordinal)
        )
        {
            var isWhole = Kind(value) == "integer" && Types(type).Contains("number", StringComparer.Ordinal);
            faults.AddRange(isWhole ? [] : [$"{at}: {Kind(value)} is not {type}"]);
        }

        if (
            schema.TryGetProperty("enum", out var words)
            && value.ValueKind != JsonValueKind.Null
            && !words.EnumerateArray().Any(word => word.ToString() == value.ToString())
        )
        {
            faults.Add($"{at}: {value} is not among {words}");
        }

        if (value.ValueKind == JsonValueKind.Array && schema.TryGetProperty("items", out var items))
        {
            foreach (var (index, item) in value.EnumerateArray().Index())
            {
                Check(item, items, $"{at}[{index}]", faults);
            }
        }

        if (value.ValueKind == JsonValueKind.Object)
        {
            CheckObject(value, schema, at, faults);
        }
    }

    private void CheckObject(JsonElement value, JsonElement schema, string at, List<string> faults)
    {
        var hasProperties = schema.TryGetProperty("properties", out var properties);
        var hasOthers = schema.TryGetProperty("additionalProperties", out var others);
        foreach (var property in value.EnumerateObject())
        {
            if (hasProperties && properties.TryGetProperty(property.Name, out var inner))
            {
                Check(property.Value, inner, $"{at}.{property.Name}", faults);
            }
            else if (hasOthers && others.ValueKind == JsonValueKind.Object)
            {
                Check(property.Value, others, $"{at}.{property.Name}", faults);
            }
            else if (hasProperties && !hasOthers)
            {
                faults.Add($"{at}.{property.Name} is not described");
            }
        }

        if (schema.TryGetProperty("required", out var required))
        {
            faults.AddRange(
                required
                    .EnumerateArray()
                    .Select(name => name.GetString()!)
                    .Where(name => !value.TryGetProperty(name, out _))
                    .Select(name => $"{at}.{name} is missing")
            );
        }
    }

    private bool Fits(JsonElement value, JsonElement schema)
    {
        var faults = new List<string>();
        Check(value, schema, "$", faults);
        return faults.Count == 0;
    }

    private JsonElement Resolve(string reference) =>
        reference.Split('/').Skip(1).Aggregate(document, (node, part) => node.GetProperty(part));

    private static IEnumerable<string> Types(JsonElement type) =>
        type.ValueKind == JsonValueKind.Array
            ? type.EnumerateArray().Select(one => one.GetString()!)
            : [type.GetString()!];

    private static string Kind(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Null => "null",
            JsonValueKind.True or JsonValueKind.False => "boolean",
            JsonValueKind.String => "string",
            JsonValueKind.Array => "array",
            JsonValueKind.Number => value.TryGetInt64(out _) ? "integer" : "number",
            _ => "object",
        };
}
