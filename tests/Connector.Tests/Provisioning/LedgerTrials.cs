using Connector.Connector.Tests.Cli;
using Connector.Reports;
using Microsoft.Data.Sqlite;

namespace Connector.Tests.Provisioning;

/// <summary>The ledger's file is damaged, held by another program, or cannot grow: the run stops and says so.</summary>
public sealed class LedgerTrials
{
    private IReadOnlyList<string> _expected = [];
    private Workplace _place = null!;

    [OneTimeSetUp]
    public async Task Undisturbed() => _expected = await Workplace.UndisturbedAsync();

    [SetUp]
    public async Task Start() => _place = await Workplace.OpenAsync();

    [TearDown]
    public async Task Stop() => await _place.DisposeAsync();

    [TestCase("no SQLite")]
    [TestCase("truncated")]
    [TestCase("a page overwritten")]
    public async Task A_damaged_ledger_stops_the_run_and_put_aside_it_doubles_nothing(string damage)
    {
        using var terminal = Terminal.At(_place);
        Assert.That((await terminal.RunAsync("apply", terminal.Territory)).Code, Is.Zero);
        var before = await _place.PictureAsync();
        var path = terminal.At(".connector/ledger.db");
        Settle(path);
        await File.WriteAllBytesAsync(path, Damaged(await File.ReadAllBytesAsync(path), damage));
        var asked = _place.Server.RequestCount;

        var said = await terminal.RunAsync("apply", terminal.Territory);
        Assert.That(said.Code, Is.EqualTo(1), said.All);
        Assert.That(
            said.Errors,
            Does.Contain("est abîmé").And.Contain(path).And.Contain("mettez-le de côté")
        );
        Assert.That(_place.Server.RequestCount, Is.EqualTo(asked));

        SqliteConnection.ClearAllPools();
        Directory.Move(terminal.At(".connector"), terminal.At("aside"));
        var again = await terminal.RunAsync("apply", terminal.Territory);
        Assert.That(again.Code, Is.Zero, again.All);
        Assert.That(await _place.PictureAsync(), Is.EqualTo(before));
        Assert.That((await terminal.RunAsync("plan", terminal.Territory)).Code, Is.Zero);
    }

    /// <summary>The disk takes a few pages more and then no other, wherever in the run that is.</summary>
    [TestCase(1)]
    [TestCase(4)]
    [TestCase(8)]
    [TestCase(12)]
    public async Task A_disk_that_is_full_stops_the_run_where_it_is_and_the_next_one_finishes(int steps)
    {
        await _place.PlanAsync();
        Execute(
            $"CREATE TRIGGER full BEFORE INSERT ON Steps WHEN (SELECT count(DISTINCT BegunAt) FROM Steps) >= {steps} BEGIN SELECT RAISE(FAIL, 'full'); END"
        );
        var report = await _place.ApplyAsync();

        Assert.That(report.Outcome, Is.EqualTo(RunOutcome.Failed));
        Assert.That(report.Problems.Single().Code, Does.StartWith("ledger-"));
        Assert.That(report.Plan, Is.Not.Null, "what was planned and done is told as well");
        Execute("DROP TRIGGER full");
        await _place.ConvergesAsync(_expected);
    }

    [Test]
    public async Task A_ledger_that_another_program_holds_is_waited_for_a_moment_and_then_told()
    {
        await _place.ApplyAsync();
        SqliteConnection.ClearAllPools();
        await using (var other = new SqliteConnection($"Data Source={_place.Ledger};Pooling=False"))
        {
            await other.OpenAsync();
            await using var hold = other.CreateCommand();
            hold.CommandText = "PRAGMA locking_mode=EXCLUSIVE; BEGIN EXCLUSIVE";
            await hold.ExecuteNonQueryAsync();
            using var terminal = Terminal.At(_place);
            var said = await terminal.RunAsync("apply", terminal.Territory, "--ledger", _place.Ledger);
            Assert.That(said.Code, Is.EqualTo(1), said.All);
            Assert.That(said.Errors, Does.Contain("Un autre programme tient le registre"));
        }

        await _place.ConvergesAsync(_expected);
    }

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_place.Ledger};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>All into the one file, as a backup would find it.</summary>
    private static void Settle(string path)
    {
        SqliteConnection.ClearAllPools();
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode=DELETE";
        command.ExecuteNonQuery();
    }

    private static byte[] Damaged(byte[] bytes, string damage)
    {
        switch (damage)
        {
            case "truncated":
                return bytes[..(bytes.Length / 2)];
            case "a page overwritten":
                bytes.AsSpan(4096 * 2, 4096).Fill(0xA5);
                return bytes;
            default:
                bytes.AsSpan(0, 100).Fill((byte)'n');
                return bytes;
        }
    }
}
