using System.Text;

namespace Connector.Tests.Console;

/// <summary>The network as one file in its own folder, for who has no service open to the world.</summary>
public sealed class PublicFileTrials
{
    private const string Page = "Réseau/04 Communication/Page publique.html";

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
    public async Task It_is_there_only_when_the_file_says_so_and_needs_nothing_from_elsewhere()
    {
        await ApplyAsync();
        Assert.That(await _place.Client.Files.Find(Page, default), Is.Null);

        await File.AppendAllTextAsync(_terminal.Territory, "\npage-publique: oui\n");
        await ApplyAsync();
        var page = Encoding.UTF8.GetString(await _place.ReadAsync(Page));
        Assert.That(
            page,
            Does.Contain("Vallon").And.Contain("Nous rejoindre").And.Contain("default-src 'none'")
        );
        Assert.That(page, Does.Not.Contain("http://").And.Not.Contain("https://").And.Not.Contain("<script"));
        foreach (var person in new[] { "Inès", "Noé", "Zoé", "@" })
        {
            Assert.That(page[page.IndexOf("</style>", StringComparison.Ordinal)..], Does.Not.Contain(person));
        }

        var again = await _terminal.RunAsync("plan", _terminal.Territory);
        Assert.That(again.Code, Is.Zero, again.All);
    }

    [Test]
    public async Task One_that_somebody_edited_stays_as_they_left_it()
    {
        await File.AppendAllTextAsync(_terminal.Territory, "\npage-publique: oui\n");
        await ApplyAsync();
        await _place.WriteAsync(Page, Encoding.UTF8.GetBytes("<p>à nous</p>"));
        var text = await File.ReadAllTextAsync(_terminal.Territory);
        await File.WriteAllTextAsync(
            _terminal.Territory,
            text.Replace("raison d'être: ", "raison d'être: Autrement. ", StringComparison.Ordinal)
        );
        await _terminal.RunAsync("apply", _terminal.Territory);
        Assert.That(Encoding.UTF8.GetString(await _place.ReadAsync(Page)), Is.EqualTo("<p>à nous</p>"));
    }

    private async Task ApplyAsync()
    {
        var said = await _terminal.RunAsync("apply", _terminal.Territory);
        Assert.That(said.Code, Is.Zero, said.All);
    }
}
