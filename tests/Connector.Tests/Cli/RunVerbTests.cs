using System.Text.Json;
using Connector.DevServer.Faults;
using Connector.Ledger;
using Connector.Tests.Provisioning;
using Microsoft.Data.Sqlite;

namespace Connector.Connector.Tests.Cli;

/// <summary><c>plan</c>, <c>apply</c>, <c>status</c> and <c>doctor</c> as typed, against the embedded server.</summary>
public sealed class RunVerbTests
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
    public async Task Plan_apply_plan_and_status_tell_the_story()
    {
        var before = await _terminal.RunAsync("status", _terminal.Territory, "--json");
        Assert.That(Json(before).GetProperty("resources").GetArrayLength(), Is.Zero);

        Assert.That((await _terminal.RunAsync("plan", _terminal.Territory)).Code, Is.EqualTo(3));
        var sent = _place.Server.RequestCount;
        var apply = await _terminal.RunAsync("apply", _terminal.Territory, "--json");
        Assert.That(apply.Code, Is.Zero, apply.All);
        var requests = Json(apply).GetProperty("requests");
        var byVerb = requests.GetProperty("byVerb").EnumerateObject().Sum(verb => verb.Value.GetInt32());
        Assert.That(requests.GetProperty("total").GetInt64(), Is.EqualTo(_place.Server.RequestCount - sent));
        Assert.That(byVerb, Is.EqualTo(requests.GetProperty("total").GetInt32()));

        var plan = await _terminal.RunAsync("plan", _terminal.Territory);
        Assert.That(plan.Code, Is.Zero);
        Assert.That(plan.Out, Does.Contain("Rien à faire"));
        var status = await _terminal.RunAsync("status", _terminal.Territory, "--json");
        Assert.That(Json(status).GetProperty("resources").GetArrayLength(), Is.Positive);
        Assert.That(Json(status).GetProperty("runs").GetArrayLength(), Is.EqualTo(1));
    }

    [Test]
    public async Task A_broken_territory_sends_nothing()
    {
        var text = await File.ReadAllTextAsync(_terminal.Territory);
        await File.WriteAllTextAsync(
            _terminal.Territory,
            text.Replace("coordinateurs:", "cordinateurs:", StringComparison.Ordinal)
        );
        foreach (var verb in new[] { "plan", "apply" })
        {
            var said = await _terminal.RunAsync(verb, _terminal.Territory);
            Assert.That(said.Code, Is.EqualTo(1));
            Assert.That(said.Errors, Does.Contain("territoire.yaml").And.Contain("« coordinateurs »"));
        }

        Assert.That(_place.Server.RequestCount, Is.Zero);
    }

    [Test]
    public async Task Without_a_sign_in_the_way_to_one_is_named()
    {
        foreach (var name in new[] { "CONNECTOR_URL", "CONNECTOR_USER", "CONNECTOR_PASSWORD" })
        {
            _terminal.Environment.Remove(name);
        }

        foreach (var verb in new[] { "plan", "apply", "doctor" })
        {
            var said = await _terminal.RunAsync(verb == "doctor" ? [verb] : [verb, _terminal.Territory]);
            Assert.That(said.Code, Is.EqualTo(1));
            Assert.That(said.Errors, Does.Contain("connector login"));
        }
    }

    [Test]
    public async Task The_doctor_says_yes_to_a_good_server_and_no_to_a_refused_sign_in()
    {
        var good = await _terminal.RunAsync("doctor", "--json");
        Assert.That(good.Code, Is.Zero, good.All);
        Assert.That(Json(good).GetProperty("canApply").GetBoolean());

        _terminal.Environment["CONNECTOR_PASSWORD"] = "Un-Autre-Secret";
        var bad = await _terminal.RunAsync("doctor", "--json");
        Assert.That(bad.Code, Is.EqualTo(1));
        Assert.That(Json(bad).GetProperty("canApply").GetBoolean(), Is.False);
        Assert.That(bad.All, Does.Not.Contain("Un-Autre-Secret"));
    }

    [Test]
    public async Task A_second_apply_waits_for_nobody_and_says_who_is_first()
    {
        using var first = RunLock.TryTake(_terminal.At("l.db"));
        var said = await _terminal.RunAsync("apply", _terminal.Territory, "--ledger", _terminal.At("l.db"));
        Assert.That(said.Code, Is.EqualTo(1));
        Assert.That(said.Errors, Does.Contain("Un autre passage est en cours"));
        Assert.That(_place.Server.RequestCount, Is.Zero);
    }

    [Test]
    public async Task A_ledger_that_is_none_is_told_and_left_as_it_is()
    {
        var text = _terminal.At("notes.txt");
        await File.WriteAllTextAsync(text, new string('n', 8000));
        var others = _terminal.At("others.db");
        await using (var connection = new SqliteConnection($"Data Source={others};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "CREATE TABLE recipes (name TEXT)";
            await command.ExecuteNonQueryAsync();
        }

        foreach (var path in new[] { text, others, Path.Combine(text, "ledger.db"), _terminal.At(".") })
        {
            foreach (var verb in new[] { "plan", "apply" })
            {
                var said = await _terminal.RunAsync(verb, _terminal.Territory, "--ledger", path);
                Assert.That(said.Code, Is.EqualTo(1), $"{path}: {said.All}");
                Assert.That(said.Errors, Does.Contain("registre").And.Contain(path));
            }
        }

        Assert.That(await File.ReadAllTextAsync(text), Is.EqualTo(new string('n', 8000)));
        Assert.That(_place.Server.RequestsByVerb.Keys, Has.None.EqualTo("MKCOL").And.None.EqualTo("PUT"));
    }

    [TestCase(1)]
    [TestCase(3)]
    [TestCase(40)]
    public async Task A_run_that_is_stopped_says_130_and_a_later_one_finishes(int nth)
    {
        _place.Server.Faults.Add(
            new FaultRule
            {
                Kind = FaultKind.Hang,
                Nth = nth,
                Times = 0,
            }
        );
        using var stop = new CancellationTokenSource();
        var running = _terminal.RunAsync(stop.Token, "apply", _terminal.Territory);
        while (_place.Server.Faults.Broken == 0 && !running.IsCompleted)
        {
            await Task.Delay(5);
        }

        await stop.CancelAsync();
        var said = await running.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.That(said.Code, Is.EqualTo(130), said.All);

        _place.Server.Faults.Clear();
        Assert.That((await _terminal.RunAsync("apply", _terminal.Territory)).Code, Is.Zero);
        Assert.That((await _terminal.RunAsync("plan", _terminal.Territory)).Code, Is.Zero);
    }

    private static JsonElement Json(Said said) => JsonDocument.Parse(said.Out).RootElement;
}
