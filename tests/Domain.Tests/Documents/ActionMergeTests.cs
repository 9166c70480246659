using Connector.Domain.Documents;

namespace Connector.Domain.Tests.Documents;

/// <summary>Actions in minutes, in a group's sheet and in the network's: what holds when people write everywhere.</summary>
public sealed partial class ActionMergeTests
{
    private const string Group = "jeunes";

    private static readonly ActionPlace Minutes = new()
    {
        Key = "m1",
        Kind = ActionPlaceKind.Minutes,
        GroupId = Group,
        Path = "Jeunes/CR.docx",
        Date = new DateOnly(2026, 12, 3),
    };

    private static readonly ActionPlace Sheet = new()
    {
        Key = "s",
        Kind = ActionPlaceKind.GroupSheet,
        GroupId = Group,
        Path = "Jeunes/Suivi.xlsx",
    };

    private static readonly ActionPlace Network = new()
    {
        Key = "n",
        Kind = ActionPlaceKind.NetworkSheet,
        Path = "Réseau/Suivi.xlsx",
    };

    /// <summary>One action that stands in the minutes, and as written in both sheets.</summary>
    private static ActionBoard Start(string status = "À faire")
    {
        var board = ActionMerge.Hear(
            ActionBoard.Empty,
            [new(Minutes, [Row("Réserver la salle", "Noé", "2026-12-20", status)])]
        );
        var row = Row("Réserver la salle", "Noé", "2026-12-20", status, "jeunes-1");
        return ActionMerge.Hear(
            board,
            [Echo(new(Sheet, [row])), Echo(new(Network, [row with { GroupId = Group }]))]
        );
    }

    [Test]
    public void An_action_in_minutes_is_one_action_of_its_group_and_meeting()
    {
        var action = Start().Actions.Single();

        Assert.That(
            (action.Id, action.GroupId, action.Words, action.DecidedOn),
            Is.EqualTo(
                (
                    "jeunes-1",
                    Group,
                    new ActionWords("Réserver la salle", "Noé", new DateOnly(2026, 12, 20), "À faire"),
                    (DateOnly?)Minutes.Date
                )
            )
        );
        Assert.That(SheetChanges.IsBehind(Start(), Sheet), Is.False);
    }

    [TestCase(ActionField.Status, "Fait")]
    [TestCase(ActionField.Who, "Inès")]
    [TestCase(ActionField.Due, "2027-01-15")]
    [TestCase(ActionField.What, "Réserver la grande salle")]
    public void What_changes_in_one_place_holds_in_the_others(ActionField field, string value)
    {
        foreach (var place in new[] { Minutes, Sheet, Network })
        {
            var before = Start();
            var now = ActionMerge.Hear(before, [new(place, [Changed(before, place, field, value)])]);
            var action = now.Actions.Single();

            Assert.That(action.Words[field], Is.EqualTo(value), place.Key);
            Assert.That(action.Disputes, Is.Empty);
            Assert.That(SheetChanges.IsBehind(now, Sheet), Is.EqualTo(place != Sheet), place.Key);
            Assert.That(SheetChanges.IsBehind(now, Network), Is.EqualTo(place != Network), place.Key);
        }
    }

    [Test]
    public void Different_fields_changed_in_two_places_both_hold()
    {
        var before = Start();
        var now = ActionMerge.Hear(
            before,
            [
                new(Minutes, [Changed(before, Minutes, ActionField.Status, "En cours")]),
                new(Sheet, [Changed(before, Sheet, ActionField.Who, "Inès")]),
            ]
        );

        Assert.That(now.Actions.Single().Words.Status, Is.EqualTo("En cours"));
        Assert.That(now.Actions.Single().Words.Who, Is.EqualTo("Inès"));
    }

    [Test]
    public void One_field_changed_differently_stays_in_both_is_told_and_settled_by_the_next_change()
    {
        var before = Start();
        var now = ActionMerge.Hear(
            before,
            [
                new(Minutes, [Changed(before, Minutes, ActionField.Status, "Abandonné")]),
                new(Sheet, [Changed(before, Sheet, ActionField.Status, "Fait")]),
            ]
        );
        var action = now.Actions.Single();

        Assert.That(action.Words.Status, Is.EqualTo("À faire"));
        Assert.That(action.WordsFor("m1").Status, Is.EqualTo("Abandonné"));
        Assert.That(action.WordsFor("s").Status, Is.EqualTo("Fait"));
        Assert.That(
            ActionNotes.InSheet(now, Sheet, action),
            Is.EqualTo("À trancher : le statut « Abandonné » dans « Jeunes/CR.docx »")
        );
        var told = ActionNotes.Of(now).Single();
        Assert.That(told.Code, Is.EqualTo("action-disputed"));
        Assert.That(
            told.Message.French,
            Does.Contain("« Abandonné » dans « Jeunes/CR.docx »").And.Contain("« Fait »")
        );

        var row = Changed(now, Sheet, ActionField.Status, "Fait") with
        {
            Note = ActionNotes.InSheet(now, Sheet, action),
        };
        var noted = ActionMerge.Hear(now, [Echo(new(Sheet, [row]))]);
        Assert.That(noted.Actions.Single().Disputes, Is.Not.Empty);
        Assert.That(SheetChanges.IsBehind(noted, Sheet), Is.False);

        var settled = ActionMerge.Hear(noted, [new(Sheet, [row with { Status = "Abandonné" }])]);
        Assert.That(settled.Actions.Single().Words.Status, Is.EqualTo("Abandonné"));
        Assert.That(ActionNotes.Of(settled), Is.Empty);
        var (cells, _) = SheetChanges.Of(settled, Sheet, [row with { Status = "Abandonné" }]);
        Assert.That(cells.Single().Value, Is.Empty, "the note is taken back");
    }

    [Test]
    public void The_same_action_typed_in_minutes_and_in_the_sheet_comes_once()
    {
        var now = ActionMerge.Hear(
            ActionBoard.Empty,
            [
                new(Sheet, [Row("reserver la  salle !", "", "2026-12-20", "")]),
                new(Minutes, [Row("Réserver la salle", "Noé", "", "À faire")]),
            ]
        );

        Assert.That(now.Actions.Single().Disputes, Is.Empty);
        Assert.That(now.Actions.Single().Words.Who, Is.EqualTo("Noé"));
        Assert.That(now.Actions.Single().Words.Due, Is.EqualTo(new DateOnly(2026, 12, 20)));
    }

    [Test]
    public void A_row_deleted_from_the_sheet_stays_everywhere_else_and_is_told()
    {
        var now = ActionMerge.Hear(Start(), [new(Sheet, [])]);

        Assert.That(now.Actions.Single().Words.IsOpen);
        Assert.That(SheetChanges.IsBehind(now, Sheet), Is.False);
        Assert.That(ActionNotes.Of(now).Single().Code, Is.EqualTo("action-row-deleted"));
        Assert.That(now.CarriedInto("m2", Group, new DateOnly(2027, 1, 7)), Has.Count.EqualTo(1));
    }

    [Test]
    public void A_file_put_back_to_an_earlier_version_changes_nothing_and_gets_what_holds()
    {
        var before = Start();
        var done = ActionMerge.Hear(
            before,
            [new(Sheet, [Changed(before, Sheet, ActionField.Status, "Fait")])]
        );
        var more = ActionMerge.Hear(
            done,
            [
                new(
                    Minutes,
                    [
                        Row("Imprimer", "", "", "À faire"),
                        Row("Réserver la salle", "Noé", "2026-12-20", "À faire"),
                    ]
                ),
            ]
        );

        var restored = ActionMerge.Hear(
            more,
            [Echo(new(Sheet, [Changed(before, Sheet, ActionField.Status, "À faire")]))]
        );

        Assert.That(
            restored.Actions.Select(action => action.Words.Status),
            Is.EqualTo(new[] { "Fait", "À faire" })
        );
        Assert.That(SheetChanges.IsBehind(restored, Sheet));
        Assert.That(restored.Actions.Count(action => action.SightIn("s") is { IsGone: true }), Is.Zero);
    }

    [Test]
    public void Copied_rows_are_one_action_unless_another_person_does_it()
    {
        var before = Start();
        var row = Changed(before, Sheet, ActionField.Status, "À faire");
        var now = ActionMerge.Hear(
            before,
            [
                new(
                    Sheet,
                    [
                        row with
                        {
                            Status = "Fait",
                            What = "Autre chose",
                        },
                        row,
                        row with
                        {
                            Who = "Inès",
                            Key = null,
                            IsMarked = false,
                        },
                    ]
                ),
            ]
        );

        Assert.That(
            now.Actions.Select(action => (action.Words.What, action.Words.Who, action.Words.Status)),
            Is.EqualTo(
                new[]
                {
                    ("Réserver la salle", "Noé", "À faire"),
                    ("Autre chose", "Noé", "Fait"),
                    ("Réserver la salle", "Inès", "À faire"),
                }
            )
        );
        var again = ActionMerge.Hear(before, [new(Sheet, [row, row with { Key = null, IsMarked = false }])]);
        Assert.That(again.Actions, Has.Count.EqualTo(1));
    }

    private static ReadAction Changed(ActionBoard board, ActionPlace place, ActionField field, string value)
    {
        var words = board.Actions[0].SightIn(place.Key)!.Words.With(field, value);
        return Row(
            words.What,
            words.Who,
            words[ActionField.Due],
            words.Status,
            place.IsSheet ? "jeunes-1" : null
        );
    }

    private static ReadAction Row(string what, string who, string due, string status, string? key = null) =>
        new()
        {
            What = what,
            Who = who,
            Due = due,
            Status = status,
            Key = key,
            IsMarked = key is not null,
        };

    private static ActionReading Echo(ActionReading reading) => reading with { IsEcho = true };
}
