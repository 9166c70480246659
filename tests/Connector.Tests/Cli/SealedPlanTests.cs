using Connector.Tests.Provisioning;

namespace Connector.Connector.Tests.Cli;

/// <summary>A plan kept in a file is carried out as it was read, or refused with what moved.</summary>
public sealed class SealedPlanTests
{
    private Workplace _place = null!;
    private Terminal _terminal = null!;
    private string _file = "";

    [SetUp]
    public async Task Start()
    {
        _place = await Workplace.OpenAsync();
        _terminal = Terminal.At(_place);
        _file = _terminal.At("p.json");
        Assert.That(
            (await _terminal.RunAsync("plan", _terminal.Territory, "--out", _file)).Code,
            Is.EqualTo(3)
        );
    }

    [TearDown]
    public async Task Stop()
    {
        _terminal.Dispose();
        await _place.DisposeAsync();
    }

    [Test]
    public async Task A_sealed_plan_is_applied_and_a_second_time_refused()
    {
        var said = await _terminal.RunAsync("apply", _file);
        Assert.That(said.Code, Is.Zero, said.ToString());
        Assert.That((await _terminal.RunAsync("plan", _terminal.Territory)).Code, Is.Zero);
        var again = await _terminal.RunAsync("apply", _file, "--lang", "en");
        Assert.That(again.Code, Is.EqualTo(1), again.ToString());
    }

    [Test]
    public async Task What_moved_since_is_named_and_nothing_is_written()
    {
        using var administrator = _place.Administrator();
        await administrator.Administer(
            "POST",
            "index.php/apps/groupfolders/folders",
            ("mountpoint", "Réseau")
        );
        var writes = Writes();
        var said = await _terminal.RunAsync("apply", _file);
        Assert.That(said.Code, Is.EqualTo(1), said.ToString());
        Assert.That(said.Errors, Does.Contain("dossier d'équipe « Réseau »").And.Contain("plan --out"));
        Assert.That(Writes(), Is.EqualTo(writes + 1), "one question about rights, which changes nothing");
    }

    [TestCase("\"Restore\": false", "\"Restore\": true")]
    [TestCase("\"Version\": 1", "\"Version\": 2")]
    [TestCase("{", "[")]
    public async Task A_file_that_is_not_what_was_sealed_is_refused(string text, string other)
    {
        var whole = await File.ReadAllTextAsync(_file);
        var at = whole.IndexOf(text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(_file, whole[..at] + other + whole[(at + text.Length)..]);
        var said = await _terminal.RunAsync("apply", _file);
        Assert.That(said.Code, Is.EqualTo(1), said.ToString());
        Assert.That(said.Errors, Does.Contain("ne peut pas être appliqué"));
    }

    [Test]
    public async Task A_file_of_somebody_elses_is_never_replaced()
    {
        await File.WriteAllTextAsync(_file, "{\"à moi\": true}");
        var said = await _terminal.RunAsync("plan", _terminal.Territory, "--out", _file);
        Assert.That(said.Code, Is.EqualTo(1), said.ToString());
        Assert.That(await File.ReadAllTextAsync(_file), Is.EqualTo("{\"à moi\": true}"));
    }

    private long Writes() =>
        _place
            .Server.RequestsByVerb.Where(verb => verb.Key is not ("GET" or "HEAD" or "PROPFIND" or "REPORT"))
            .Sum(verb => verb.Value);
}
