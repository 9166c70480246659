using Connector.Domain.Documents;

namespace Connector.Domain.Tests.Documents;

public sealed partial class ActionMergeTests
{
    [Test]
    public void Open_actions_stand_in_the_next_minutes_the_overdue_first_and_what_is_done_does_not()
    {
        var board = ActionMerge.Hear(
            ActionBoard.Empty,
            [
                new(
                    Minutes,
                    [
                        Row("Un jour", "", "", "À faire"),
                        Row("Plus tard", "", "2027-02-01", "En cours"),
                        Row("En retard", "", "2026-11-01", "À faire"),
                        Row("Fini", "", "2026-11-02", "Fait"),
                    ]
                ),
            ]
        );

        Assert.That(
            board.CarriedInto("m2", Group, new DateOnly(2027, 1, 7)).Select(action => action.Words.What),
            Is.EqualTo(new[] { "En retard", "Plus tard", "Un jour" })
        );
        Assert.That(
            board.CarriedInto("m1", Group, Minutes.Date!.Value),
            Is.Empty,
            "they stand there by themselves"
        );
        Assert.That(
            board.Open(Group, new DateOnly(2026, 12, 10)).Select(open => (open.Action.What, open.IsOverdue)),
            Is.EqualTo(new[] { ("En retard", true), ("Plus tard", false), ("Un jour", false) })
        );
    }

    [Test]
    public void Ten_thousand_rows_are_heard_in_time()
    {
        var rows = Enumerable
            .Range(0, 10_000)
            .Select(index => Row($"Faire la chose {index}", "", "", "À faire"))
            .ToList();
        var board = ActionMerge.Hear(ActionBoard.Empty, [new(Sheet, rows)]);
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var again = ActionMerge.Hear(board, [new(Sheet, [.. rows.AsEnumerable().Reverse()])]);

        Assert.That(again.Actions, Has.Count.EqualTo(10_000));
        Assert.That(
            again.Actions.Select(action => action.Words),
            Is.EqualTo(board.Actions.Select(action => action.Words))
        );
        Assert.That(clock.Elapsed, Is.LessThan(TimeSpan.FromSeconds(10)));
    }

    /// <summary>People write anything anywhere: nothing is lost or doubled, and once all was written back nothing is to do.</summary>
    [Test]
    public void Whatever_people_write_every_action_is_there_once_and_a_second_look_finds_nothing_new()
    {
        for (var seed = 1; seed <= 300; seed++)
        {
            var random = new Random(seed);
            var board = Start();
            string[] statuses = ["À faire", "En cours", "Fait", "Abandonné"];
            for (var day = 0; day < 12; day++)
            {
                var place = new[] { Minutes, Sheet, Network }[random.Next(3)];
                var rows = board
                    .Actions.Where(action => action.SightIn(place.Key) is { IsGone: false })
                    .Select(action => As(action.SightIn(place.Key)!, place))
                    .OrderBy(_ => random.Next())
                    .ToList();
                if (random.Next(3) == 0)
                {
                    rows.Add(
                        Row($"Chose {seed} {day} {Guid(random)}", "", "", "") with
                        {
                            GroupId = place.GroupId is null ? Group : null,
                        }
                    );
                }
                else if (rows.Count > 0)
                {
                    var at = random.Next(rows.Count);
                    rows[at] = rows[at] with { Status = statuses[random.Next(4)] };
                }

                var count = board.Actions.Count;
                var added = rows.Count(row =>
                    row.Key is null && board.Actions.All(action => action.Words.What != row.What)
                );
                board = ActionMerge.Hear(board, [new(place, rows)]);
                Assert.That(board.Actions, Has.Count.EqualTo(count + added), $"seed {seed}");
                board = Written(Written(board, Sheet), Network);
                Assert.That(
                    SheetChanges.IsBehind(board, Sheet) || SheetChanges.IsBehind(board, Network),
                    Is.False,
                    $"seed {seed}"
                );
            }

            Assert.That(
                board.Actions.Select(action => action.Words.What).Distinct().Count(),
                Is.EqualTo(board.Actions.Count),
                $"seed {seed}"
            );
            Assert.That(
                board.Actions.Select(action => action.SightIn("s")!.Words),
                Is.EqualTo(board.Actions.Select(action => action.Words)),
                $"seed {seed}"
            );
        }
    }

    /// <summary>What a run writes into a sheet, and remembers.</summary>
    private static ActionBoard Written(ActionBoard board, ActionPlace sheet) =>
        ActionMerge.Hear(
            board,
            [
                Echo(
                    new(
                        sheet,
                        [
                            .. board.Actions.Select(action =>
                                As(new ActionSight(action.WordsFor(sheet.Key)) { Key = action.Id }, sheet)
                            ),
                        ]
                    )
                ),
            ]
        );

    private static ReadAction As(ActionSight seen, ActionPlace place) =>
        Row(seen.Words.What, seen.Words.Who, seen.Words[ActionField.Due], seen.Words.Status, seen.Key) with
        {
            GroupId = place.GroupId is null ? Group : null,
            Note = seen.Note,
        };

    private static string Guid(Random random) =>
        random.Next().ToString(System.Globalization.CultureInfo.InvariantCulture);
}
