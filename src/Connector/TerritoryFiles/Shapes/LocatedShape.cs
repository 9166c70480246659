using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Connector.TerritoryFiles.Yaml;

namespace Connector.TerritoryFiles.Shapes;

/// <summary>Words of another shape together with where they stand: identifiers, and mentions of identifiers.</summary>
internal sealed class LocatedShape<T>(Shape<T> shape) : Shape<Located<T>>
{
    public override bool TryRead(Node node, ProblemList problems, [MaybeNullWhen(false)] out Located<T> value)
    {
        value = shape.TryRead(node, problems, out var inner)
            ? new Located<T>(inner, problems.At(node))
            : null;
        return value is not null;
    }

    public override JsonObject Describe(SchemaBook book) => shape.Describe(book);
}
