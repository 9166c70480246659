using System.Text.Json.Nodes;
using Connector.Domain;

namespace Connector.TerritoryFiles.Shapes;

/// <summary>A key of a record: its French name as the guides write it, what it means, and what may stand there.</summary>
internal abstract class Key(string name, Text meaning)
{
    public string Name { get; } = name;

    public Text Meaning { get; } = meaning;

    public bool IsRequired { get; init; }

    /// <summary>Other names that people use for the same thing.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Whether <paramref name="written"/> names this key, whatever its accents, case and hyphens.</summary>
    public bool Answers(string written)
    {
        var folded = Folded.Key(written);
        return folded.Length > 0 && Aliases.Prepend(Name).Any(name => Folded.Key(name) == folded);
    }

    public abstract JsonObject Describe(SchemaBook book);
}

internal sealed class Key<T>(string name, Shape<T> shape, Text meaning) : Key(name, meaning)
{
    public Shape<T> Shape { get; } = shape;

    /// <summary>An optional key may be left empty; an editor must accept that as the reader does.</summary>
    public override JsonObject Describe(SchemaBook book)
    {
        var value = Shape.Describe(book);
        return new JsonObject
        {
            ["description"] = Meaning.French,
            ["anyOf"] = IsRequired
                ? new JsonArray(value)
                : new JsonArray(value, new JsonObject { ["type"] = "null" }),
        };
    }
}
