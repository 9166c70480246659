using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Connector.Domain;
using Connector.TerritoryFiles.Yaml;

namespace Connector.TerritoryFiles.Shapes;

/// <summary>
/// A block of keys. <paramref name="keys"/> is a function so that a record may contain itself (folders in folders).
/// </summary>
/// <param name="name">What the block is, in French, as in « une rencontre ».</param>
/// <param name="keys">The keys it may have.</param>
/// <param name="build">Makes the value from what could be read; called even when some keys were wrong.</param>
internal sealed class RecordShape<T>(Text name, Func<IReadOnlyList<Key>> keys, Func<RecordReader, T> build)
    : Shape<T>
{
    public override bool TryRead(Node node, ProblemList problems, [MaybeNullWhen(false)] out T value)
    {
        if (node is not MapNode map)
        {
            value = default;
            Words.Expected(
                problems,
                node,
                new Text($"le bloc « {name.French} »", $"the block '{name.English}'"),
                Remedy()
            );
            return false;
        }

        value = build(RecordReader.Open(map, name, keys(), problems));
        return true;
    }

    public override JsonObject Describe(SchemaBook book) =>
        book.Refer(Folded.Words(name.French).Replace(' ', '-'), () => Body(book));

    /// <summary>The record itself, not a reference to it.</summary>
    public JsonObject Body(SchemaBook book)
    {
        var properties = new JsonObject();
        foreach (var key in keys())
        {
            properties[key.Name] = key.Describe(book);
        }

        var schema = new JsonObject
        {
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["properties"] = properties,
        };
        var required = keys().Where(key => key.IsRequired).Select(key => key.Name).ToList();
        if (required.Count > 0)
        {
            schema["required"] = SchemaBook.Words(required);
        }

        return schema;
    }

    private Text Remedy()
    {
        var shown = string.Join(", ", keys().Select(key => key.Name));
        return new Text(
            $"Écrivez les clés l'une sous l'autre : {shown}.",
            $"Write the keys one below the other: {shown}."
        );
    }
}
