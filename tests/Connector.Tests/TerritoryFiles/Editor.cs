using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Connector.TerritoryFiles;
using Connector.TerritoryFiles.Yaml;
using NJsonSchema;

namespace Connector.Tests.TerritoryFiles;

/// <summary>What an editor that knows the schema underlines in a YAML file.</summary>
internal static class Editor
{
    public static async Task<IReadOnlyList<string>> Validate(string schema, string yaml)
    {
        var known = await JsonSchema.FromJsonAsync(schema);
        var root = YamlReader.Read(Encoding.UTF8.GetBytes(yaml), new ProblemList("sample"));
        return [.. known.Validate(Json(root!)!.ToJsonString()).Select(error => error.ToString())];
    }

    /// <summary>As an editor sees the file: plain digits are numbers, everything else is words (YAML 1.2).</summary>
    private static JsonNode? Json(Node node) =>
        node switch
        {
            MapNode map => new JsonObject(
                map.Entries.Select(entry => KeyValuePair.Create(entry.Key.Value, Json(entry.Value)))
            ),
            ListNode list => new JsonArray([.. list.Items.Select(Json)]),
            ScalarNode { IsPlain: true, IsEmpty: true } => null,
            ScalarNode { IsPlain: true } scalar
                when long.TryParse(scalar.Value, CultureInfo.InvariantCulture, out var number) => number,
            ScalarNode scalar => scalar.Value,
            _ => null,
        };
}
