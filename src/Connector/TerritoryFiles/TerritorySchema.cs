using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Connector.TerritoryFiles.Records;
using Connector.TerritoryFiles.Shapes;

namespace Connector.TerritoryFiles;

/// <summary>The JSON Schema of the territory file, for editors: made from the very keys that the reader uses.</summary>
internal static class TerritorySchema
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <summary>Draft 7, indented, ending with a line feed.</summary>
    public static string Generate() =>
        Generate("Fichier de territoire de Connector", TerritoryRecord.Shape.Body);

    /// <param name="title">What the file is.</param>
    /// <param name="body">Describes the record at its top.</param>
    public static string Generate(string title, Func<SchemaBook, JsonObject> body)
    {
        var book = new SchemaBook();
        var schema = new JsonObject
        {
            ["$schema"] = "http://json-schema.org/draft-07/schema#",
            ["title"] = title,
        };
        foreach (var (name, value) in body(book).ToList())
        {
            schema[name] = value?.DeepClone();
        }

        schema["definitions"] = book.Definitions;
        return schema.ToJsonString(Readable) + "\n";
    }
}
