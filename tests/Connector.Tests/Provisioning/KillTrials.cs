using System.Diagnostics;
using System.Text;
using Connector.Cli;
using Connector.Connector.Tests.Cli;
using Connector.DevServer.Faults;

namespace Connector.Tests.Provisioning;

/// <summary>
/// The real program, killed (SIGKILL) in the middle of an <c>apply</c>: the next run finishes it, and the workspace is
/// the one of a run that nobody disturbed, line by line.
/// </summary>
public sealed class KillTrials
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private IReadOnlyList<string> _expected = [];

    /// <summary>The request at which the program dies, before or after the server has acted on it.</summary>
    public static IEnumerable<TestCaseData> Moments()
    {
        yield return At("before anything is asked", FaultKind.Hang, null, null, 1);
        yield return At("after the second account", FaultKind.ResetAfter, "POST", "/cloud/users$", 2);
        yield return At("before the third group", FaultKind.Hang, "POST", "/cloud/groups", 3);
        yield return At("after the second team folder", FaultKind.ResetAfter, "POST", "/folders$", 2);
        yield return At("between attaching a group and its rights", FaultKind.Hang, "POST", "/groups/", 1);
        yield return At("after the fifth folder", FaultKind.ResetAfter, "MKCOL", "/dav/files/", 5);
        yield return At("before the second list of rights", FaultKind.Hang, "PROPPATCH", null, 2);
        yield return At("after a calendar was made", FaultKind.ResetAfter, "MKCOL", "/dav/calendars/", 1);
        yield return At(
            "after a calendar was published or shared",
            FaultKind.ResetAfter,
            "POST",
            "/dav/calendars/",
            4
        );
        yield return At("after an event", FaultKind.ResetAfter, "PUT", "/dav/calendars/", 1);
        yield return At("before the documents", FaultKind.Hang, "POST", "/dav/bulk", 1);
        yield return At("after the documents", FaultKind.ResetAfter, "POST", "/dav/bulk", 1);
        yield return At("while people are let in", FaultKind.Hang, "POST", "/folders/[0-9]+/groups$", 6);

        static TestCaseData At(string name, FaultKind kind, string? verb, string? path, int nth) =>
            new TestCaseData(
                new FaultRule
                {
                    Kind = kind,
                    Verb = verb,
                    Path = path,
                    Nth = nth,
                    Times = kind == FaultKind.Hang ? 0 : 1,
                }
            ).SetArgDisplayNames(name);
    }

    [OneTimeSetUp]
    public async Task Undisturbed()
    {
        await using var place = await Workplace.OpenAsync();
        using var terminal = Terminal.At(place);
        Assert.That((await terminal.RunAsync("apply", terminal.Territory)).Code, Is.Zero);
        _expected = await place.PictureAsync();
    }

    [TestCaseSource(nameof(Moments))]
    public async Task A_killed_apply_is_finished_by_the_next_one(FaultRule moment)
    {
        await using var place = await Workplace.OpenAsync();
        using var terminal = Terminal.At(place);
        place.Server.Faults.Add(moment);
        await KillAt(place, terminal);
        place.Server.Faults.Clear();

        var again = await terminal.RunAsync("apply", terminal.Territory);
        Assert.That(again.Code, Is.Zero, again.ToString());
        var plan = await terminal.RunAsync("plan", terminal.Territory, "--lang", "en");
        Assert.That(plan.Code, Is.Zero, plan.ToString());
        Assert.That(plan.Out, Does.Contain("Nothing to do"));
        Assert.That(await place.PictureAsync(), Is.EqualTo(_expected));
    }

    /// <summary>Starts the program as its user would, and kills it as soon as the server has met the moment.</summary>
    private static async Task KillAt(Workplace place, Terminal terminal)
    {
        using var process = new Process { StartInfo = terminal.Program("apply", terminal.Territory) };
        var said = new StringBuilder();
        process.OutputDataReceived += (_, line) => said.AppendLine(line.Data);
        process.ErrorDataReceived += (_, line) => said.AppendLine(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            var clock = Stopwatch.StartNew();
            while (place.Server.Faults.Broken == 0 && !process.HasExited && clock.Elapsed < Patience)
            {
                await Task.Delay(1);
            }
        }
        finally
        {
            process.Kill();
        }

        await process.WaitForExitAsync();
        Assert.That(place.Server.Faults.Broken, Is.Positive, $"it never came to that moment:\n{said}");
        Assert.That(process.ExitCode, Is.Not.Zero.And.Not.EqualTo(2), "it was to be killed, not to end");
    }
}
