using Connector.Templates;
using Connector.Tests.Roadmaps;

namespace Connector.Tests.Actions;

/// <summary>Minutes that were published and then changed: told until they are published again or put back.</summary>
public sealed class PublishedMinutesTrials
{
    private const string Told = "a été modifié depuis sa publication";

    private static readonly MinutesAction Room = new(
        "a1",
        "Réserver la salle",
        "Noé",
        new(2026, 12, 20),
        "À faire"
    );

    private ActionDesk _desk = null!;
    private string _path = "";

    [SetUp]
    public async Task Start()
    {
        _desk = await ActionDesk.OpenAsync();
        await _desk.WriteMinutesAsync(ActionDesk.First, "Validé", Room);
        Assert.That((await _desk.ApplyAsync()).All, Does.Not.Contain(Told));
        _path = await _desk.MinutesAsync(ActionDesk.First);
    }

    [TearDown]
    public async Task Stop() => await _desk.DisposeAsync();

    [Test]
    public async Task A_word_that_changed_is_told_until_they_are_published_again()
    {
        await Reword("On continue.", "On s'arrête.");
        var told = await _desk.ApplyAsync();
        Assert.That(
            told.All,
            Does.Contain(Told).And.Contain("connector minutes publish comite 2026-12-03"),
            told.All
        );
        Assert.That((await _desk.ApplyAsync()).All, Does.Contain(Told), "as long as it is so");

        var said = await _desk.Terminal.RunAsync(
            "minutes",
            "publish",
            "comite",
            "2026-12-03",
            "-f",
            _desk.Terminal.Territory
        );
        Assert.That(said.Out, Does.Contain("(version 2)"), said.All);
        Assert.That((await _desk.ApplyAsync()).All, Does.Not.Contain(Told));
        await _desk.IsQuietAsync();
    }

    [Test]
    public async Task Put_back_as_they_were_published_nothing_is_told()
    {
        var published = await _desk.ReadAsync(_path);
        await Reword("On continue.", "On s'arrête.");
        await _desk.ApplyAsync();
        await _desk.WriteAsync(_path, published);
        Assert.That((await _desk.ApplyAsync()).All, Does.Not.Contain(Told));
    }

    [Test]
    public async Task What_Connector_writes_into_them_is_no_change()
    {
        await _desk.ChangeAsync(ActionDesk.Sheet, Room.What, ActionColumn.Status, "Fait");
        Assert.That((await _desk.ApplyAsync()).All, Does.Not.Contain(Told));
        Assert.That((await _desk.ApplyAsync()).All, Does.Not.Contain(Told));
    }

    private async Task Reword(string before, string after) =>
        await _desk.WriteAsync(_path, RoadmapPlace.Reworded(await _desk.ReadAsync(_path), before, after));
}
