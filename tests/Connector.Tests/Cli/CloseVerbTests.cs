using System.Text.Json;
using Connector.Ledger;
using Connector.Tests.Provisioning;

namespace Connector.Connector.Tests.Cli;

/// <summary><c>close</c> and <c>reopen</c> as typed, against the embedded server.</summary>
public sealed class CloseVerbTests
{
    private Workplace _place = null!;
    private Terminal _terminal = null!;

    private string Zip => _terminal.At("jeunes.zip");

    [SetUp]
    public async Task Start()
    {
        _place = await Workplace.OpenAsync();
        _terminal = Terminal.At(_place);
        Assert.That((await _terminal.RunAsync("apply", _terminal.Territory)).Code, Is.Zero);
    }

    [TearDown]
    public async Task Stop()
    {
        _terminal.Dispose();
        await _place.DisposeAsync();
    }

    [Test]
    public async Task A_dry_run_a_closing_the_status_and_a_reopening_tell_the_story()
    {
        var dry = await Close("--dry-run");
        Assert.That(dry.Code, Is.EqualTo(3));
        Assert.That(dry.Out, Does.Contain("exporter").And.Contain("lecture seule").And.Contain("Archives/"));
        Assert.That(File.Exists(Zip), Is.False);

        var closed = await Close("--yes");
        Assert.That(closed.Code, Is.Zero, closed.All);
        Assert.That(closed.Out, Does.Contain("est fermé").And.Contain("connector reopen jeunes"));
        Assert.That(File.Exists(Zip));
        Assert.That((await Status()).Out, Does.Contain("« jeunes » : fermé le").And.Contain("Archives/"));

        var again = await Close("--yes");
        Assert.That(again.Code, Is.Zero);
        Assert.That(again.Out, Does.Contain("déjà fermé"));
        var plan = await _terminal.RunAsync("plan", _terminal.Territory);
        Assert.That(plan.Code, Is.Zero);
        Assert.That(plan.Out, Does.Contain("« connector reopen jeunes » pour le rouvrir"));

        var open = await _terminal.RunAsync("reopen", "jeunes", "-f", _terminal.Territory, "--yes");
        Assert.That(open.Code, Is.Zero, open.All);
        Assert.That((await Status()).Out, Does.Not.Contain("fermé"));
        Assert.That(
            (await _terminal.RunAsync("plan", _terminal.Territory)).Out,
            Does.Contain("Rien à faire")
        );
    }

    [Test]
    public async Task What_somebody_changed_meanwhile_is_said_once()
    {
        Assert.That((await Close("--yes")).Code, Is.Zero);
        using var administrator = _place.Administrator();
        var folder = (await _place.Client.TeamFolders.List(default)).Single(one =>
            one.MountPoint.StartsWith("Archives/", StringComparison.Ordinal)
        );
        await administrator.Administer(
            "POST",
            $"index.php/apps/groupfolders/folders/{folder.Id}/groups/jeunes",
            ("permissions", "5")
        );
        var open = await _terminal.RunAsync("reopen", "jeunes", "-f", _terminal.Territory, "--yes");
        Assert.That(open.All.Split("laissé ainsi"), Has.Length.EqualTo(2), open.All);
    }

    [Test]
    public async Task Without_a_terminal_a_yes_is_needed()
    {
        var said = await Close();
        Assert.That(said.Code, Is.EqualTo(1));
        Assert.That(said.Errors, Does.Contain("--yes"));
        Assert.That(File.Exists(Zip), Is.False);
        Assert.That(
            (await _terminal.RunAsync("plan", _terminal.Territory)).Out,
            Does.Contain("Rien à faire")
        );
    }

    [TestCase("jeuns", "« jeunes »")]
    [TestCase("tout autre chose", "comite, jeunes")]
    public async Task An_unknown_group_is_told_the_nearest_ones(string typed, string advice)
    {
        foreach (var verb in new[] { "close", "reopen" })
        {
            var sent = _place.Server.RequestCount;
            var said = await _terminal.RunAsync(verb, typed, "--file", _terminal.Territory, "--yes");
            Assert.That(said.Code, Is.EqualTo(1));
            Assert.That(said.Errors, Does.Contain(typed).And.Contain(advice));
            Assert.That(_place.Server.RequestCount, Is.EqualTo(sent));
        }
    }

    [Test]
    public async Task A_group_is_known_by_its_name_too_and_machines_get_JSON_alone()
    {
        var said = await _terminal.RunAsync(
            "close",
            "jeunes et numerique l'ete".Replace(" et", "", StringComparison.Ordinal),
            "--file",
            _terminal.Territory,
            "--no-zip",
            "--yes",
            "--json"
        );
        Assert.That(said.Code, Is.Zero, said.All);
        var json = JsonDocument.Parse(said.Out).RootElement;
        Assert.That(json.GetProperty("group").GetString(), Is.EqualTo("jeunes"));
        Assert.That(json.GetProperty("zip").ValueKind, Is.EqualTo(JsonValueKind.Null));
        Assert.That(json.GetProperty("steps").GetArrayLength(), Is.EqualTo(3));
        var status = await _terminal.RunAsync("status", _terminal.Territory, "--json");
        var closed = JsonDocument.Parse(status.Out).RootElement.GetProperty("closed");
        Assert.That(closed[0].GetProperty("finished").GetBoolean());
    }

    [Test]
    public async Task A_group_that_left_the_file_can_still_be_reopened()
    {
        Assert.That((await Close("--yes")).Code, Is.Zero);
        var text = await File.ReadAllTextAsync(_terminal.Territory);
        var without = text[..text.IndexOf("groupes-de-travail:", StringComparison.Ordinal)];
        await File.WriteAllTextAsync(_terminal.Territory, without);

        var open = await _terminal.RunAsync("reopen", "jeunes", "--file", _terminal.Territory, "--yes");
        Assert.That(open.Code, Is.Zero, open.All);
        Assert.That(open.Out, Does.Contain("est rouvert"));
    }

    [Test]
    public async Task Another_run_is_waited_for_by_nobody()
    {
        using var first = RunLock.TryTake(_terminal.At("l.db"));
        var sent = _place.Server.RequestCount;
        foreach (var verb in new[] { "close", "reopen" })
        {
            var said = await _terminal.RunAsync(
                verb,
                "jeunes",
                "--file",
                _terminal.Territory,
                "--ledger",
                _terminal.At("l.db"),
                "--yes"
            );
            Assert.That(said.Code, Is.EqualTo(1));
            Assert.That(said.Errors, Does.Contain("Un autre passage est en cours"));
        }

        Assert.That(_place.Server.RequestCount, Is.EqualTo(sent));
    }

    private Task<Said> Close(params string[] more) =>
        _terminal.RunAsync(["close", "jeunes", "--file", _terminal.Territory, "--zip", Zip, .. more]);

    private Task<Said> Status() => _terminal.RunAsync("status", _terminal.Territory);
}
