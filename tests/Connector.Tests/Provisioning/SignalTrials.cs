using System.Diagnostics;
using System.Globalization;
using Connector.Connector.Tests.Cli;
using Connector.DevServer.Faults;

namespace Connector.Tests.Provisioning;

/// <summary>The real program, asked to end in the middle of an <c>apply</c> by Ctrl-C or by the system.</summary>
public sealed class SignalTrials
{
    [Test]
    public async Task An_apply_that_is_asked_to_end_does_so_with_130_and_the_next_one_finishes(
        [Values("INT", "TERM")] string signal,
        [Values(1, 30)] int nth
    )
    {
        await using var place = await Workplace.OpenAsync();
        using var terminal = Terminal.At(place);
        place.Server.Faults.Add(
            new FaultRule
            {
                Kind = FaultKind.Delay,
                Nth = nth,
                Times = 0,
                Delay = TimeSpan.FromMilliseconds(300),
            }
        );
        using var process = Process.Start(terminal.Program("apply", terminal.Territory))!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        while (place.Server.Faults.Broken == 0 && !process.HasExited)
        {
            await Task.Delay(5);
        }

        var clock = Stopwatch.StartNew();
        using var kill = Process.Start(
            "kill",
            [$"-{signal}", process.Id.ToString(CultureInfo.InvariantCulture)]
        );
        await process.WaitForExitAsync();
        Assert.That(process.ExitCode, Is.EqualTo(130), await output + await errors);
        Assert.That(clock.Elapsed, Is.LessThan(TimeSpan.FromSeconds(20)));

        place.Server.Faults.Clear();
        var again = await terminal.RunAsync("apply", terminal.Territory);
        Assert.That(again.Code, Is.Zero, again.All);
        Assert.That((await terminal.RunAsync("plan", terminal.Territory)).Code, Is.Zero);
        Assert.That(await place.PictureAsync(), Is.Unique);
    }
}
