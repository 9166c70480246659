using Connector.DevServer.Faults;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Nextcloud.CalDav;
using Connector.Nextcloud.Dav;
using Connector.Nextcloud.TeamFolders;
using Connector.Reports;
using Connector.Testing;
using AclRule = Connector.Nextcloud.Dav.AclRule;
using CalendarSpec = Connector.Nextcloud.CalDav.CalendarSpec;

namespace Connector.Tests.Provisioning;

/// <summary>What people do to the workspace between two runs, and during one: it stays.</summary>
public sealed partial class MemberTrials
{
    private const string Root = "Comité stratégique (essai)";
    private const string Roadmap = $"{Root}/01 Feuille de route/Feuille de route.docx";
    private const string CalendarUri = "connector-essai-comite";
    private const string EventName = "connector-essai-comite-habitude.ics";
    private const string Theirs = "Ce que nous avons écrit.";

    private Workplace _place = null!;
    private Hands _member = null!;
    private Hands _administrator = null!;

    [SetUp]
    public async Task Start()
    {
        _place = await Workplace.OpenAsync();
        _member = await _place.MemberAsync();
        _administrator = _place.Administrator();
    }

    [TearDown]
    public async Task Stop()
    {
        _member.Dispose();
        _administrator.Dispose();
        await _place.DisposeAsync();
    }

    [Test]
    public async Task What_a_member_wrote_over_a_document_is_untouched_even_when_the_territory_changes()
    {
        await Apply();
        await _member.Write(Roadmap, Theirs);
        await Apply();
        await Apply(Changed);
        Assert.That(await _member.Read(Roadmap), Is.EqualTo(Theirs));
        Assert.That(await Reason(Roadmap), Is.EqualTo((Change.Keep, "changed by somebody: kept as it is")));
    }

    [TestCase($"{Root}/01 Feuille de route/Notre cap.docx")]
    [TestCase($"{Root}/Notre cap.docx")]
    public async Task A_document_that_a_member_renamed_or_moved_is_followed(string elsewhere)
    {
        await Apply();
        var before = await Sha1(Roadmap);
        await _member.Move(Roadmap, elsewhere);
        await Apply();
        Assert.That(await Exists(Roadmap), Is.False);
        Assert.That(await Sha1(elsewhere), Is.EqualTo(before));

        await Apply(Changed);
        Assert.That(await Exists(Roadmap), Is.False);
        Assert.That(
            await Sha1(elsewhere),
            Is.Not.EqualTo(before),
            "nobody edited it: it is brought up to date"
        );
    }

    [Test]
    public async Task A_document_that_a_member_deleted_is_not_made_again()
    {
        await Apply();
        await _member.Delete(Roadmap);
        await Apply();
        await Apply(Changed);
        Assert.That(await Exists(Roadmap), Is.False);
        Assert.That(
            await Reason(Roadmap),
            Is.EqualTo((Change.Notice, "was deleted by somebody: not made again"))
        );
    }

    [Test]
    public async Task A_folder_that_a_member_renamed_is_followed_with_all_that_is_to_come()
    {
        await Apply();
        await _administrator.Move($"{Root}/02 Réunions", $"{Root}/02 Nos rencontres");
        var before = await Paths();
        await Apply();
        Assert.That(await Paths(), Is.EqualTo(before));

        await Apply(WithAnotherMeeting);
        Assert.That(await Exists($"{Root}/02 Réunions"), Is.False);
        Assert.That(
            (await Paths()).Except(before),
            Has.Some.StartsWith($"{Root}/02 Nos rencontres/").And.Some.EndsWith(".docx")
        );
    }

    [Test]
    public async Task A_folder_that_a_member_deleted_is_not_made_again_nor_what_was_in_it()
    {
        await Apply();
        await _administrator.Delete($"{Root}/02 Réunions");
        var before = await Paths();
        await Apply();
        await Apply(Changed);
        Assert.That(await Paths(), Is.EqualTo(before));
    }

    [Test]
    public async Task An_event_that_a_member_moved_stays_where_they_put_it()
    {
        await Apply();
        var text = (await Event()).Replace("T140000", "T153000", StringComparison.Ordinal);
        await _administrator.WriteEvent(CalendarUri, EventName, text);
        await Apply();
        await Apply(WithAnotherMeeting);
        Assert.That(await Event(), Does.Contain("T153000").And.Not.Contain("T140000"));
    }

    [Test]
    public async Task An_event_that_a_member_deleted_is_not_made_again()
    {
        await Apply();
        await _administrator.DeleteEvent(CalendarUri, EventName);
        var asked = await _place.ApplyAsync();
        Assert.That(
            asked.Outcome,
            Is.EqualTo(RunOutcome.PartlyDone),
            "it was the only one: an emptied calendar is asked about"
        );
        Assert.That(await _place.Client.Calendars.ListObjects(CalendarUri, default), Is.Empty);

        await _place.ConfirmAsync();
        await Apply();
        Assert.That(await _place.Client.Calendars.ListObjects(CalendarUri, default), Is.Empty);
    }

    [Test]
    public async Task A_share_that_somebody_removed_is_not_given_again()
    {
        await Apply();
        await _administrator.Unshare(CalendarUri, "essai-comite");
        var shares = (await _place.Client.Calendars.Find(CalendarUri, default))!.Shares;
        Assert.That(shares.Select(share => share.Id), Has.None.EqualTo("essai-comite"));
        await Apply();
        Assert.That((await _place.Client.Calendars.Find(CalendarUri, default))!.Shares, Is.EqualTo(shares));
    }

    [Test]
    public async Task A_file_where_a_folder_should_be_is_a_conflict_that_is_named()
    {
        await ExistingTeamFolder();
        await _administrator.Write($"{Root}/02 Réunions", Theirs);
        var report = await _place.ApplyAsync();
        Assert.That(report.Outcome, Is.EqualTo(RunOutcome.PartlyDone), "a scheduled run must notice");
        var conflict = report.Plan!.Steps.Single(step => step.Change == Change.Conflict);
        Assert.That(conflict.Subject.English, Does.Contain($"{Root}/02 Réunions"));
        Assert.That(conflict.Reason.English, Does.Contain("file"));
        Assert.That(await _administrator.Read($"{Root}/02 Réunions"), Is.EqualTo(Theirs));
        Assert.That(await Exists(Roadmap), "the rest is done");
        Assert.That((await _place.PlanAsync()).Outcome, Is.EqualTo(RunOutcome.PartlyDone));

        await _administrator.Move($"{Root}/02 Réunions", $"{Root}/Notes de réunions");
        await Apply();
        Assert.That((await _place.Client.Files.Find($"{Root}/02 Réunions", default))!.IsFolder);
    }

    private static Territory Changed =>
        Some.Territory() with
        {
            Name = Some.Territory().Name,
            Groups =
            [
                .. Some.Territory()
                    .Groups.Select(group => group with { Purpose = "Que chacun ait à qui parler." }),
            ],
            Roadmap = Some.Territory().Roadmap! with { Objectives = [new("Dix lieux de plus", "lieux")] },
        };

    /// <summary>The habit moves to another day: another event, and other minutes in another folder.</summary>
    private static Territory WithAnotherMeeting
    {
        get
        {
            var territory = Some.Territory();
            return territory with
            {
                Groups =
                [
                    .. territory.Groups.Select(group =>
                        group with
                        {
                            Meetings =
                            [
                                .. group.Meetings.Select(series =>
                                    series with
                                    {
                                        Rule = "FREQ=MONTHLY;BYDAY=3WE",
                                    }
                                ),
                            ],
                        }
                    ),
                ],
            };
        }
    }

    /// <summary>Runs, expects everything done, and that a plan after it has nothing left.</summary>
    private async Task Apply(Territory? territory = null)
    {
        var report = await _place.ApplyAsync(territory);
        Assert.That(report.Outcome, Is.EqualTo(RunOutcome.Done), Workplace.Sentences(report));
        var plan = await _place.PlanAsync(territory);
        Assert.That(plan.Plan?.Pending.Select(step => step.Key), Is.Empty);
    }

    private async Task<(Change, string)> Reason(string path)
    {
        var plan = (await _place.PlanAsync()).Plan!;
        var step = plan.Steps.Single(step => step.Subject.English == $"the document '{path}'");
        return (step.Change, step.Reason.English);
    }

    private async Task<string> Event()
    {
        var found = await _place.Client.Calendars.GetObjects(CalendarUri, [EventName], default);
        return found.Single().Ics!;
    }

    private async Task<bool> Exists(string path) => await _place.Client.Files.Find(path, default) is not null;

    private async Task<string?> Sha1(string path) => (await _place.Client.Files.Find(path, default))?.Sha1;

    private async Task<IReadOnlyList<string>> Paths()
    {
        var listing = await _place.Client.Files.Propfind("", DavDepth.Infinity, default);
        return [.. listing.Resources.Select(node => node.Path).Order(StringComparer.Ordinal)];
    }
}
