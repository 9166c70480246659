namespace Connector.Templates;

/// <summary>One step of the way through a template: an item, or the start or end of what repeats or may be missing.</summary>
/// <param name="Partner">For a start the step of its end, for an end that of its start.</param>
internal sealed record RouteStep(RouteStepKind Kind, ShapeItem Item, int Partner)
{
    /// <summary>What it costs when a document lacks the item.</summary>
    internal double Lack { get; } =
        Kind != RouteStepKind.Item ? 0
        : Item is ShapeZone or ShapeAny ? 0.3
        : Item.IsBlank && Item is ShapeParagraph or ShapeRow ? 0.1
        : 1;

    /// <summary>Takes any number of blocks.</summary>
    internal bool IsMany => Item is ShapeZone or ShapeAny;

    internal bool Repeats => Item is ShapeGroup { List: not null };

    internal static IReadOnlyList<RouteStep> Of(IReadOnlyList<ShapeItem> items)
    {
        var steps = new List<RouteStep>();
        Add(steps, items);
        return steps;
    }

    private static void Add(List<RouteStep> steps, IReadOnlyList<ShapeItem> items)
    {
        foreach (var item in items)
        {
            if (item is not ShapeGroup group)
            {
                steps.Add(new RouteStep(RouteStepKind.Item, item, -1));
                continue;
            }

            var start = steps.Count;
            steps.Add(new RouteStep(RouteStepKind.Start, group, -1));
            Add(steps, group.Items);
            steps[start] = new RouteStep(RouteStepKind.Start, group, steps.Count);
            steps.Add(new RouteStep(RouteStepKind.End, group, start));
        }
    }
}

internal enum RouteStepKind
{
    Item,
    Start,
    End,
}

/// <summary>What happens on the way of a document through its template.</summary>
/// <param name="Item">The item; null for a block that the template does not have.</param>
/// <param name="Block">The block that stands for it; null where a turn or group starts or ends.</param>
internal sealed record RouteEvent(RouteMove Move, ShapeItem? Item, ReadBlock? Block);

internal enum RouteMove
{
    /// <summary>A block that the template does not have.</summary>
    Extra,

    /// <summary>A block that is an item of the template.</summary>
    Match,

    /// <summary>An item that the document lacks.</summary>
    Lack,

    /// <summary>Into the first turn of a loop, or into what is there under a condition.</summary>
    Enter,

    /// <summary>Past a loop without turns, or what is not there.</summary>
    Pass,

    /// <summary>From the end of a turn into the next one.</summary>
    Again,

    /// <summary>Out of the last turn.</summary>
    Leave,
}
