using Connector.Tests.Provisioning;

namespace Connector.Connector.Tests.Cli;

/// <summary><c>--html</c>: the page beside the text, which replaces nothing that is not a page of ours.</summary>
public sealed class HtmlOptionTests
{
    private Workplace _place = null!;
    private Terminal _terminal = null!;

    [SetUp]
    public async Task Start()
    {
        _place = await Workplace.OpenAsync();
        _terminal = Terminal.At(_place);
    }

    [TearDown]
    public async Task Stop()
    {
        _terminal.Dispose();
        await _place.DisposeAsync();
    }

    [Test]
    public async Task A_page_is_written_and_replaced_by_the_next_one()
    {
        var page = _terminal.At("plan.html");
        var plan = await _terminal.RunAsync("plan", _terminal.Territory, "--html", page);
        Assert.That(plan.Code, Is.EqualTo(3), plan.All);
        Assert.That(
            await File.ReadAllTextAsync(page),
            Does.Contain("<h1>Plan — Vallon d&#39;Argentière</h1>")
        );

        var apply = await _terminal.RunAsync("apply", _terminal.Territory, "--html", page);
        Assert.That(apply.Code, Is.Zero, apply.All);
        Assert.That(
            await File.ReadAllTextAsync(page),
            Does.Contain("<h1>Ce qui a été fait").And.Not.Contain(Workplace.Password)
        );
        Assert.That(Directory.GetFiles(Path.GetDirectoryName(page)!, "*.part"), Is.Empty);
    }

    [Test]
    public async Task A_file_that_is_no_page_of_ours_is_kept_and_told()
    {
        var theirs = _terminal.At("notes.html");
        await File.WriteAllTextAsync(theirs, "<p>nos notes");

        var said = await _terminal.RunAsync("plan", _terminal.Territory, "--html", theirs);

        Assert.That(said.Code, Is.EqualTo(1), said.All);
        Assert.That(said.Errors, Does.Contain("notes.html").And.Contain("n'est pas remplacé"));
        Assert.That(await File.ReadAllTextAsync(theirs), Is.EqualTo("<p>nos notes"));
    }

    [Test]
    public async Task A_page_that_cannot_be_written_does_not_undo_what_was_done()
    {
        var nowhere = _terminal.At("nulle part/plan.html");

        var said = await _terminal.RunAsync("apply", _terminal.Territory, "--html", nowhere);

        Assert.That(said.Code, Is.EqualTo(2), said.All);
        Assert.That(said.Errors, Does.Contain("nulle part"));
        Assert.That((await _terminal.RunAsync("plan", _terminal.Territory)).Code, Is.Zero);
    }
}
