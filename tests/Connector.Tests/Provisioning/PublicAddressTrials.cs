using Connector.Connector.Tests.Cli;
using Connector.Domain.Workspaces;
using Connector.Reports;

namespace Connector.Tests.Provisioning;

/// <summary>The addresses that phones subscribe to: given once, watched, never given anew by themselves.</summary>
public sealed class PublicAddressTrials
{
    private const string Calendar = "connector-essai-jeunes";

    private Workplace _place = null!;
    private Hands _admin = null!;

    [SetUp]
    public async Task Start()
    {
        _place = await Workplace.OpenAsync();
        _admin = _place.Administrator();
        await Apply();
    }

    [TearDown]
    public async Task Stop()
    {
        _admin.Dispose();
        await _place.DisposeAsync();
    }

    [Test]
    public async Task It_is_the_same_after_any_number_of_runs()
    {
        var before = await Feed();
        for (var run = 0; run < 3; run++)
        {
            await Apply();
        }

        Assert.That(await Feed(), Is.EqualTo(before));
    }

    [Test]
    public async Task One_that_somebody_withdrew_is_told_in_each_plan_until_it_is_asked_for_anew()
    {
        await _admin.Unpublish(Calendar);
        foreach (var _ in Enumerable.Range(0, 2))
        {
            Assert.That(Step(await Apply()).Change, Is.EqualTo(Change.Notice));
            Assert.That(await Feed(), Is.Null);
        }

        await _place.RestoreAsync();
        Assert.That(await Feed(), Is.Not.Null);
        Assert.That(Step(await Apply()).Change, Is.EqualTo(Change.Keep));
    }

    [Test]
    public async Task Another_one_is_told_with_both_until_it_is_accepted()
    {
        var before = await Feed();
        await _admin.Unpublish(Calendar);
        await _admin.Publish(Calendar);
        Assert.That(await Feed(), Is.Not.EqualTo(before), "the server gives another token");
        var step = Step(await Apply());
        Assert.That(step.Change, Is.EqualTo(Change.Notice));
        Assert.That(
            step.Reason.French,
            Does.Contain(before!.AbsoluteUri).And.Contain((await Feed())!.AbsoluteUri)
        );

        await _place.RestoreAsync();
        Assert.That(Step(await Apply()).Change, Is.EqualTo(Change.Keep));
    }

    [Test]
    public async Task The_doctor_raises_the_alarm()
    {
        using var terminal = Terminal.At(_place);
        await terminal.RunAsync("apply", terminal.Territory);
        var well = await terminal.RunAsync("doctor", terminal.Territory);
        Assert.That(well.Out, Does.Contain("calendar-addresses"), well.All);

        var calendars = await _place.Client.Calendars.ListCalendars(default);
        var network = calendars.Single(item =>
            item.Uri.StartsWith("connector-reseau", StringComparison.Ordinal)
            && item.Uri != "connector-reseau-essai-d-argentiere"
        );
        await _admin.Unpublish(network.Uri);
        var gone = await terminal.RunAsync("doctor", terminal.Territory);
        Assert.That(gone.Out, Does.Contain("calendar-address-gone"), gone.All);
        Assert.That(gone.Code, Is.EqualTo(1));

        await _admin.Publish(network.Uri);
        var changed = await terminal.RunAsync("doctor", terminal.Territory);
        Assert.That(changed.Out, Does.Contain("calendar-address-changed"), changed.All);
    }

    private static PlanStep Step(RunReport report) =>
        report.Plan!.Steps.Single(step => step.Key == "calendar:essai-jeunes/public");

    private async Task<Uri?> Feed() => (await _place.Client.Calendars.Find(Calendar, default))!.FeedUrl;

    private async Task<RunReport> Apply()
    {
        var report = await _place.ApplyAsync();
        Assert.That(report.Outcome, Is.EqualTo(RunOutcome.Done), Workplace.Sentences(report));
        return report;
    }
}
