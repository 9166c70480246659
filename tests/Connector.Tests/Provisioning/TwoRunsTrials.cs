using System.Diagnostics;
using Connector.Cli;
using Connector.Connector.Tests.Cli;
using Connector.DevServer.Faults;

namespace Connector.Tests.Provisioning;

/// <summary>Two programs applying the same territory at the same time: one works, the other leaves with a sentence.</summary>
public sealed class TwoRunsTrials
{
    [Test]
    public async Task Of_two_applies_at_once_one_works_and_the_other_leaves_and_says_so()
    {
        await using var place = await Workplace.OpenAsync();
        using var terminal = Terminal.At(place);
        place.Server.Faults.Add(
            new FaultRule
            {
                Kind = FaultKind.Delay,
                Nth = 1,
                Times = 1,
                Delay = TimeSpan.FromSeconds(8),
            }
        );
        var both = await Task.WhenAll(Apply(terminal), Apply(terminal));

        Assert.That(
            both.Select(run => run.Code).Order(),
            Is.EqualTo(new[] { 0, 1 }),
            string.Join('\n', both.Select(run => run.All))
        );
        var left = both.Single(run => run.Code == 1);
        Assert.That(left.Errors, Does.Contain("Un autre passage est en cours").And.Contain("→ Attendez"));
        var again = await terminal.RunAsync("plan", terminal.Territory, "--lang", "en");
        Assert.That(again.Code, Is.Zero, again.All);
        Assert.That(await place.PictureAsync(), Is.Unique);
    }

    private static async Task<Said> Apply(Terminal terminal)
    {
        using var process = Process.Start(terminal.Program("apply", terminal.Territory))!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new Said(process.ExitCode, await output, await errors);
    }
}
