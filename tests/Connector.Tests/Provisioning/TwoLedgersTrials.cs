using System.Diagnostics;
using Connector.Cli;
using Connector.Connector.Tests.Cli;
using Connector.DevServer.Faults;

namespace Connector.Tests.Provisioning;

/// <summary>
/// Two people who each have the territory in a folder of their own, with its own ledger, and apply it to the same server:
/// no lock of this machine is between them, and nothing is doubled.
/// </summary>
public sealed class TwoLedgersTrials
{
    private IReadOnlyList<string> _expected = [];
    private Workplace _place = null!;
    private Terminal _one = null!;
    private Terminal _other = null!;

    [OneTimeSetUp]
    public async Task Undisturbed()
    {
        await using var place = await Workplace.OpenAsync();
        using var terminal = Terminal.At(place);
        Assert.That((await terminal.RunAsync("apply", terminal.Territory)).Code, Is.Zero);
        _expected = await place.PictureAsync();
    }

    [SetUp]
    public async Task Start()
    {
        _place = await Workplace.OpenAsync();
        (_one, _other) = (Terminal.At(_place), Terminal.At(_place));
    }

    [TearDown]
    public async Task Stop()
    {
        _one.Dispose();
        _other.Dispose();
        await _place.DisposeAsync();
    }

    [Test]
    public async Task One_after_the_other_the_second_links_what_the_first_made()
    {
        Assert.That((await _one.RunAsync("apply", _one.Territory)).Code, Is.Zero);
        var second = await _other.RunAsync("apply", _other.Territory);

        Assert.That(second.Code, Is.Zero, second.All);
        await BothAreSettled();
    }

    /// <summary>Each listing of the team folders, and each making of one, takes long enough for the other to come in between.</summary>
    [TestCase("/groupfolders/folders")]
    [TestCase("/dav/(files|bulk)")]
    public async Task At_once_nothing_is_doubled_and_both_agree_afterwards(string path)
    {
        _place.Server.Faults.Add(
            new FaultRule
            {
                Kind = FaultKind.Delay,
                Path = path,
                Times = 0,
                Delay = TimeSpan.FromMilliseconds(60),
            }
        );
        await Task.WhenAll(Run(_one), Run(_other));
        _place.Server.Faults.Clear();

        Assert.That(
            (await _place.Client.TeamFolders.List(default)).Select(folder => folder.MountPoint),
            Is.Unique
        );
        foreach (var terminal in new[] { _one, _other, _one })
        {
            var said = await terminal.RunAsync("apply", terminal.Territory);
            Assert.That(said.Code, Is.Zero, said.All);
        }

        await BothAreSettled();
    }

    private async Task BothAreSettled()
    {
        foreach (var terminal in new[] { _one, _other })
        {
            var plan = await terminal.RunAsync("plan", terminal.Territory);
            Assert.That(plan.Code, Is.Zero, plan.All);
        }

        Assert.That(await _place.PictureAsync(), Is.EqualTo(_expected));
    }

    private static async Task Run(Terminal terminal)
    {
        using var process = Process.Start(terminal.Program("apply", terminal.Territory))!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        TestContext.Out.WriteLine($"{process.ExitCode}\n{await output}{await errors}");
    }
}
