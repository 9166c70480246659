using Connector.Templates;
using Connector.Templates.Spreadsheets;

namespace Connector.Tests.Actions;

/// <summary>Actions typed in minutes and in sheets, run after run, against the embedded server.</summary>
public sealed class ActionTrials
{
    private static readonly MinutesAction Room = new(
        "a1",
        "Réserver la salle",
        "Noé D'Almeida",
        new(2026, 12, 20),
        "À faire"
    );
    private static readonly MinutesAction Posters = new(
        "a2",
        "=Imprimer les affiches",
        "Inès Le Goff",
        null,
        "En cours"
    );

    private ActionDesk _desk = null!;

    [SetUp]
    public async Task Start() => _desk = await ActionDesk.OpenAsync();

    [TearDown]
    public async Task Stop() => await _desk.DisposeAsync();

    [Test]
    public async Task What_is_typed_in_minutes_comes_once_into_both_sheets_and_a_quiet_day_reads_nothing()
    {
        await _desk.IsQuietAsync();
        await _desk.WriteMinutesAsync(ActionDesk.First, "Brouillon", Room, Posters);
        await _desk.ApplyAsync();

        foreach (var sheet in new[] { ActionDesk.Sheet, ActionDesk.Network })
        {
            Assert.That(
                (await _desk.RowsAsync(sheet)).Select(row =>
                    (row.Key, row.What, row.Who, row.Due, row.Status, row.DecidedOn)
                ),
                Is.EqualTo(
                    new (string?, string, string?, DateOnly?, string?, DateOnly?)[]
                    {
                        ("comite-1", Room.What, Room.Who, Room.Due, Room.Status, ActionDesk.First),
                        ("comite-2", Posters.What, Posters.Who, null, Posters.Status, ActionDesk.First),
                    }
                ),
                sheet
            );
        }

        Assert.That((await _desk.RowsAsync(ActionDesk.Network))[0].Group, Is.EqualTo("Comité stratégique"));
        await _desk.IsQuietAsync();
    }

    [Test]
    public async Task A_status_goes_both_ways_and_open_actions_stand_in_the_next_minutes()
    {
        await _desk.WriteMinutesAsync(ActionDesk.First, "Brouillon", Room, Posters);
        await _desk.ApplyAsync();
        await _desk.ChangeAsync(ActionDesk.Sheet, Posters.What, ActionColumn.Status, "Fait");
        _desk.Today(new DateOnly(2026, 12, 22));
        await _desk.ApplyAsync();

        Assert.That(
            (await _desk.RowsAsync(ActionDesk.Network)).Select(row => row.Status),
            Does.Contain("Fait")
        );
        Assert.That(
            await _desk.TableAsync(ActionDesk.Second),
            Is.EqualTo(new[] { (Room.What, Room.Who, "À faire"), (Posters.What, Posters.Who, "Fait") }),
            "what was carried over stays until that meeting, what is done last"
        );
        await _desk.IsQuietAsync();

        await _desk.ChangeAsync(ActionDesk.Network, Room.What, ActionColumn.Status, "En cours");
        await _desk.ApplyAsync();
        Assert.That((await _desk.TableAsync(ActionDesk.Second))[0].Status, Is.EqualTo("En cours"));
        Assert.That(
            (await _desk.RowsAsync()).Single(row => row.What == Room.What).Status,
            Is.EqualTo("En cours")
        );
        await _desk.IsQuietAsync();

        await _desk.WriteMinutesAsync(
            ActionDesk.Second,
            "Brouillon",
            Room with
            {
                Key = "comite-1",
                Status = "Abandonné",
            },
            new MinutesAction("b1", "Écrire à la mairie", null, null, "À faire")
        );
        await _desk.ApplyAsync();
        Assert.That(
            (await _desk.RowsAsync()).Select(row => (row.What, row.Status)),
            Is.EquivalentTo(
                new (string, string?)[]
                {
                    (Room.What, "Abandonné"),
                    (Posters.What, "Fait"),
                    ("Écrire à la mairie", "À faire"),
                }
            )
        );
        await _desk.IsQuietAsync();
    }

    [Test]
    public async Task What_is_typed_in_the_sheet_stands_in_the_next_minutes()
    {
        await _desk.WriteAsync(
            ActionDesk.Sheet,
            ActionRegister.Change(
                await _desk.ReadAsync(ActionDesk.Sheet),
                [],
                [new() { What = "Appeler la CAF", Who = "Zoé" }]
            )
        );
        await _desk.ApplyAsync();

        Assert.That(
            await _desk.TableAsync(ActionDesk.First),
            Is.EqualTo(new[] { ("Appeler la CAF", "Zoé", "À faire") })
        );
        Assert.That((await _desk.RowsAsync()).Single().Key, Is.EqualTo("comite-1"));
        Assert.That((await _desk.RowsAsync(ActionDesk.Network)).Single().What, Is.EqualTo("Appeler la CAF"));
        await _desk.IsQuietAsync();
    }

    [Test]
    public async Task Two_words_for_one_status_stay_both_and_are_told()
    {
        await _desk.WriteMinutesAsync(ActionDesk.First, "Brouillon", Room);
        await _desk.ApplyAsync();
        await _desk.WriteMinutesAsync(ActionDesk.First, "Brouillon", Room with { Status = "Abandonné" });
        await _desk.ChangeAsync(ActionDesk.Sheet, Room.What, ActionColumn.Status, "Fait");
        var said = await _desk.ApplyAsync();

        Assert.That(said.All, Does.Contain("« Réserver la salle » : le statut"));
        Assert.That((await _desk.RowsAsync()).Single().Status, Is.EqualTo("Fait"));
        Assert.That(
            (await _desk.RowsAsync()).Single().Note ?? Note(await _desk.ReadAsync(ActionDesk.Sheet)),
            Does.StartWith("À trancher : le statut « Abandonné »")
        );
        await _desk.IsQuietAsync();

        await _desk.ChangeAsync(ActionDesk.Sheet, Room.What, ActionColumn.Status, "Abandonné");
        await _desk.ApplyAsync();
        Assert.That(Note(await _desk.ReadAsync(ActionDesk.Sheet)), Is.Empty);
        Assert.That((await _desk.RowsAsync(ActionDesk.Network)).Single().Status, Is.EqualTo("Abandonné"));
        await _desk.IsQuietAsync();
    }

    [Test]
    public async Task Minutes_that_were_approved_are_published_by_the_next_run_once_and_noted_for_the_absent()
    {
        await _desk.WriteMinutesAsync(ActionDesk.First, "Validé", Room);
        var said = await _desk.ApplyAsync();

        Assert.That(said.Out, Does.Contain("« Compte-rendu 2026-12-03 » est publié"), said.All);
        var digest = $"{ActionDesk.Meetings}/Comptes rendus/Compte-rendu 2026-12-03 – pour les absents.md";
        Assert.That(await _desk.ReadAsync(digest), Is.Not.Empty);
        await _desk.IsQuietAsync();
        Assert.That(
            (
                await _desk.Terminal.RunAsync("minutes", "publish", "comite", "-f", _desk.Terminal.Territory)
            ).Out,
            Does.Contain("Rien à faire")
        );
        var noted = await _desk.OutboxAsync();
        Assert.That(
            noted.Select(row => (row.Kind, row.File)),
            Is.EqualTo(
                new[]
                {
                    ("minutes-digest", digest),
                    (
                        "minutes-published",
                        $"{ActionDesk.Meetings}/Comptes rendus/Compte-rendu 2026-12-03.html"
                    ),
                }
            )
        );
        Assert.That(noted[0].Subject, Does.EndWith("Compte-rendu 2026-12-03.docx"));
    }

    [Test]
    public async Task Status_tells_each_open_action_once_the_overdue_first()
    {
        await _desk.WriteMinutesAsync(ActionDesk.First, "Brouillon", Posters, Room);
        await _desk.ApplyAsync();
        _desk.Today(new DateOnly(2026, 12, 22));
        await _desk.ApplyAsync();
        var said = await _desk.Terminal.RunAsync(
            "minutes",
            "status",
            "comite",
            "-f",
            _desk.Terminal.Territory
        );

        var lines = said
            .Out.Split('\n')
            .Where(line =>
                line.Contains("Noé", StringComparison.Ordinal)
                || line.Contains("Inès", StringComparison.Ordinal)
            );
        Assert.That(
            lines.Select(line => line.Trim()),
            Is.EqualTo(
                new[]
                {
                    "! Réserver la salle – Noé D'Almeida, pour le 20/12/2026",
                    "• =Imprimer les affiches – Inès Le Goff",
                }
            ),
            said.All
        );
    }

    private static string Note(byte[] xlsx) => ActionRegister.Read(xlsx, ActionDesk.First).Rows.Single().Note;
}
