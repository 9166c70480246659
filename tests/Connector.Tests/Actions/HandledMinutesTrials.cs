using Connector.Nextcloud.Dav;
using Connector.Templates;
using Connector.Tests.Year;

namespace Connector.Tests.Actions;

/// <summary>
/// What people do to minutes in a word processor and in Files: nothing that was typed is lost, actions stay what they are,
/// and the run after changes nothing. Ignored where LibreOffice or its Python bridge is not installed.
/// </summary>
public sealed class HandledMinutesTrials
{
    private const string Sentence = "Le bus passe le mardi ; Noé s'en réjouit.";

    private static readonly MinutesAction Room = new(
        "a1",
        "Réserver la salle",
        "Noé",
        new(2026, 12, 20),
        "À faire"
    );

    private OfficeHands _office = null!;
    private ActionDesk _desk = null!;
    private string _path = "";

    [OneTimeSetUp]
    public void Open() => _office = OfficeHands.Start();

    [OneTimeTearDown]
    public void Close() => _office?.Dispose();

    [SetUp]
    public async Task Start()
    {
        _desk = await ActionDesk.OpenAsync();
        await _desk.WriteMinutesAsync(ActionDesk.First, "Brouillon", Room);
        await _desk.ApplyAsync();
        _path = await _desk.MinutesAsync(ActionDesk.First);
        await Edit(["say", "Échanges", Sentence]);
        await _desk.ApplyAsync();
    }

    [TearDown]
    public async Task Stop() => await _desk.DisposeAsync();

    [Test]
    public async Task Saved_three_times_they_say_the_same()
    {
        for (var time = 0; time < 3; time++)
        {
            await Edit();
        }

        var said = await _desk.ApplyAsync();
        Assert.That(said.Errors, Does.Not.Contain("Compte-rendu"));
        await Holds(_path);
        await _desk.ChangeAsync(ActionDesk.Sheet, Room.What, ActionColumn.Status, "Fait");
        await _desk.ApplyAsync();
        Assert.That((await _desk.RowsAsync(ActionDesk.Network)).Single().Status, Is.EqualTo("Fait"));
        await Holds(_path);
    }

    [Test]
    public async Task A_column_that_somebody_added_keeps_its_words_and_actions_are_read_beside_it()
    {
        await Edit(["column", "Quoi", "Budget", "120 euros"], ["overtype", "Quoi", Room.What, 3, "En cours"]);
        await _desk.ApplyAsync();
        Assert.That((await _desk.RowsAsync()).Single().Status, Is.EqualTo("En cours"));
        await Holds(_path, "En cours");

        _desk.Today(new DateOnly(2026, 12, 8));
        await _desk.ApplyAsync();
        Assert.That(Lines(await _desk.ReadAsync(_path)), Has.Some.Contain("120 euros"));
        Assert.That((await _desk.TableAsync(ActionDesk.Second)).Single().What, Is.EqualTo(Room.What));
    }

    [Test]
    public async Task A_table_that_somebody_took_out_stays_out_and_its_actions_stay_open_elsewhere()
    {
        await Edit(["drop_table", "Quoi"]);
        Assert.That(
            (await _desk.ApplyAsync()).All,
            Does.Contain("« Réserver la salle » n'est plus dans").And.Contain("Compte-rendu 2026-12-03.docx")
        );
        var lines = Lines(await _desk.ReadAsync(_path));
        Assert.That(lines, Has.None.Contain(Room.What).And.Some.Contain(Sentence));
        Assert.That((await _desk.RowsAsync()).Single().Status, Is.EqualTo("À faire"));
        Assert.That((await _desk.RowsAsync(ActionDesk.Network)).Single().Status, Is.EqualTo("À faire"));
        await _desk.IsQuietAsync();
    }

    [Test]
    public async Task Called_odt_they_keep_that_name_and_are_still_read()
    {
        var renamed = Path.ChangeExtension(_path, ".odt");
        Assert.That((await _desk.Place.Client.Files.Move(_path, renamed, default)).IsThere);
        await _desk.ApplyAsync();
        await Edit(renamed, ["overtype", "Quoi", Room.What, 3, "Fait"]);
        await _desk.ApplyAsync();
        Assert.That((await _desk.RowsAsync()).Single().Status, Is.EqualTo("Fait"));
        Assert.That(
            await _desk.Place.Client.Files.Find(_path, default),
            Is.Null,
            "made again under the old name"
        );
        await Holds(renamed, "Fait");
    }

    [Test]
    public async Task An_earlier_version_put_back_undoes_no_action()
    {
        var early = await _desk.ReadAsync(_path);
        await Edit(["overtype", "Quoi", Room.What, 3, "Fait"], ["row", "Quoi", "Appeler la mairie", "Inès"]);
        await _desk.ApplyAsync();
        await _desk.WriteAsync(_path, early);

        Assert.That((await _desk.ApplyAsync()).All, Does.Contain("remis à une version d'avant"));
        Assert.That(
            (await _desk.RowsAsync()).Select(row => (row.What, row.Status)),
            Is.EquivalentTo(new[] { (Room.What, "Fait"), ("Appeler la mairie", "À faire") })
        );
        Assert.That(Lines(await _desk.ReadAsync(_path)), Has.Some.Contain(Sentence));
        await _desk.IsQuietAsync();
    }

    private Task Edit(params object[][] acts) => Edit(_path, acts);

    private async Task Edit(string path, params object[][] acts) =>
        await _desk.WriteAsync(path, await _office.Edit(await _desk.ReadAsync(path), ".docx", acts));

    /// <summary>The sentence is there, the action is there once with this status, and the next run is quiet.</summary>
    private async Task Holds(string path, string status = "À faire")
    {
        var lines = Lines(await _desk.ReadAsync(path));
        Assert.That(lines, Has.Some.Contain(Sentence));
        var action = lines.Single(line => line.Contains(Room.What, StringComparison.Ordinal));
        Assert.That(action, Does.Contain(status));
        await _desk.IsQuietAsync();
    }

    private static List<string> Lines(byte[] docx) =>
        [.. DocumentMeaning.Read(docx).Lines.Select(DocumentMeaning.Readable)];
}
