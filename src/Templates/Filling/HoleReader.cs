using System.Globalization;
using System.Text;

namespace Connector.Templates;

/// <summary>Cuts the written part at its holes and nests what lies between opening and closing ones.</summary>
internal sealed class HoleReader(string xml, HoleMarks marks, List<TemplateProblem> problems)
{
    private sealed record Level(Hole? Opening)
    {
        internal List<TemplateNode> Nodes { get; set; } = [];

        internal byte[] First { get; set; } = [];

        internal byte[] Second { get; set; } = [];
    }

    private readonly Stack<Level> levels = new([new Level((Hole?)null)]);

    internal IReadOnlyList<TemplateNode> Read()
    {
        var position = 0;
        for (var at = Next(0); at >= 0 && problems.Count == 0; at = Next(position))
        {
            var isMark = at >= 2 && xml[at - 1] == '?' && xml[at - 2] == '<';
            AddLiteral(position, isMark ? at - 2 : at);
            var number = at + HoleMarks.Word.Length + 1;
            var end = xml.IndexOfAny(['?', '.'], number);
            Enter(marks[int.Parse(xml.AsSpan(number, end - number), CultureInfo.InvariantCulture)]);
            position = end + (isMark ? 2 : 1);
        }

        AddLiteral(position, xml.Length);
        return levels.Peek().Nodes;
    }

    private int Next(int from) => xml.IndexOf(HoleMarks.Word, from, StringComparison.Ordinal);

    private void AddLiteral(int start, int end)
    {
        if (end > start)
        {
            Add(new LiteralNode(Encoding.UTF8.GetBytes(xml, start, end - start)));
        }
    }

    private void Add(TemplateNode node) => levels.Peek().Nodes.Add(node);

    private void Enter(Hole hole)
    {
        switch (hole.Kind)
        {
            case HoleKind.Open
            or HoleKind.Field
            or HoleKind.Zone
            or HoleKind.Block
            or HoleKind.Table
            or HoleKind.Columns
            or HoleKind.Heading
            or HoleKind.LastSection
            or HoleKind.Note:
                levels.Push(new Level(hole));
                break;
            case HoleKind.ZoneRun:
                levels.Peek().First = TakeLiteral();
                break;
            case HoleKind.ZoneAdvice:
                levels.Peek().Second = TakeLiteral();
                break;
            case HoleKind.ZonePoint:
                Add(new ZonePointNode(hole.Tag!.Name));
                break;
            case HoleKind.AnchorStart or HoleKind.AnchorEnd:
                Add(new AnchorNode(hole.Kind == HoleKind.AnchorStart));
                break;
            case HoleKind.Restart:
                Add(new RestartNode(hole.Original.Split(' ')));
                break;
            case HoleKind.HeadingPoint:
                Add(new HeadingPointNode());
                break;
            case HoleKind.Contents:
                Add(new ContentsNode(hole.Original, hole.Level));
                break;
            case HoleKind.LastParagraph:
                Add(new LastParagraphNode());
                break;
            case HoleKind.Identifier:
                Add(new IdentifierNode(hole.Identifier, hole.Original));
                break;
            default:
                Leave(hole);
                break;
        }
    }

    private void Leave(Hole hole)
    {
        var level = levels.Peek();
        var isPair = (level.Opening?.Kind, hole.Kind) switch
        {
            (HoleKind.Open, HoleKind.Close) => level.Opening!.Tag!.Name == hole.Tag!.Name,
            (HoleKind.Field, HoleKind.FieldEnd) => true,
            (HoleKind.Zone, HoleKind.ZoneEnd) => true,
            (HoleKind.Block, HoleKind.BlockEnd) => true,
            (HoleKind.Table, HoleKind.TableEnd) => true,
            (HoleKind.Columns, HoleKind.ColumnsEnd) => true,
            (HoleKind.Heading, HoleKind.HeadingEnd) => true,
            (HoleKind.Note, HoleKind.NoteEnd) => true,
            (HoleKind.LastSection, HoleKind.LastSectionEnd) => true,
            _ => false,
        };
        if (!isPair)
        {
            problems.Add(TagProblems.Crossed(level.Opening?.Tag ?? hole.Tag!));
            return;
        }

        var literal = hole.Kind == HoleKind.FieldEnd ? TakeLiteral() : [];
        levels.Pop();
        Add(Node(level, literal));
    }

    private static TemplateNode Node(Level level, byte[] literal)
    {
        var opening = level.Opening!;
        return opening switch
        {
            { Kind: HoleKind.Field } => new FieldNode(opening.Tag!, literal, opening.InControl),
            { Kind: HoleKind.Zone } => new FreeZoneNode(opening.Tag!, level.First, level.Second, level.Nodes),
            { Kind: HoleKind.Block } => new BlockFieldNode(
                opening.Tag!,
                level.First,
                level.Second,
                level.Nodes,
                opening.Level
            ),
            { Kind: HoleKind.Table } => new TableNode(level.Nodes, opening.Original),
            { Kind: HoleKind.Columns } => new ColumnsNode(opening.Tag!, level.Nodes),
            { Kind: HoleKind.Heading } => new HeadingNode(
                opening.Level,
                opening.Style,
                opening.Original,
                opening.ListLevel,
                level.Nodes
            ),
            { Kind: HoleKind.LastSection } => new LastSectionNode(level.Nodes),
            { Kind: HoleKind.Note } => new NoteNode(opening.Original, opening.Level, level.Nodes),
            { Tag.Kind: TagKind.Unless } => new UnlessNode(opening.Tag, level.Nodes),
            _ => new LoopNode(opening.Tag!, level.Nodes),
        };
    }

    private byte[] TakeLiteral()
    {
        var level = levels.Peek();
        byte[] taken = [.. level.Nodes.OfType<LiteralNode>().SelectMany(node => node.Utf8)];
        level.Nodes = [];
        return taken;
    }
}
