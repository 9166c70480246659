using Connector.Templates.Spreadsheets;
using Connector.Templates.Tests.Spreadsheets;

namespace Connector.Templates.Tests.Actions;

public sealed class ActionRegisterTests
{
    private static readonly DateOnly Reference = new(2026, 12, 3);

    private static readonly RegisteredAction[] Actions =
    [
        new()
        {
            Key = "mobilite/2026-12-03/a1",
            Group = "Groupe Mobilité",
            What = "=Réserver la salle",
            Who = "Loïc N'Diaye",
            Due = new DateOnly(2027, 1, 15),
            Status = "En cours",
            DecidedOn = new DateOnly(2026, 12, 3),
        },
        new() { What = "Envoyer la liste", Status = "Attend la mairie" },
    ];

    [Test]
    public void What_was_written_is_read() =>
        Assert.That(
            ActionRegister.Read(ActionRegister.Write(Actions), Reference).Actions,
            Is.EqualTo(Actions)
        );

    [Test]
    public void LibreOffice_saves_what_was_written() =>
        Assert.That(
            ActionRegister.Read(LibreOffice.SavedWorkbook(ActionRegister.Write(Actions)), Reference).Actions,
            Is.EqualTo(Actions)
        );

    [Test]
    public void The_header_is_found_under_a_title_by_its_labels_in_any_order()
    {
        var read = Read(
            ["Suivi des actions du réseau"],
            [],
            ["État :", "RESPONSABLE", "  A FAIRE ", "échéance"],
            ["Fait", "Zoé", "Ouvrir le lundi", "jeudi 10 décembre"],
            ["", "", "", ""],
            ["À faire", "Zoé", "Fermer le mardi", SheetCell.Of(46_000)]
        );

        Assert.That(read.Doubts, Is.Empty);
        Assert.That(
            read.Actions.Select(action => (action.What, action.Who, action.Status, action.Due)),
            Is.EqualTo(
                new (string, string, string, DateOnly?)[]
                {
                    ("Ouvrir le lundi", "Zoé", "Fait", new DateOnly(2026, 12, 10)),
                    ("Fermer le mardi", "Zoé", "À faire", new DateOnly(2025, 12, 9)),
                }
            )
        );
    }

    [Test]
    public void What_cannot_be_taken_as_it_stands_is_told_with_its_place()
    {
        var read = Read(
            ["Action", "Qui", "Pour quand", "Statut"],
            ["Ranger", SheetCell.Error("#REF!"), "dès que possible", "À faire"],
            ["", "Zoé", "", ""]
        );

        Assert.That(read.Actions.Single().What, Is.EqualTo("Ranger"));
        Assert.That(
            read.Doubts.Select(doubt => (doubt.Row, doubt.Column, doubt.Kind)),
            Is.EqualTo(
                new[]
                {
                    (2, "Qui", ActionDoubtKind.CellError),
                    (2, "Pour quand", ActionDoubtKind.NotADate),
                    (3, "Action", ActionDoubtKind.NoAction),
                }
            )
        );
    }

    [Test]
    public void A_workbook_that_is_no_register_is_told() =>
        Assert.That(Read(["Nom", "Commune"]).Doubts.Single().Kind, Is.EqualTo(ActionDoubtKind.NoHeader));

    private static ReadActions Read(params IReadOnlyList<SheetCell?>[] rows) =>
        ActionRegister.Read(
            WorkbookWriter.Write([
                new Sheet
                {
                    Name = "Suivi",
                    Columns = [.. rows[0].Select(cell => new SheetColumn(cell!.Words, 10))],
                    Rows = rows.Skip(1),
                },
            ]),
            Reference
        );
}
