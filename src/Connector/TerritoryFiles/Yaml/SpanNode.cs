using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Connector.TerritoryFiles.Yaml;

/// <summary>A piece of a YAML text and the characters that it takes, from <see cref="Start"/> up to <see cref="End"/>.</summary>
/// <param name="Start">Index of its first character.</param>
/// <param name="End">Index behind its last one.</param>
/// <param name="Column">Of its first character, from 1.</param>
internal abstract record SpanNode(int Start, int End, int Column)
{
    /// <summary>Null for a text that is not one document of plain YAML.</summary>
    public static SpanNode? Read(string text)
    {
        try
        {
            var parser = new Parser(new StringReader(text));
            while (parser.MoveNext())
            {
                if (parser.Current is NodeEvent)
                {
                    return Node(parser);
                }
            }

            return null;
        }
        catch (Exception error) when (error is YamlException or InvalidOperationException)
        {
            // The second is what this parser throws when the text ends inside brackets.
            return null;
        }
    }

    private static SpanNode Node(Parser parser)
    {
        var current = parser.Current!;
        var (start, column) = ((int)current.Start.Index, (int)current.Start.Column);
        switch (current)
        {
            case Scalar scalar:
                return new SpanValue(scalar.Value, scalar.Style, start, (int)scalar.End.Index, column);
            case SequenceStart list:
                var items = new List<SpanNode>();
                while (parser.MoveNext() && parser.Current is not SequenceEnd)
                {
                    items.Add(Node(parser));
                }

                return new SpanList(items, start, (int)list.End.Index, column);
            case MappingStart map:
                var entries = new List<(SpanNode, SpanNode)>();
                while (parser.MoveNext() && parser.Current is not MappingEnd)
                {
                    var key = Node(parser);
                    parser.MoveNext();
                    entries.Add((key, Node(parser)));
                }

                return new SpanMap(
                    entries,
                    map.Style == MappingStyle.Flow,
                    start,
                    (int)map.End.Index,
                    column
                );
            default:
                // An alias: territory files have none.
                throw new InvalidOperationException();
        }
    }
}

/// <summary>A value as it is written.</summary>
internal sealed record SpanValue(string Value, ScalarStyle Style, int Start, int End, int Column)
    : SpanNode(Start, End, Column);

internal sealed record SpanList(IReadOnlyList<SpanNode> Items, int Start, int End, int Column)
    : SpanNode(Start, End, Column);

/// <summary>Keys and values; <see cref="IsFlow"/>: within braces.</summary>
internal sealed record SpanMap(
    IReadOnlyList<(SpanNode Key, SpanNode Value)> Entries,
    bool IsFlow,
    int Start,
    int End,
    int Column
) : SpanNode(Start, End, Column);
