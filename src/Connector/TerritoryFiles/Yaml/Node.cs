namespace Connector.TerritoryFiles.Yaml;

/// <summary>A piece of a YAML file and where it starts; lines and columns count from 1.</summary>
internal abstract record Node(int Line, int Column);

/// <summary>A value. <see cref="IsPlain"/>: written without quotes, so that an empty one means « nothing ».</summary>
internal sealed record ScalarNode(string Value, bool IsPlain, int Line, int Column) : Node(Line, Column)
{
    public bool IsEmpty => Value.Length == 0 || (IsPlain && Value is "~" or "null" or "Null" or "NULL");
}

internal sealed record ListNode(IReadOnlyList<Node> Items, int Line, int Column) : Node(Line, Column);

/// <summary>Keys and values in the order of the file; a key may be there twice.</summary>
internal sealed record MapNode(IReadOnlyList<(ScalarNode Key, Node Value)> Entries, int Line, int Column)
    : Node(Line, Column);

/// <summary>Something already reported (an alias, a tag, too deep): nothing more is said about it.</summary>
internal sealed record UnreadableNode(int Line, int Column) : Node(Line, Column);
