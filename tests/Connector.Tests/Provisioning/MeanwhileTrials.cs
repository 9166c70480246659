using Connector.DevServer.Faults;
using Connector.Domain.Workspaces;
using Connector.Nextcloud.Dav;
using Connector.Provisioning;
using Connector.Reports;

namespace Connector.Tests.Provisioning;

/// <summary>A folder goes, or gets another name, after the plan was made and before its step comes.</summary>
public sealed class MeanwhileTrials
{
    private const string Root = "Comité stratégique (essai)";
    private const string Folder = $"{Root}/01 Feuille de route";
    private const string Document = $"{Folder}/Feuille de route.docx";

    private Workplace _place = null!;
    private Hands _administrator = null!;

    [SetUp]
    public async Task Start()
    {
        _place = await Workplace.OpenAsync();
        _administrator = _place.Administrator();
    }

    [TearDown]
    public async Task Stop()
    {
        _administrator.Dispose();
        await _place.DisposeAsync();
    }

    [Test]
    public async Task A_folder_renamed_between_look_and_step_is_named_and_the_next_run_writes_where_it_is_now()
    {
        var report = await During(() => _administrator.Move(Folder, $"{Root}/Notre cap"));
        Names(report, Document);

        await Settle();
        var paths = await Paths();
        Assert.That(paths, Does.Contain($"{Root}/Notre cap/Feuille de route.docx"));
        Assert.That(paths, Has.None.EqualTo(Folder), "and it is not made a second time");
    }

    [Test]
    public async Task A_folder_deleted_between_look_and_step_is_named_and_not_made_again()
    {
        var report = await During(() => _administrator.Delete(Folder));
        Names(report, Document);

        var next = await Settle();
        Assert.That(
            next.Plan!.Steps.Single(step => step.Subject.English.Contains(Folder + "'")).Reason.English,
            Does.Contain("deleted by somebody")
        );
        Assert.That(await Paths(), Has.None.StartsWith(Folder));
    }

    [Test]
    public async Task A_folder_replaced_by_a_file_between_look_and_step_is_named_and_the_file_stays()
    {
        await During(async () =>
        {
            await _administrator.Delete(Folder);
            await _administrator.Write(Folder, "À nous.");
        });
        Assert.That((await _place.ApplyAsync()).Plan!.HasConflicts);
        Assert.That(await _administrator.Read(Folder), Is.EqualTo("À nous."));
    }

    private static void Names(RunReport report, string path)
    {
        Assert.That(report.Outcome, Is.EqualTo(RunOutcome.PartlyDone), Workplace.Sentences(report));
        var failed = report.Results.Single(result => result.Outcome.State != StepState.Done);
        Assert.That(failed.Outcome.Message!.Value.English, Does.Contain(path));
    }

    private async Task<RunReport> Settle()
    {
        var report = await _place.ApplyAsync();
        Assert.That(report.Outcome, Is.EqualTo(RunOutcome.Done), Workplace.Sentences(report));
        await _place.IsSettledAsync();
        return report;
    }

    /// <summary>Acts while the server is about to write the first document, which is sent alone.</summary>
    private async Task<RunReport> During(Func<Task> act)
    {
        _place.Server.Faults.Add(
            new FaultRule
            {
                Kind = FaultKind.Status,
                Verb = "POST",
                Path = "/dav/bulk",
                Times = 0,
                Status = 405,
            }
        );
        _place.Server.Faults.Add(
            new FaultRule
            {
                Kind = FaultKind.Delay,
                Verb = "PUT",
                Path = string.Join('/', Folder.Split('/').Select(Uri.EscapeDataString))
                    .Replace("%28", ".*", StringComparison.Ordinal)
                    .Replace("%29", ".*", StringComparison.Ordinal),
                Delay = TimeSpan.FromMilliseconds(700),
            }
        );
        var running = _place.ApplyAsync();
        while (_place.Server.Faults.Broken < 2 && !running.IsCompleted)
        {
            await Task.Delay(5);
        }

        Assert.That(running.IsCompleted, Is.False, "the run never came to that document");
        await act();
        var report = await running;
        _place.Server.Faults.Clear();
        return report;
    }

    private async Task<IReadOnlyList<string>> Paths() =>
        [
            .. (await _place.Client.Files.Propfind("", DavDepth.Infinity, default)).Resources.Select(node =>
                node.Path
            ),
        ];
}
