namespace Connector.Templates;

/// <summary>Reads blocks along the items of the template, into the turns of the lists that it shows.</summary>
internal sealed class ShapeReader(KnownData known)
{
    /// <summary>The free zones as found.</summary>
    internal List<ReadValue> Zones { get; } = [];

    /// <summary>How many items of the template have words of their own, and how many of those were found.</summary>
    internal int Expected { get; private set; }

    internal int Found { get; private set; }

    /// <summary>Reads a part, or what stands in a box or a cell.</summary>
    internal void Read(ShapeSequence shape, IReadOnlyList<ReadBlock> blocks, SeenTurn turn) =>
        Follow(new RouteFinder(shape.Route, blocks).Events(), turn, Block);

    private void Follow(IReadOnlyList<RouteEvent> events, SeenTurn start, Action<RouteWalk> match)
    {
        var walk = new RouteWalk(events, start);
        while (walk.Next())
        {
            Count(walk.Now);
            if (walk.Now.Move == RouteMove.Match)
            {
                match(walk);
            }
        }
    }

    private void Count(RouteEvent now)
    {
        if (now.Item is { Label.Length: > 0 } && now.Move is RouteMove.Match or RouteMove.Lack)
        {
            Expected++;
            Found += now.Move == RouteMove.Match ? 1 : 0;
        }
    }

    private void Block(RouteWalk walk)
    {
        switch (walk.Now)
        {
            case { Item: ShapeParagraph item, Block: ReadParagraph read }:
                walk.Turn.Mark(read);
                new FieldReader(known).Read(item, read, walk.ExtraAfter(), walk.Turn);
                Boxes(item, read, walk.Turn);
                break;
            case { Item: ShapeTable item, Block: ReadTable read }:
                Table(item, read, walk.Turn);
                break;
            case { Item: ShapeZone item }:
                Zone(item, walk);
                break;
            case { Item: ShapeAny { Field: { } field } }:
                Rich(field, walk);
                break;
        }
    }

    private void Boxes(ShapeParagraph item, ReadParagraph read, SeenTurn turn)
    {
        foreach (var (shape, blocks) in item.Boxes.Zip(read.Boxes))
        {
            Read(shape, blocks, turn);
        }
    }

    private void Table(ShapeTable item, ReadTable read, SeenTurn turn)
    {
        var columns = new ShapeColumns(item, read);
        Follow(
            new RouteFinder(item.Rows.Route, read.Rows).Events(),
            turn,
            walk => Row((ShapeRow)walk.Now.Item!, (ReadTableRow)walk.Now.Block!, columns, walk.Turn)
        );
    }

    private void Row(ShapeRow item, ReadTableRow read, ShapeColumns columns, SeenTurn turn)
    {
        turn.Mark(read);
        SeenTurn? column = null;
        var shown = new Dictionary<ShapeList, List<SeenTurn>>();
        var number = -1;
        foreach (var (shape, cell, isLabelled, repeat) in columns.Of(item, read))
        {
            if (shape.Repeats is { } list)
            {
                if (!shown.TryGetValue(list, out var turns))
                {
                    (turns, number) = (shown[list] = turn.Show(list), -1);
                }

                if (repeat != number)
                {
                    turns.Add(column = new SeenTurn(list, turn));
                    number = repeat;
                }
            }

            var (rung, confidence) =
                isLabelled ? (ReadRung.TableHeader, 0.9)
                : item.Label.Length > 0 ? (ReadRung.Heading, 0.8)
                : (ReadRung.Place, 0.5);
            Cell(shape, cell, (rung, confidence), shape.Repeats is null ? turn : column!);
        }
    }

    private void Cell(
        ShapeCell shape,
        IReadOnlyList<ReadBlock> cell,
        (ReadRung Rung, double Confidence) otherwise,
        SeenTurn turn
    )
    {
        if (shape.Single is { } single)
        {
            foreach (var block in shape.Repeats is null ? [] : cell)
            {
                turn.Mark(block);
            }

            FieldReader.ReadCell(single, cell, otherwise, turn);
        }
        else if (shape.Blocks.Items.Any(block => block is ShapeGroup || !block.IsBlank))
        {
            Read(shape.Blocks, cell, turn);
        }
    }

    /// <summary>All blocks of a zone at once, when the walk meets the first.</summary>
    private void Zone(ShapeZone zone, RouteWalk walk)
    {
        var isMarked = walk.Now.Block is ReadParagraph { Zones.Count: > 0 };
        var isHeaded = walk.Before is { Move: RouteMove.Match, Item: ShapeParagraph { IsBlank: false } };
        var blocks = walk.TakeRest();
        var text = WordText.Value(ReadTableRow.TextOf(blocks));
        var isEnded = walk.After is null or { Move: RouteMove.Match };
        Zones.Add(
            new ReadValue(
                ZonePrefix + zone.Name,
                WordText.Label(text) == zone.Advice ? "" : text,
                isMarked && !isHeaded ? ReadRung.Bookmark : ReadRung.Heading,
                (isMarked || isHeaded) && isEnded ? 0.9 : 0.5
            )
        );
    }

    internal const string ZonePrefix = "libre ";

    private static void Rich(KnownField field, RouteWalk walk)
    {
        var isHeaded = walk.Before is { Move: RouteMove.Match };
        var text = WordText.Value(ReadTableRow.TextOf(walk.TakeRest()));
        walk.Turn.At(field.List)
            .Values.Add(new SeenValue(field, text, ReadRung.Heading, isHeaded ? 0.6 : 0.4, ""));
    }
}
