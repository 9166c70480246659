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
public sealed class MemberTrials
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
    public async Task A_document_that_a_member_edited_is_untouched_even_when_the_territory_changes()
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
    public async Task Rights_that_an_administrator_changed_stay_as_they_are()
    {
        await Apply();
        var folder = await Committee();
        var address = $"apps/groupfolders/folders/{folder.Id}/groups";
        await _administrator.Administer("POST", $"{address}/essai-comite", ("permissions", "1"));
        await _administrator.Administer("DELETE", $"{address}/essai-comite-animation");
        await Apply();
        var now = (await Committee()).Groups;
        Assert.That(now["essai-comite"], Is.EqualTo(Rights.Read));
        Assert.That(now.Keys, Has.None.EqualTo("essai-comite-animation"));
    }

    [Test]
    public async Task Advanced_rights_that_somebody_set_stay_as_they_are()
    {
        await Apply();
        var rules = new[]
        {
            new AclRule("group", "connector-service", Rights.All, Rights.All),
            new AclRule("group", "essai-comite", Rights.All, Rights.Read),
        };
        var path = $"{Root}/01 Feuille de route";
        Assert.That((await _place.Client.Files.SetAcl(path, rules, default)).IsThere);
        await Apply();
        Assert.That((await _place.Client.Files.Find(path, default))!.AclRules, Is.EquivalentTo(rules));
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

    [Test]
    public async Task What_was_there_before_is_adopted_and_not_doubled()
    {
        await ExistingTeamFolder();
        await _administrator.MakeFolder($"{Root}/01 Feuille de route");
        await _administrator.Write(Roadmap, Theirs);
        var calendar = new CalendarSpec
        {
            Uri = "notre-agenda",
            DisplayName = Root,
            Colour = "#112233",
        };
        Assert.That((await _place.Client.Calendars.CreateCalendar(calendar, default)).IsThere);

        await Apply();
        await Apply(Changed);

        Assert.That(await _administrator.Read(Roadmap), Is.EqualTo(Theirs));
        var folders = await _place.Client.TeamFolders.List(default);
        Assert.That(folders.Count(folder => folder.MountPoint == Root), Is.EqualTo(1));
        Assert.That(
            (await Paths()).Where(path => path.StartsWith($"{Root}/01", StringComparison.Ordinal)),
            Is.EquivalentTo(new[] { $"{Root}/01 Feuille de route", Roadmap })
        );
        var calendars = await _place.Client.Calendars.ListCalendars(default);
        Assert.That(
            calendars.Where(item => item.DisplayName == Root).Select(item => item.Uri),
            Is.EqualTo(new[] { "notre-agenda" })
        );
        Assert.That(await _place.Client.Calendars.ListObjects("notre-agenda", default), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_calendar_that_was_published_before_is_adopted_with_its_address()
    {
        var calendar = new CalendarSpec
        {
            Uri = "notre-agenda",
            DisplayName = Root,
            Colour = "#112233",
        };
        await _place.Client.Calendars.CreateCalendar(calendar, default);
        var address = (await _place.Client.Calendars.Publish("notre-agenda", default))!.FeedUrl;
        await Apply();
        Assert.That(
            (await _place.Client.Calendars.Find("notre-agenda", default))!.FeedUrl,
            Is.EqualTo(address)
        );
    }

    [Test]
    public async Task What_a_member_writes_while_a_document_is_being_replaced_is_kept()
    {
        await Apply();
        await During(() => _place.ApplyAsync(Changed), "PUT", Roadmap, () => _member.Write(Roadmap, Theirs));
        Assert.That(await _member.Read(Roadmap), Is.EqualTo(Theirs));
        await Apply(Changed);
        Assert.That(await _member.Read(Roadmap), Is.EqualTo(Theirs));
    }

    [Test]
    public async Task What_a_member_writes_while_a_document_is_being_made_is_kept()
    {
        _place.Server.Faults.Add(
            new FaultRule
            {
                Kind = FaultKind.Status,
                Verb = "POST",
                Path = "/dav/bulk",
                Status = 405,
            }
        );
        await During(
            () => _place.ApplyAsync(),
            "PUT",
            Roadmap,
            () => _administrator.Write(Roadmap, Theirs),
            refusals: 1
        );
        Assert.That(await _administrator.Read(Roadmap), Is.EqualTo(Theirs));
        await Apply();
        await Apply(Changed);
        Assert.That(await _administrator.Read(Roadmap), Is.EqualTo(Theirs));
    }

    [Test]
    public async Task A_folder_that_a_member_makes_in_the_same_moment_is_taken_for_the_one()
    {
        var folder = $"{Root}/00 Pilotage";
        await During(() => _place.ApplyAsync(), "MKCOL", folder, () => _administrator.MakeFolder(folder));
        await Apply();
        Assert.That(
            (await Paths()).Count(path => path.Contains("00 Pilotage", StringComparison.Ordinal)),
            Is.EqualTo(2)
        );
    }

    [Test]
    public async Task An_event_that_a_member_edits_while_it_is_being_replaced_is_kept()
    {
        await Apply();
        var theirs = (await Event()).Replace("T140000", "T153000", StringComparison.Ordinal);
        await During(
            () => _place.ApplyAsync(WithAnotherMeeting),
            "PUT",
            $"{CalendarUri}/{EventName}",
            () => _administrator.WriteEvent(CalendarUri, EventName, theirs)
        );
        Assert.That(await Event(), Does.Contain("T153000"));
        await Apply(WithAnotherMeeting);
        Assert.That(await Event(), Does.Contain("T153000"));
    }

    [Test]
    public async Task A_team_folder_that_an_administrator_renamed_is_followed()
    {
        await Apply();
        var folder = await Committee();
        await _administrator.Administer(
            "POST",
            $"apps/groupfolders/folders/{folder.Id}/mountpoint",
            ("mountpoint", "Notre comité")
        );
        var count = (await _place.Client.TeamFolders.List(default)).Count;
        await Apply();
        await Apply(Changed);
        Assert.That(await _place.Client.TeamFolders.List(default), Has.Count.EqualTo(count));
        Assert.That(await Exists(Root), Is.False);
    }

    [Test]
    public async Task A_team_folder_that_an_administrator_deleted_is_not_made_again()
    {
        await Apply();
        await _administrator.Administer("DELETE", $"apps/groupfolders/folders/{(await Committee()).Id}");
        var before = await Paths();
        await Apply();
        Assert.That(await Paths(), Is.EqualTo(before));
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

    /// <summary>Lets somebody act in the moment between Connector's request and the server's work on it.</summary>
    private async Task During(
        Func<Task<RunReport>> run,
        string verb,
        string path,
        Func<Task> act,
        int refusals = 0
    )
    {
        var address = string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
        _place.Server.Faults.Add(
            new FaultRule
            {
                Kind = FaultKind.Delay,
                Delay = TimeSpan.FromMilliseconds(1500),
                Verb = verb,
                Path = address
                    .Replace("%28", ".*", StringComparison.Ordinal)
                    .Replace("%29", ".*", StringComparison.Ordinal),
            }
        );
        var running = run();
        while (_place.Server.Faults.Broken <= refusals && !running.IsCompleted)
        {
            await Task.Delay(5);
        }

        Assert.That(running.IsCompleted, Is.False, "the run never asked for it");
        await act();
        var report = await running;
        Assert.That(report.Outcome, Is.EqualTo(RunOutcome.Done), Workplace.Sentences(report));
        _place.Server.Faults.Clear();
    }

    private async Task ExistingTeamFolder()
    {
        var (_, folder) = await _place.Client.TeamFolders.Create(Root, default);
        await _administrator.Administer(
            "POST",
            $"apps/groupfolders/folders/{folder!.Id}/groups",
            ("group", "admin")
        );
    }

    private async Task<TeamFolder> Committee() =>
        (await _place.Client.TeamFolders.List(default)).Single(folder => folder.MountPoint == Root);

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
