using System.Text;
using Connector.DevServer.Faults;
using Connector.Nextcloud.Dav;
using Connector.Templates;
using Connector.Templates.Spreadsheets;
using Connector.Tests.Roadmaps;

namespace Connector.Tests.Actions;

/// <summary>What people do to minutes and sheets by mistake: each is told, and nothing is lost anywhere.</summary>
public sealed class ActionFaultTrials
{
    private static readonly MinutesAction Room = new(
        "a1",
        "Réserver la salle",
        "Noé",
        new(2026, 12, 20),
        "À faire"
    );

    private ActionDesk _desk = null!;

    [SetUp]
    public async Task Start()
    {
        _desk = await ActionDesk.OpenAsync();
        await _desk.WriteMinutesAsync(ActionDesk.First, "Brouillon", Room);
        await _desk.ApplyAsync();
    }

    [TearDown]
    public async Task Stop() => await _desk.DisposeAsync();

    [TestCase("", "a été vidé")]
    [TestCase("%PDF-1.7 …", "est maintenant un PDF")]
    [TestCase("PK\u0003\u0004 mimetypeapplication/vnd.oasis.opendocument.text", "OpenDocument")]
    [TestCase("des mots", "ne peut pas être lu")]
    public async Task Minutes_that_are_no_document_any_more_are_told_and_left(string content, string told)
    {
        var path = await _desk.MinutesAsync(ActionDesk.First);
        var before = await _desk.ReadAsync(path);
        var bytes = Encoding.UTF8.GetBytes(content);
        await _desk.WriteAsync(path, bytes);

        Assert.That((await _desk.ApplyAsync()).All, Does.Contain(told));
        Assert.That((await _desk.ApplyAsync()).All, Does.Contain(told), "as long as it is so");
        Assert.That(await _desk.ReadAsync(path), Is.EqualTo(bytes));
        await Holds();

        await _desk.WriteAsync(path, before);
        Assert.That((await _desk.ApplyAsync()).All, Does.Not.Contain(told));
        await Holds();
    }

    [TestCase("", "a été vidé")]
    [TestCase("PK\u0003\u0004 mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "OpenDocument")]
    [TestCase("des mots", "n'est pas un classeur")]
    public async Task A_sheet_that_is_no_workbook_any_more_is_told_and_left(string content, string told)
    {
        var bytes = Encoding.UTF8.GetBytes(content);
        await _desk.WriteAsync(ActionDesk.Sheet, bytes);
        await _desk.ChangeAsync(ActionDesk.Network, Room.What, ActionColumn.Status, "En cours");

        Assert.That((await _desk.ApplyAsync()).All, Does.Contain(told));
        Assert.That(await _desk.ReadAsync(ActionDesk.Sheet), Is.EqualTo(bytes));
        Assert.That((await _desk.RowsAsync(ActionDesk.Network)).Single().Status, Is.EqualTo("En cours"));
        await _desk.IsQuietAsync();
    }

    [Test]
    public async Task Minutes_in_another_groups_folder_stay_those_of_their_group()
    {
        var path = await _desk.MinutesAsync(ActionDesk.First);
        var others = await _desk.Place.Client.Files.Propfind("", DavDepth.One, default);
        var other = others
            .Resources.First(folder => folder.Name.StartsWith("Jeunes", StringComparison.Ordinal))
            .Path;
        var to = $"{other}/{Path.GetFileName(path)}";
        Assert.That((await _desk.Place.Client.Files.Move(path, to, default)).IsThere);
        var docx = await _desk.ReadAsync(to);
        await _desk.WriteAsync(
            to,
            RoadmapPlace.Reworded(docx, "Réserver la salle", "Réserver la grande salle")
        );

        Assert.That((await _desk.ApplyAsync()).All, Does.Contain("rangé chez un autre groupe"));
        Assert.That((await _desk.RowsAsync()).Single().What, Is.EqualTo("Réserver la grande salle"));
        Assert.That(
            (await _desk.RowsAsync(ActionDesk.Network)).Single().Group,
            Is.EqualTo("Comité stratégique")
        );
    }

    [Test]
    public async Task An_earlier_version_put_back_undoes_nothing()
    {
        await _desk.ChangeAsync(ActionDesk.Sheet, Room.What, ActionColumn.Who, "Zoé");
        await _desk.ApplyAsync();
        var early = await _desk.ReadAsync(ActionDesk.Sheet);
        await _desk.ChangeAsync(ActionDesk.Sheet, Room.What, ActionColumn.Status, "En cours");
        await _desk.ApplyAsync();
        await _desk.WriteAsync(ActionDesk.Sheet, early);

        Assert.That((await _desk.ApplyAsync()).All, Does.Contain("remis à une version d'avant"));
        Assert.That((await _desk.RowsAsync()).Single().Status, Is.EqualTo("En cours"));
        Assert.That((await _desk.RowsAsync(ActionDesk.Network)).Single().Status, Is.EqualTo("En cours"));
        await _desk.IsQuietAsync();
    }

    [Test]
    public async Task Rows_that_were_deleted_are_told_and_stay_elsewhere()
    {
        await _desk.WriteAsync(ActionDesk.Sheet, ActionRegister.Write([], withGroup: true));
        Assert.That((await _desk.ApplyAsync()).All, Does.Contain("« Réserver la salle » n'est plus dans"));
        Assert.That(await _desk.RowsAsync(), Is.Empty);
        Assert.That((await _desk.RowsAsync(ActionDesk.Network)).Single().Status, Is.EqualTo("À faire"));
        await _desk.IsQuietAsync();

        await _desk.WriteMinutesAsync(ActionDesk.First, "Brouillon");
        Assert.That((await _desk.ApplyAsync()).All, Does.Contain("Compte-rendu 2026-12-03.docx"));
        Assert.That((await _desk.RowsAsync(ActionDesk.Network)).Single().Status, Is.EqualTo("À faire"));
        _desk.Today(new DateOnly(2026, 12, 8));
        await _desk.ApplyAsync();
        Assert.That((await _desk.TableAsync(ActionDesk.Second)).Single().What, Is.EqualTo(Room.What));
    }

    [TestCase("3 décembre", "2026-12-03")]
    [TestCase("03/12/26", "2026-12-03")]
    [TestCase("dès que possible", "2026-12-20")]
    public async Task A_date_in_words_is_read_where_it_is_one(string words, string day)
    {
        await _desk.ChangeAsync(ActionDesk.Sheet, Room.What, ActionColumn.Due, words);
        var said = await _desk.ApplyAsync();

        Assert.That(
            (await _desk.RowsAsync(ActionDesk.Network)).Single().Due,
            Is.EqualTo(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture))
        );
        Assert.That(
            said.All.Contains("n'est pas une date", StringComparison.Ordinal),
            Is.EqualTo(words[0] == 'd')
        );
        await _desk.IsQuietAsync();
    }

    [TestCase(412)]
    [TestCase(423)]
    public async Task A_sheet_that_somebody_saves_or_has_open_waits_for_the_next_run(int status)
    {
        await _desk.ChangeAsync(ActionDesk.Sheet, Room.What, ActionColumn.Who, "Zoé");
        await _desk.ApplyAsync();
        await _desk.ChangeAsync(ActionDesk.Network, Room.What, ActionColumn.Status, "Fait");
        _desk.Place.Server.Faults.Add(
            new FaultRule
            {
                Kind = FaultKind.Status,
                Verb = "PUT",
                Path = "Suivi",
                Times = 0,
                Status = status,
            }
        );
        Assert.That((await _desk.ApplyAsync(code: 2)).All, Does.Contain("à la prochaine exécution"));
        _desk.Place.Server.Faults.Clear();
        Assert.That((await _desk.RowsAsync()).Single().Status, Is.EqualTo("À faire"));

        await _desk.ApplyAsync();
        Assert.That((await _desk.RowsAsync()).Single().Status, Is.EqualTo("Fait"));
        await _desk.IsQuietAsync();
    }

    private async Task Holds()
    {
        foreach (var sheet in new[] { ActionDesk.Sheet, ActionDesk.Network })
        {
            var row = (await _desk.RowsAsync(sheet)).Single();
            Assert.That(
                (row.What, row.Who, row.Status),
                Is.EqualTo((Room.What, Room.Who, Room.Status)),
                sheet
            );
        }
    }
}
