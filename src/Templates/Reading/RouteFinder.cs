namespace Connector.Templates;

/// <summary>
/// Finds the likeliest way of a document's blocks through the template's items: each block is an item, repeated as the
/// loops allow, or one that a person added; items may be lacking. The best of all ways, in time that grows with blocks
/// times items (Viterbi, <em>Error bounds for convolutional codes</em>, 1967).
/// </summary>
internal sealed class RouteFinder
{
    private const double Again = -0.2;
    private const int Moves = 8;

    private readonly IReadOnlyList<RouteStep> steps;
    private readonly IReadOnlyList<ReadBlock> blocks;

    /// <summary>For each place after each block: the place before and the move from there.</summary>
    private readonly int[][] came;

    internal RouteFinder(IReadOnlyList<RouteStep> steps, IReadOnlyList<ReadBlock> blocks)
    {
        (this.steps, this.blocks) = (steps, blocks);
        came = new int[blocks.Count + 1][];
        var now = Fresh();
        now[0] = 0;
        came[0] = new int[steps.Count + 1];
        Settle(now, came[0]);
        for (var index = 0; index < blocks.Count; index++)
        {
            now = Take(now, index);
        }

        Score = now[steps.Count];
    }

    /// <summary>How well the whole fits; higher is better, below zero is hardly the template at all.</summary>
    internal double Score { get; }

    internal IReadOnlyList<RouteEvent> Events()
    {
        var events = new List<RouteEvent>();
        for (var (block, place) = (blocks.Count, steps.Count); block > 0 || place > 0; )
        {
            var (from, move) = (came[block][place] / Moves, (RouteMove)(came[block][place] % Moves));
            var isTaken = move is RouteMove.Extra or RouteMove.Match;
            block -= isTaken ? 1 : 0;
            events.Add(
                new RouteEvent(
                    move,
                    move == RouteMove.Extra ? null : steps[from].Item,
                    isTaken ? blocks[block] : null
                )
            );
            place = from;
        }

        events.Reverse();
        return events;
    }

    private double[] Fresh()
    {
        var places = new double[steps.Count + 1];
        Array.Fill(places, double.NegativeInfinity);
        return places;
    }

    private double[] Take(double[] before, int index)
    {
        var (block, after, back) = (blocks[index], Fresh(), new int[steps.Count + 1]);
        var extra = RouteScore.Extra(block);
        for (var place = 0; place < before.Length; place++)
        {
            if (double.IsNegativeInfinity(before[place]))
            {
                continue;
            }

            Try(after, back, place, before[place] + extra, place, RouteMove.Extra);
            if (place < steps.Count && steps[place] is { Kind: RouteStepKind.Item } step)
            {
                var score = before[place] + RouteScore.Of(step.Item, block);
                Try(after, back, place + 1, score, place, RouteMove.Match);
                if (step.IsMany)
                {
                    Try(after, back, place, score, place, RouteMove.Match);
                }
            }
        }

        came[index + 1] = back;
        Settle(after, back);
        return after;
    }

    /// <summary>Moves that take no block; loops within loops need as many rounds as they are deep.</summary>
    private void Settle(double[] places, int[] back)
    {
        for (var isBetter = true; isBetter; )
        {
            isBetter = false;
            for (var place = 0; place < steps.Count; place++)
            {
                if (double.IsNegativeInfinity(places[place]))
                {
                    continue;
                }

                var (step, score) = (steps[place], places[place]);
                switch (step.Kind)
                {
                    case RouteStepKind.Item:
                        Try(places, back, place + 1, score - step.Lack, place, RouteMove.Lack);
                        break;
                    case RouteStepKind.Start:
                        Try(places, back, place + 1, score, place, RouteMove.Enter);
                        Try(places, back, step.Partner + 1, score, place, RouteMove.Pass);
                        break;
                    default:
                        Try(places, back, place + 1, score, place, RouteMove.Leave);
                        isBetter |=
                            step.Repeats
                            && Try(places, back, step.Partner + 1, score + Again, place, RouteMove.Again);
                        break;
                }
            }
        }
    }

    private static bool Try(double[] places, int[] back, int place, double score, int from, RouteMove move)
    {
        if (score <= places[place])
        {
            return false;
        }

        places[place] = score;
        back[place] = (from * Moves) + (int)move;
        return true;
    }
}
