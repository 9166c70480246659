using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Connector.TerritoryFiles.Yaml;

namespace Connector.TerritoryFiles.Shapes;

/// <summary>
/// What a value of the file may look like: how to read it, and how to describe it to an editor. Both come from the
/// same object, so that the JSON Schema cannot say anything else than the reader.
/// </summary>
internal abstract class Shape<T>
{
    /// <summary>False after having reported why the node is not such a value.</summary>
    public abstract bool TryRead(Node node, ProblemList problems, [MaybeNullWhen(false)] out T value);

    /// <summary>JSON Schema (draft 7) of the value; records are put in <paramref name="book"/> and referred to.</summary>
    public abstract JsonObject Describe(SchemaBook book);
}
