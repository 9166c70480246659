using Connector.Ledger;
using Connector.Tests.Provisioning;

namespace Connector.Connector.Tests.Cli;

/// <summary><c>connector ledger backup|verify|restore</c> as typed.</summary>
public sealed class LedgerVerbTests
{
    private Workplace _place = null!;
    private Terminal _terminal = null!;

    private string Ledger => _terminal.At(".connector/ledger.db");

    private string Copy => _terminal.At("copie.db");

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
    public async Task A_copy_made_during_a_run_is_whole_and_can_be_put_back()
    {
        await using (var open = await LedgerStore.OpenAsync(Ledger, TimeProvider.System, default))
        {
            await open.BeginRunAsync("vallon", "apply", default);
            var said = await _terminal.RunAsync("ledger", "backup", _terminal.Territory, "--to", Copy);
            Assert.That(said.Code, Is.Zero, said.All);
            Assert.That(
                said.Out,
                Does.Contain("2 passages"),
                "what the write-ahead log holds is in the copy"
            );
        }

        if (!OperatingSystem.IsWindows())
        {
            Assert.That(
                File.GetUnixFileMode(Copy),
                Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite)
            );
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        await File.WriteAllTextAsync(Ledger, "perdu");
        Assert.That((await _terminal.RunAsync("ledger", "verify", _terminal.Territory)).Code, Is.EqualTo(1));
        File.Delete(Ledger);
        var restored = await _terminal.RunAsync("ledger", "restore", Copy, _terminal.Territory);
        Assert.That(restored.Code, Is.Zero, restored.All);
        var plan = await _terminal.RunAsync("plan", _terminal.Territory);
        Assert.That(plan.Code, Is.Zero, plan.All);
    }

    [Test]
    public async Task The_former_ledger_is_kept_and_a_damaged_copy_refused()
    {
        Assert.That(
            (await _terminal.RunAsync("ledger", "backup", _terminal.Territory, "--to", Copy)).Code,
            Is.Zero
        );
        var said = await _terminal.RunAsync("ledger", "restore", Copy, _terminal.Territory);
        Assert.That(said.Code, Is.Zero, said.All);
        Assert.That(Directory.GetFiles(_terminal.At(".connector"), "ledger.db.2*"), Has.Length.EqualTo(1));

        var bytes = await File.ReadAllBytesAsync(Copy);
        bytes.AsSpan(bytes.Length / 2, bytes.Length / 4).Fill(0x55);
        await File.WriteAllBytesAsync(Copy, bytes);
        said = await _terminal.RunAsync("ledger", "restore", Copy, _terminal.Territory);
        Assert.That(said.Code, Is.EqualTo(1));
        Assert.That(said.Errors, Does.Contain("abîmé"));
        Assert.That(
            (await _terminal.RunAsync("plan", _terminal.Territory)).Code,
            Is.Zero,
            "the ledger is as it was"
        );
    }

    [Test]
    public async Task Nothing_is_put_back_during_a_run()
    {
        Assert.That(
            (await _terminal.RunAsync("ledger", "backup", _terminal.Territory, "--to", Copy)).Code,
            Is.Zero
        );
        using var run = RunLock.TryTake(Ledger);
        var said = await _terminal.RunAsync("ledger", "restore", Copy, _terminal.Territory);
        Assert.That(said.Code, Is.EqualTo(1));
        Assert.That(said.Errors, Does.Contain("Un autre passage est en cours"));
    }
}
