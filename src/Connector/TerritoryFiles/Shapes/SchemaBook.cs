using System.Text.Json.Nodes;

namespace Connector.TerritoryFiles.Shapes;

/// <summary>The records already described, by name; each is written once and referred to.</summary>
internal sealed class SchemaBook
{
    public JsonObject Definitions { get; } = [];

    /// <summary>A reference to <paramref name="name"/>, described on first use (also when it contains itself).</summary>
    public JsonObject Refer(string name, Func<JsonObject> describe)
    {
        if (!Definitions.ContainsKey(name))
        {
            Definitions[name] = new JsonObject();
            Definitions[name] = describe();
        }

        return new JsonObject { ["$ref"] = $"#/definitions/{name}" };
    }

    public static JsonArray Words(IEnumerable<string> words) =>
        new([.. words.Select(word => (JsonNode)JsonValue.Create(word))]);
}
