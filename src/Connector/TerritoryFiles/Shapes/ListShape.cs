using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Connector.Domain;
using Connector.TerritoryFiles.Yaml;

namespace Connector.TerritoryFiles.Shapes;

/// <summary>Several values, one per dash. A single value may stand alone when the items are words.</summary>
internal sealed class ListShape<T>(Shape<T> item, bool allowSingle = true) : Shape<IReadOnlyList<T>>
{
    public override bool TryRead(
        Node node,
        ProblemList problems,
        [MaybeNullWhen(false)] out IReadOnlyList<T> value
    )
    {
        value = null;
        if (node is ScalarNode { IsEmpty: false } && allowSingle)
        {
            value = item.TryRead(node, problems, out var single) ? [single] : null;
            return value is not null;
        }

        if (node is not ListNode list)
        {
            Words.Expected(problems, node, Expected, Remedy);
            problems.NamesAreMissing |= !allowSingle;
            return false;
        }

        var items = new List<T>(list.Items.Count);
        foreach (var entry in list.Items)
        {
            if (item.TryRead(entry, problems, out var read))
            {
                items.Add(read);
            }
        }

        value = items;
        return true;
    }

    public override JsonObject Describe(SchemaBook book)
    {
        var list = new JsonObject { ["type"] = "array", ["items"] = item.Describe(book) };
        return allowSingle ? new JsonObject { ["anyOf"] = new JsonArray(item.Describe(book), list) } : list;
    }

    private static readonly Text Expected = new("une liste", "a list");

    private static readonly Text Remedy = new(
        "Écrivez un élément par ligne, chacun après un tiret : « - … ».",
        "Write one item per line, each after a dash: '- …'."
    );
}
