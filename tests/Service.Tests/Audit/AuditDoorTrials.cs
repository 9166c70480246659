using Connector.Audit;
using Connector.Connector.Tests.Service;
using Connector.Domain.Auditing;
using Connector.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace Connector.Connector.Tests.Audit;

/// <summary>What people do by each door stands in the trail, and the command line shows, copies and verifies it.</summary>
public sealed class AuditDoorTrials
{
    private ConsolePlace _place = null!;

    private AuditTrail Trail => _place.Service.Services.GetRequiredService<AuditTrail>();

    [SetUp]
    public async Task Start()
    {
        _place = await ConsolePlace.OpenAsync();
        await _place.AddAsync("zoe", "reseau");
    }

    [TearDown]
    public Task Stop() => _place.DisposeAsync().AsTask();

    [Test]
    public async Task Every_door_leaves_its_lines()
    {
        using var browser = new ConsoleBrowser(_place.Address);
        await browser.SignInAsync(_place, "zoe");
        await browser.PressAsync("/", "/deconnexion");
        await browser.SignInAsync(_place, "zoe");
        await browser.PressAsync("/", "/deconnexion/partout");
        var link = await Run("console", "link");
        var secours = new Uri(link.Split('\n')[0]).PathAndQuery;
        await browser.PressAsync(secours, "/secours");
        await browser.PressAsync(secours, "/secours");
        await Run("job", "run", "vallon", "preuve");
        await Run("job", "retry", "1");
        await Run("job", "cancel", "1");

        var lines = await Trail.AllAsync(default).ToListAsync();
        Assert.That(
            lines.Take(7).Select(line => $"{AuditWords.Of(line.Entry.Actor.Door)} {line.Entry.Action}"),
            Is.EqualTo(
                new[]
                {
                    "session session.begin",
                    "session session.end",
                    "session session.begin",
                    "session session.end-all",
                    "command-line emergency-link.make",
                    "emergency-link emergency-link.use",
                    "emergency-link emergency-link.use",
                }
            )
        );
        Assert.That(lines[0].Entry.Actor.Name, Is.EqualTo("vallon/zoe"));
        Assert.That(lines[6].Entry.Outcome, Is.EqualTo(AuditOutcome.Refused), "a link is good once");
        Assert.That(lines[7].Entry.Action, Is.EqualTo(AuditActions.JobAsked));
        Assert.That(lines[7].Entry.Territory, Is.EqualTo("vallon"));
        Assert.That(lines[7].Entry.Target, Is.EqualTo("job 1"));
        Assert.That(lines[8].Entry.Action, Is.EqualTo(AuditActions.JobRetried));
    }

    [Test]
    public async Task What_a_scheduled_job_changed_is_there_and_what_changed_nothing_is_not()
    {
        for (var time = 0; time < 2; time++)
        {
            var (job, _) = await _place.Service.Jobs.RequestAsync(
                new JobRequest("vallon", JobKind.Provision, "planning", "") { IsScheduled = true },
                default
            );
            await _place.Service.EndOf(job.Id);
        }

        var lines = await Trail.AllAsync(default).ToListAsync();
        Assert.That(lines.Select(line => line.Entry.Action), Is.EqualTo(new[] { AuditActions.JobChanged }));
        Assert.That(lines[0].Entry.Actor, Is.EqualTo(AuditActor.Schedule));
    }

    [Test]
    public async Task The_command_line_lists_copies_and_verifies()
    {
        await Run("job", "run", "vallon", "preuve");
        Assert.That(await Run("audit", "list"), Does.Contain("job.ask").And.Contain("job 1"));
        Assert.That(await Run("audit", "list", "--territory", "autre"), Does.Contain("Aucune ligne"));
        Assert.That(await Run("audit", "list", "--json"), Does.Contain("\"door\": \"command-line\""));
        var copy = _place.Terminal.At("audit.jsonl");
        await Run("audit", "export", "--to", copy);
        await Run("job", "run", "vallon", "conservation");
        Assert.That(await Run("audit", "verify", "--copy", copy), Does.Contain("2 lignes"));

        var text = await File.ReadAllTextAsync(copy);
        await File.WriteAllTextAsync(copy, text.Replace("job 1", "job 7", StringComparison.Ordinal));
        var changed = await Type("audit", "verify", "--copy", copy);
        Assert.That(changed.Code, Is.EqualTo(1));
        Assert.That(changed.Errors, Does.Contain("ligne 1"));
        await File.WriteAllTextAsync(copy, "{}\n");
        Assert.That((await Type("audit", "verify", "--copy", copy)).Code, Is.EqualTo(1));
    }

    private async Task<string> Run(params string[] args)
    {
        var said = await Type(args);
        Assert.That(said.Code, Is.Zero, said.All);
        return said.Out;
    }

    private Task<Said> Type(params string[] args) =>
        _place.Terminal.RunAsync([.. args, "--config", _place.Terminal.At("connector.yaml")]);
}
