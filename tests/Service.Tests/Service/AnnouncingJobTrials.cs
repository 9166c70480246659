using System.Globalization;
using System.Text.Json;
using Connector.Jobs;
using Connector.Reports;
using Connector.Tests.Announcing;

namespace Connector.Connector.Tests.Service;

/// <summary>The service announces with the job that found the news.</summary>
public sealed class AnnouncingJobTrials
{
    [Test]
    public async Task News_leave_with_the_job_that_found_them_and_planning_sends_nothing()
    {
        await using var place = await Workplace.OpenAsync();
        await using var mattermost = WebhookReceiver.Mattermost();
        using var terminal = Terminal.At(place);
        terminal.Environment["ANNONCES_MATTERMOST"] = mattermost.Address.AbsoluteUri;
        await File.AppendAllTextAsync(
            terminal.Territory,
            """

            canaux:
              - { id: reseau, type: mattermost, environnement: ANNONCES_MATTERMOST }
            annonces:
              heures-calmes: aucune
            """
        );
        await using var service = await RunningService.StartAsync(terminal);
        var first = await service.RunAsync();
        Assert.That(first.Outcome, Is.EqualTo(nameof(RunOutcome.Done)), first.Summary);
        Assert.That(mattermost.Calls, Is.Zero, "what was there is no news");

        var next = await terminal.RunAsync("calendar", "next", "comite", "-f", terminal.Territory, "--json");
        var start = JsonDocument
            .Parse(next.Out)
            .RootElement.GetProperty("meetings")[1]
            .GetProperty("start")
            .GetDateTime();
        var (day, other) = (Iso(start), Iso(start.AddDays(1)));
        var moved = await terminal.RunAsync(
            "calendar",
            "move",
            $"comite/{day}",
            other,
            "-f",
            terminal.Territory
        );
        Assert.That(moved.Code, Is.Zero, moved.All);
        await terminal.RunAsync("plan", terminal.Territory);
        await terminal.RunAsync("apply", terminal.Territory);
        Assert.That(mattermost.Calls, Is.Zero, "neither a plan nor an apply by hand tells anybody");

        await service.RunAsync();
        Assert.That(mattermost.Texts.Single(), Does.Contain("Rencontre déplacée"));
        var quiet = await service.RunAsync(JobKind.Announcements);
        Assert.That(quiet.Outcome, Is.EqualTo(nameof(RunOutcome.Done)), quiet.Summary);
        Assert.That(quiet.Requests, Is.Zero, "the ledger knows what there is to tell");
        Assert.That(mattermost.Calls, Is.EqualTo(1));
    }

    private static string Iso(DateTime day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
