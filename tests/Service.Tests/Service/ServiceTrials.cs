using System.Net;
using Connector.DevServer.Faults;
using Connector.Jobs;
using Connector.Reports;

namespace Connector.Connector.Tests.Service;

/// <summary>The whole service on SQLite against an embedded server: jobs from asking to history.</summary>
public sealed class ServiceTrials
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
    public async Task A_job_does_what_apply_does_and_a_second_one_nothing()
    {
        await using var service = await RunningService.StartAsync(_terminal);
        var first = await service.RunAsync();
        Assert.That(first.Outcome, Is.EqualTo(nameof(RunOutcome.Done)), first.Summary);
        Assert.That(first.Changes, Is.GreaterThan(20));
        Assert.That(first.StepsDone, Is.LessThanOrEqualTo(first.StepsPlanned));
        var picture = await _place.PictureAsync();

        var before = _place.Server.RequestCount;
        var second = await service.RunAsync();
        Assert.That(second.Outcome, Is.EqualTo(nameof(RunOutcome.Done)), second.Summary);
        Assert.That(second.Changes, Is.Zero);
        Assert.That(
            second.Requests,
            Is.EqualTo(_place.Server.RequestCount - before).And.LessThanOrEqualTo(10)
        );
        Assert.That(await _place.PictureAsync(), Is.EqualTo(picture));

        var plan = await _terminal.RunAsync("plan", _terminal.Territory);
        Assert.That(plan.Code, Is.Zero, plan.All);
    }

    [Test]
    public async Task A_second_request_joins_the_first()
    {
        await using var service = await RunningService.StartAsync(_terminal);
        _place.Server.Faults.Add(
            new FaultRule
            {
                Kind = FaultKind.Delay,
                Delay = TimeSpan.FromMilliseconds(100),
                Times = 0,
            }
        );
        var first = await service.AskAsync();
        await RunningService.Until(
            async () => (await service.Jobs.GetAsync(first.Id, default))!.State == JobState.Running,
            "running"
        );
        var said = await _terminal.RunAsync(
            "job",
            "run",
            "vallon",
            "--config",
            _terminal.At("connector.yaml")
        );
        Assert.That(said.Out, Does.Contain($"#{first.Id}").And.Contain("s'y joint"), said.All);
        var ended = await service.EndOf(first.Id);
        Assert.That(ended.Joined, Does.Contain("connector job run"));
        Assert.That((await service.Jobs.ListAsync(null, false, 10, default)), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_job_is_cancelled_between_steps_and_a_later_one_finishes()
    {
        await using var service = await RunningService.StartAsync(_terminal);
        _place.Server.Faults.Add(
            new FaultRule
            {
                Kind = FaultKind.Delay,
                Delay = TimeSpan.FromMilliseconds(150),
                Times = 0,
            }
        );
        var job = await service.AskAsync();
        await RunningService.Until(
            async () => (await service.Jobs.GetAsync(job.Id, default))!.StepsDone > 0,
            "a first step"
        );
        var said = await _terminal.RunAsync(
            "job",
            "cancel",
            $"{job.Id}",
            "--config",
            _terminal.At("connector.yaml")
        );
        Assert.That(said.Code, Is.Zero, said.All);
        var ended = await service.EndOf(job.Id);
        Assert.That(ended.Outcome, Is.EqualTo(nameof(RunOutcome.Cancelled)));
        Assert.That(ended.StepsDone, Is.LessThan(ended.StepsPlanned));

        _place.Server.Faults.Clear();
        var retried = await _terminal.RunAsync(
            "job",
            "retry",
            $"{job.Id}",
            "--wait",
            "--config",
            _terminal.At("connector.yaml")
        );
        Assert.That(retried.Code, Is.Zero, retried.All);
        Assert.That((await service.RunAsync()).Changes, Is.Zero);
    }

    [Test]
    public async Task A_server_that_is_away_is_asked_seldom_and_its_return_is_noticed()
    {
        await using var service = await RunningService.StartAsync(_terminal);
        Assert.That((await service.RunAsync()).Outcome, Is.EqualTo(nameof(RunOutcome.Done)));
        _place.Server.Faults.Add(
            new FaultRule
            {
                Kind = FaultKind.Status,
                Status = 503,
                Times = 0,
            }
        );
        var job = await service.AskAsync();
        await RunningService.Until(async () => (await service.Gate.AllAwayAsync(default)).Count == 1, "away");
        var sent = _place.Server.RequestCount;
        await Task.Delay(TimeSpan.FromSeconds(3));
        Assert.That(_place.Server.RequestCount, Is.EqualTo(sent), "nobody asks before the pause is over");
        var waiting = (await service.Jobs.GetAsync(job.Id, default))!;
        Assert.That((waiting.State, waiting.Waits), Is.EqualTo((JobState.Waiting, "server-away")));
        var listed = await _terminal.RunAsync("job", "list", "--config", _terminal.At("connector.yaml"));
        Assert.That(listed.Out, Does.Contain("attend le serveur"));

        _place.Server.Faults.Clear();
        var ended = await service.EndOf(job.Id);
        Assert.That(ended.Outcome, Is.EqualTo(nameof(RunOutcome.Done)), ended.Summary);
        Assert.That(await service.Gate.AllAwayAsync(default), Is.Empty);
    }

    [Test]
    public async Task What_a_stopped_service_left_is_finished_by_the_next()
    {
        JobRow job;
        await using (var service = await RunningService.StartAsync(_terminal))
        {
            _place.Server.Faults.Add(
                new FaultRule
                {
                    Kind = FaultKind.Delay,
                    Delay = TimeSpan.FromMilliseconds(150),
                    Times = 0,
                }
            );
            job = await service.AskAsync();
            await RunningService.Until(
                async () => (await service.Jobs.GetAsync(job.Id, default))!.StepsDone > 0,
                "a first step"
            );
        }

        _place.Server.Faults.Clear();
        await using var again = await RunningService.StartAsync(_terminal);
        var ended = await again.EndOf(job.Id);
        Assert.That(ended.Outcome, Is.EqualTo(nameof(RunOutcome.Done)), ended.Summary);
        Assert.That((await again.RunAsync()).Changes, Is.Zero);
    }

    [Test]
    public async Task Schedules_come_by_themselves_and_change_with_the_file()
    {
        await using var service = await RunningService.StartAsync(_terminal);
        Assert.That(await service.Jobs.ListAsync(null, false, 10, default), Is.Empty);
        await File.WriteAllTextAsync(
            _terminal.At("connector.yaml"),
            RunningService.Configuration(schedule: "toutes les 10 secondes")
        );
        await RunningService.Until(
            async () =>
                (await service.Jobs.ListAsync(null, false, 10, default)).Exists(row =>
                    row is { State: JobState.Ended, AskedBy: TerritoryJob.Planner }
                ),
            "a scheduled job"
        );
        await File.WriteAllTextAsync(_terminal.At("connector.yaml"), "territoires: [oups\n");
        await Task.Delay(TimeSpan.FromSeconds(3));
        using var http = new HttpClient { BaseAddress = service.Address };
        Assert.That((await http.GetAsync("/health/ready")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task The_other_kinds_do_their_part_alone()
    {
        await using var service = await RunningService.StartAsync(_terminal);
        var directory = await service.RunAsync(JobKind.Directory);
        Assert.That(directory.Outcome, Is.EqualTo(nameof(RunOutcome.Done)), directory.Summary);
        Assert.That(directory.Changes, Is.Positive);
        var early = await service.RunAsync(JobKind.Calendar);
        Assert.That(early.Outcome, Is.EqualTo(nameof(RunOutcome.Done)), early.Summary);

        var whole = await service.RunAsync();
        Assert.That(whole.Outcome, Is.EqualTo(nameof(RunOutcome.Done)), whole.Summary);
        foreach (var kind in Enum.GetValues<JobKind>())
        {
            var job = await service.RunAsync(kind);
            Assert.That(job.Outcome, Is.EqualTo(nameof(RunOutcome.Done)), $"{kind}: {job.Summary}");
            Assert.That(job.Changes, Is.Zero, $"{kind}: {job.Summary}");
        }
    }

    [Test]
    public async Task A_broken_territory_fails_its_job_with_the_reasons()
    {
        await using var service = await RunningService.StartAsync(_terminal);
        var text = await File.ReadAllTextAsync(_terminal.Territory);
        await File.WriteAllTextAsync(
            _terminal.Territory,
            text.Replace("coordinateurs:", "cordinateurs:", StringComparison.Ordinal)
        );
        var failed = await service.RunAsync();
        Assert.That(failed.Outcome, Is.EqualTo(nameof(RunOutcome.Failed)));
        var shown = await _terminal.RunAsync(
            "job",
            "show",
            $"{failed.Id}",
            "--config",
            _terminal.At("connector.yaml")
        );
        Assert.That(shown.Out, Does.Contain("« coordinateurs »"));
        Assert.That(_place.Server.RequestCount, Is.Zero);

        await File.WriteAllTextAsync(_terminal.Territory, text);
        Assert.That((await service.RunAsync()).Outcome, Is.EqualTo(nameof(RunOutcome.Done)));
    }
}
