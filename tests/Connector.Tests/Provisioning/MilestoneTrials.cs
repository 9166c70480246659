using Connector.Domain.Documents;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Nextcloud.Dav;
using Connector.Provisioning;
using Connector.Reports;
using Connector.Testing;
using Connector.Tests.Roadmaps;

namespace Connector.Tests.Provisioning;

/// <summary>Milestones of a roadmap in the group's calendar, while members edit both.</summary>
public sealed class MilestoneTrials
{
    private const string Calendar = "connector-essai-jeunes";
    private const string Name = "connector-essai-jeunes-jalon.bus-equipe.ics";
    private const string Written = "30/06/2027";

    private Workplace _place = null!;
    private Hands _member = null!;
    private string _roadmap = null!;

    [SetUp]
    public async Task Start()
    {
        _place = await Workplace.OpenAsync();
        _member = await _place.MemberAsync();
        await Apply();
        var files = await _place.Client.Files.Propfind("", DavDepth.Infinity, default);
        _roadmap = files
            .Resources.Single(file =>
                file.Path.StartsWith("Jeunes", StringComparison.Ordinal)
                && file.Path.EndsWith("/Feuille de route.docx", StringComparison.Ordinal)
            )
            .Path;
    }

    [TearDown]
    public async Task Stop()
    {
        _member.Dispose();
        await _place.DisposeAsync();
    }

    [Test]
    public async Task A_milestone_is_a_whole_day_in_the_calendar_that_makes_nobody_busy()
    {
        var text = await Event();
        Assert.That(
            text.Split("\r\n"),
            Has.Member("DTSTART;VALUE=DATE:20270630")
                .And.Member("DTEND;VALUE=DATE:20270701")
                .And.Member("TRANSP:TRANSPARENT")
                .And.Member("SUMMARY:Jalon\u00a0: Bus équipé")
                .And.Member("UID:essai-d-argentiere.essai-jeunes.jalon.bus-equipe@connector")
        );
        Assert.That(text, Does.Not.Contain("ORGANIZER").And.Not.Contain("ATTENDEE"));
    }

    [Test]
    public async Task A_day_that_a_member_changes_in_the_roadmap_moves_the_event()
    {
        await Reword(Written, "07/07/2027");
        var report = await Apply();
        Assert.That(Acts(report), Is.EqualTo(new[] { nameof(PutMilestone) }));
        Assert.That(await Event(), Does.Contain("DTSTART;VALUE=DATE:20270707"));

        await Reword("Bus équipé", "Bus prêt à rouler");
        await Apply();
        Assert.That(await Event(), Does.Contain("Bus prêt à rouler").And.Contain("20270707"));
    }

    [Test]
    public async Task A_roadmap_is_read_once_for_each_time_that_somebody_saved_it()
    {
        await Reword("Se retrouver, décider, agir.", "Nous retrouver.");
        var first = await _place.ApplyAsync();
        var second = await _place.ApplyAsync();
        Assert.That(
            first.Requests.GetValueOrDefault("GET"),
            Is.EqualTo(second.Requests.GetValueOrDefault("GET") + 1)
        );
    }

    [Test]
    public async Task A_roadmap_without_any_milestone_is_read_once_as_well()
    {
        _roadmap = "Comité stratégique (essai)/01 Feuille de route/Feuille de route.docx";
        await A_roadmap_is_read_once_for_each_time_that_somebody_saved_it();
    }

    [Test]
    public async Task An_event_that_a_member_moved_stays_where_it_was_put_and_both_days_are_told()
    {
        await Move("20270630", "20270702");
        var theirs = await Event();
        await Told("30/06/2027", "02/07/2027");
        await Told("30/06/2027", "02/07/2027");

        await Reword(Written, "01/07/2027");
        await Told("01/07/2027", "02/07/2027");
        Assert.That(await Event(), Is.EqualTo(theirs));

        await Reword("01/07/2027", "02/07/2027");
        await Apply();
        Assert.That(
            Step(await _place.PlanAsync()).Change,
            Is.EqualTo(Change.Keep),
            "both say the same again"
        );
        Assert.That(await Event(), Is.EqualTo(theirs));
    }

    [Test]
    public async Task An_event_that_a_member_renamed_keeps_the_words_and_follows_the_day_and_the_other_way_round()
    {
        await Move("Bus équipé", "Le bus est prêt");
        await Reword(Written, "07/07/2027");
        var report = await Apply();
        Assert.That(Acts(report), Has.Member(nameof(MergeEvent)));
        Assert.That(Step(report).Reason.French, Does.StartWith("la feuille de route a changé (date)"));
        Assert.That(await Event(), Does.Contain("Le bus est prêt").And.Contain("VALUE=DATE:20270707"));

        await Move("20270707", "20270709");
        await Reword("Bus équipé", "Bus peint");
        await Apply();
        Assert.That(await Event(), Does.Contain("20270709").And.Contain("Le bus est prêt"));
        await Told("07/07/2027", "09/07/2027");
    }

    [Test]
    public async Task A_member_who_renames_the_event_while_the_run_moves_it_keeps_the_words()
    {
        await Reword(Written, "07/07/2027");
        await _place.ApplyAsync(
            Some.Territory(),
            _ => Move("Bus équipé", "Le bus est prêt").GetAwaiter().GetResult()
        );
        Assert.That(await Event(), Does.Contain("Le bus est prêt").And.Contain("20270707"));
        await Apply();
    }

    [Test]
    public async Task An_event_that_a_member_deleted_stays_away()
    {
        using var admin = _place.Administrator();
        await admin.DeleteEvent(Calendar, Name);
        Assert.That(Step(await Apply()).Change, Is.EqualTo(Change.Notice));
        await Reword(Written, "07/07/2027");
        await Apply();
        Assert.That(await _place.Client.Calendars.GetObjects(Calendar, [Name], default), Is.Empty);
    }

    [TestCase("30 février 2027")]
    [TestCase("avant l'été")]
    public async Task A_day_that_cannot_be_read_is_told_with_its_line(string words)
    {
        await Reword(Written, words);
        var step = Step(await Apply());
        Assert.That(step.Change, Is.EqualTo(Change.Notice));
        Assert.That(step.Reason.French, Does.Contain($"« {words} »").And.Contain("ligne 1"));
        Assert.That(await Event(), Does.Contain("20270630"));
    }

    [Test]
    public async Task A_roadmap_that_is_none_any_more_leaves_the_calendar_as_it_is()
    {
        var docx = await _member.ReadBytes(_roadmap);
        await _member.Write(_roadmap, "rien");
        var plan = (await Apply()).Plan!;
        Assert.That(
            plan.Steps.Where(step => step.Change == Change.Notice).Select(step => step.Subject.French),
            Has.Some.StartsWith("les jalons de « Jeunes")
        );
        Assert.That(await Event(), Does.Contain("20270630").And.Not.Contain("CANCELLED"));

        await _member.Write(_roadmap, RoadmapPlace.Reworded(docx, Written, "07/07/2027"));
        await Apply();
        Assert.That(await Event(), Does.Contain("20270707"), "it is read again when it is one");
    }

    [Test]
    public async Task Data_that_are_merged_into_a_roadmap_move_the_event_in_the_same_run()
    {
        await Reword("Se retrouver, décider, agir.", "Nous retrouver.");
        await Apply();
        var report = await Apply(With(new Milestone(new DateOnly(2027, 9, 1), "Bus équipé", "bus")));
        Assert.That(
            Acts(report),
            Is.SupersetOf(new[] { nameof(MergeDocument), nameof(PutMilestone) }),
            Workplace.Sentences(report)
        );
        Assert.That(await Event(), Does.Contain("20270901"));
    }

    [Test]
    public async Task A_milestone_that_leaves_the_roadmap_is_called_off_and_comes_back()
    {
        Milestone second = new(new DateOnly(2027, 9, 1), "Bus peint", "bus");
        await Apply(With(Bus, second));
        await Apply(With(second));
        Assert.That(await Event(), Does.Contain("STATUS:CANCELLED").And.Contain("20270630"));
        await Apply(With(Bus, second));
        Assert.That(await Event(), Does.Not.Contain("CANCELLED"));
    }

    [Test]
    public async Task A_member_who_writes_while_the_run_does_is_right()
    {
        await Reword(Written, "07/07/2027");
        var plan = await _place.PlanAsync();
        Assert.That(Acts(plan), Is.EqualTo(new[] { nameof(PutMilestone) }));
        await Move("20270630", "20270702");
        await Told("07/07/2027", "02/07/2027");
        Assert.That(await Event(), Does.Contain("20270702"));
    }

    private static Milestone Bus => Some.Territory().Roadmap.Milestones[0];

    private static Territory With(params Milestone[] milestones) =>
        Some.Territory() with
        {
            Roadmap = Some.Territory().Roadmap with { Milestones = milestones },
        };

    private static IEnumerable<string> Acts(RunReport report) =>
        report
            .Plan!.Pending.Where(step => step.Stage != PlanStage.Copies)
            .Select(step => step.Action!.GetType().Name);

    private static PlanStep Step(RunReport report) =>
        report.Plan!.Steps.Single(step => step.Key == "milestone:essai-jeunes/bus-equipe");

    private async Task Told(string roadmap, string calendar)
    {
        var step = Step(await Apply());
        Assert.That(step.Change, Is.EqualTo(Change.Notice), step.Reason.English);
        Assert.That(step.Reason.French, Does.Contain(roadmap).And.Contain(calendar).And.Contain("diffèrent"));
    }

    private async Task Reword(string before, string after) =>
        await _member.Write(
            _roadmap,
            RoadmapPlace.Reworded(await _member.ReadBytes(_roadmap), before, after)
        );

    private async Task Move(string before, string after)
    {
        using var admin = _place.Administrator();
        var text = await Event();
        await admin.WriteEvent(Calendar, Name, text.Replace(before, after, StringComparison.Ordinal));
    }

    private async Task<string> Event() =>
        (await _place.Client.Calendars.GetObjects(Calendar, [Name], default))[0].Ics!;

    /// <summary>A run that ends well, and another that finds nothing to do.</summary>
    private async Task<RunReport> Apply(Territory? territory = null)
    {
        var report = await _place.ApplyAsync(territory);
        Assert.That(report.Outcome, Is.EqualTo(RunOutcome.Done), Workplace.Sentences(report));
        var again = await _place.ApplyAsync(territory);
        Assert.That(again.Results.Select(result => result.Step.Key), Is.Empty);
        Assert.That(again.Requests.Keys, Has.None.EqualTo("PUT"));
        return report;
    }
}
