using System.Text.Json.Nodes;
using Connector.Domain;
using Connector.Domain.Workspaces;
using Connector.TerritoryFiles.Shapes;
using Connector.TerritoryFiles.Yaml;

namespace Connector.TerritoryFiles.Blueprints;

/// <summary>« quota »: bytes, as « 5 Go », « 500 Mo » or « illimité ».</summary>
internal sealed class SizeShape : Shape<long>
{
    private static readonly Text Remedy = new(
        "Écrivez par exemple « 5 Go », « 500 Mo » ou « illimité ».",
        "Write for instance '5 Go', '500 Mo' or 'illimité'."
    );

    public override bool TryRead(Node node, ProblemList problems, out long value)
    {
        value = 0;
        if (node is not ScalarNode { IsEmpty: false } scalar)
        {
            Words.Expected(problems, node, new Text("une taille", "a size"), Remedy);
            return false;
        }

        if (ByteSize.Parse(scalar.Value) is not { } bytes)
        {
            Words.Bad(problems, node, "bad-size", scalar.Value, new Text("une taille", "a size"), Remedy);
            return false;
        }

        value = bytes;
        return true;
    }

    public override JsonObject Describe(SchemaBook book) =>
        new()
        {
            ["type"] = "string",
            ["pattern"] =
                @"^\s*(\d{1,15}([.,]\d{1,9})?\s*[kKmMgGtT]?[oObB](ctets?)?|[Ii]llimitée?|[Aa]ucun|[Uu]nlimited)\s*$",
            ["examples"] = SchemaBook.Words(["5 Go", "500 Mo", "1,5 To", ByteSize.UnlimitedWords[0]]),
        };
}
