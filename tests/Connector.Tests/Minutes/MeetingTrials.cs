using System.Globalization;
using Connector.Domain.Workspaces;
using Connector.Nextcloud.Dav;
using Connector.Reports;
using Connector.Templates;
using Connector.Testing;
using Connector.Tests.CalendarSync;
using Connector.Tests.Provisioning;

namespace Connector.Tests.Minutes;

/// <summary>
/// Minutes that follow the group's calendar, whatever people do in it, against the embedded server. Each run is followed by
/// one that finds nothing to do.
/// </summary>
public sealed partial class MeetingTrials
{
    private const string Calendar = "connector-essai-comite";
    private const string Object = "connector-essai-comite-habitude.ics";
    private const string Meetings = "Comité stratégique (essai)/02 Réunions";
    private const string Paris = "DTSTART;TZID=Europe/Paris:";

    private Workplace _place = null!;
    private Hands _person = null!;

    [SetUp]
    public async Task Start()
    {
        _place = await Workplace.OpenAsync();
        _person = _place.Administrator();
        await Run();
    }

    [TearDown]
    public async Task Stop()
    {
        _person.Dispose();
        await _place.DisposeAsync();
    }

    [Test]
    public async Task A_moved_meeting_takes_its_folder_its_file_and_the_date_in_it_along()
    {
        var folder = await Id(Name("2026-12-03"));
        var file = await Id($"{Name("2026-12-03")}/Compte-rendu 2026-12-03.docx");
        await Override("20261203T140000", "20261210T160000");
        await Run();
        Assert.That(await Id(Name("2026-12-10")), Is.EqualTo(folder));
        Assert.That(await Id($"{Name("2026-12-10")}/Compte-rendu 2026-12-10.docx"), Is.EqualTo(file));
        Assert.That(
            await Text(Name("2026-12-10")),
            Does.Contain("jeudi 10 décembre 2026").And.Contain("16 h")
        );
        Assert.That(await Folders(), Has.Count.EqualTo(1));

        await Override("20261203T140000", "20270115T140000");
        await Run();
        Assert.That(await Id(Name("2027-01-15")), Is.EqualTo(folder));
    }

    [Test]
    public async Task What_somebody_renamed_or_wrote_stays_and_the_text_follows()
    {
        var path = $"{Name("2026-12-03")}/Compte-rendu 2026-12-03.docx";
        await _person.Move(path, $"{Name("2026-12-03")}/Notes de Noé.docx");
        await _person.Move(Name("2026-12-03"), $"{Meetings}/2026/Notre grande réunion");
        await Override("20261203T140000", "20261210T160000");
        await Run();
        var words = await Text($"{Meetings}/2026/Notre grande réunion");
        Assert.That(words, Does.Contain("jeudi 10 décembre 2026"));
        Assert.That(await Folders(), Is.EqualTo(new[] { "Notre grande réunion" }));
    }

    [Test]
    public async Task A_cancelled_meeting_says_so_and_one_that_is_taken_up_again_does_not()
    {
        var before = await _person.ReadEvent(Calendar, Object);
        await Event("EXDATE;TZID=Europe/Paris:20261203T140000");
        var report = await Run();
        Assert.That(await Text(Name("2026-12-03")), Does.Contain("ANNULÉE"));
        Assert.That(
            report.Plan!.Steps.Where(step => step.Change == Change.Notice).Select(step => step.Reason.French),
            Has.One.StartsWith("est annulée dans l'agenda")
        );
        await _person.WriteEvent(Calendar, Object, before);
        await Run();
        Assert.That(await Text(Name("2026-12-03")), Does.Not.Contain("ANNULÉE"));
        Assert.That(await Folders(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_meeting_that_a_member_adds_gets_its_own_minutes_and_keeps_them_when_it_is_deleted()
    {
        var ics = GroupCalendarTests.Calendar(
            GroupCalendarTests.Event(
                "exceptionnelle@nextcloud",
                $"{Paris}20261126T100000",
                "DTEND;TZID=Europe/Paris:20261126T113000",
                "SUMMARY:Visite du Bus\\, avec les élus",
                "LOCATION:Gare"
            )
        );
        await _person.WriteEvent(Calendar, "neuf.ics", ics);
        await Run();
        var folder = $"{Meetings}/2026/2026-11-26 Visite du Bus, avec les élus";
        Assert.That(await Text(folder), Does.Contain("jeudi 26 novembre 2026").And.Contain("Gare"));

        await _person.DeleteEvent(Calendar, "neuf.ics");
        var report = await Apply();
        Assert.That(
            report.Plan!.Steps.Where(step => step.Change == Change.Notice).Select(step => step.Reason.French),
            Has.One.StartsWith("n'est plus dans l'agenda")
        );
        var again = await Run();
        Assert.That(
            again.Plan!.Steps.Select(step => step.Reason.French),
            Has.None.StartsWith("n'est plus dans l'agenda")
        );
        Assert.That(await Id(folder), Is.Not.Null);
    }

    [Test]
    public async Task A_series_that_was_split_takes_its_minutes_along()
    {
        var folder = await Id(Name("2026-12-03"));
        var text = await _person.ReadEvent(Calendar, Object);
        var uid = text.Split('\n').First(line => line.StartsWith("UID:", StringComparison.Ordinal)).Trim()[
            4..
        ];
        await _person.WriteEvent(
            Calendar,
            Object,
            text.Replace(
                "RRULE:FREQ=MONTHLY;BYDAY=1TH",
                "RRULE:FREQ=MONTHLY;BYDAY=1TH;UNTIL=20261203T125959Z",
                StringComparison.Ordinal
            )
        );
        await _person.WriteEvent(
            Calendar,
            "autre.ics",
            GroupCalendarTests.Calendar(
                GroupCalendarTests.Event(
                    "autre",
                    $"{Paris}20261204T100000",
                    "RRULE:FREQ=MONTHLY;BYDAY=1FR",
                    "SUMMARY:Le vendredi",
                    $"RELATED-TO;RELTYPE=SIBLING:{uid}"
                )
            )
        );
        await Run();
        Assert.That(await Id($"{Meetings}/2026/2026-12-04 Le vendredi"), Is.EqualTo(folder));
        Assert.That(await Folders(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_calendar_that_is_suddenly_empty_or_damaged_changes_nothing()
    {
        await Event("SUMMARY:Notre comité");
        await Run();
        var picture = await _place.PictureAsync();
        await _person.DeleteEvent(Calendar, Object);
        var report = await Apply();
        Assert.That(report.Outcome, Is.EqualTo(RunOutcome.PartlyDone), "a person is asked");
        Assert.That(
            Of(Change.Conflict, report),
            Has.One.StartsWith("est soudain vide").And.EndsWith("relancez avec --confirm")
        );
        Assert.That(Of(Change.Conflict, await Run()), Is.Empty, "asked once");
        Assert.That(
            (await _place.PictureAsync()).Where(line => line.Contains(Meetings, StringComparison.Ordinal)),
            Is.EqualTo(picture.Where(line => line.Contains(Meetings, StringComparison.Ordinal)))
        );

        var confirmed = await _place.ConfirmAsync();
        Assert.That(
            Of(Change.Notice, confirmed),
            Has.Some.StartsWith("n'est plus dans l'agenda")
                .And.Some.StartsWith("a été supprimé par quelqu'un")
        );
        await Run();
    }

    private static IEnumerable<string> Of(Change change, RunReport report) =>
        report.Plan!.Steps.Where(step => step.Change == change).Select(step => step.Reason.French);

    [Test]
    public async Task Events_lead_to_minutes_once_and_what_people_wrote_in_them_stays()
    {
        var folder = await Id(Meetings);
        Assert.That(
            Unfolded(await _person.ReadEvent(Calendar, Object)),
            Does.Contain($"index.php/f/{folder}"),
            "our own series leads to the folder of meetings from the start"
        );
        var theirs = GroupCalendarTests.Calendar(
            GroupCalendarTests.Event(
                "exceptionnelle@nextcloud",
                $"{Paris}20261126T100000",
                "SUMMARY:Visite",
                "X-APPLE-STRUCTURED-LOCATION;VALUE=URI:geo:1,2;3",
                "DESCRIPTION:Apportez\\, s'il vous plaît\\, un pull"
            )
        );
        await _person.WriteEvent(Calendar, "neuf.ics", theirs);
        await Run();
        var minutes = await Id($"{Meetings}/2026/2026-11-26 Visite/Compte-rendu 2026-11-26.docx");
        var text = await _person.ReadEvent(Calendar, "neuf.ics");
        Assert.That(
            Unfolded(text),
            Does.Contain($"un pull\\n\\nCompte-rendu\u00A0: ").And.Contain($"index.php/f/{minutes}")
        );
        Assert.That(text, Does.Contain("X-APPLE-STRUCTURED-LOCATION;VALUE=URI:geo:1,2;3\r\n"));

        await _person.WriteEvent(Calendar, "neuf.ics", theirs);
        await Run();
        Assert.That(
            await _person.ReadEvent(Calendar, "neuf.ics"),
            Is.EqualTo(theirs),
            "taken out, it stays out"
        );
    }

    [Test]
    public async Task What_members_want_to_speak_of_is_on_the_agenda_of_the_next_meeting_and_of_no_later_one()
    {
        _place.Blueprints = WithPoints();
        await Run();
        var points = $"{Meetings}/Points à aborder.md";
        await _person.Write(points, "# Points à aborder\n\n- Les clés de la salle\n- Le bus\n");
        await Run();
        var december = await Text(Name("2026-12-03"));
        Assert.That(december, Does.Contain("Les clés de la salle").And.Contain("Le bus"));
        Assert.That(
            december.IndexOf("Tour de table", StringComparison.Ordinal),
            Is.LessThan(december.IndexOf("Les clés", StringComparison.Ordinal))
        );
        Assert.That((await Apply()).Requests.Values.Sum(), Is.LessThanOrEqualTo(5));

        _place.Now = new DateTimeOffset(2027, 1, 25, 9, 0, 0, TimeSpan.Zero);
        await _person.Write(points, "# Points à aborder\n\n- Les clés de la salle\n- Le bus\n- La fête\n");
        await Run();
        Assert.That(await Text(Name("2027-02-04")), Does.Contain("La fête").And.Not.Contain("Les clés"));
        Assert.That(await Text(Name("2026-12-03")), Is.EqualTo(december));
        Assert.That(await _person.Read(points), Does.Contain("Les clés"), "words of people stay");
    }

    [Test]
    public async Task A_quiet_day_of_five_groups_asks_the_server_less_than_ten_times()
    {
        await _place.ApplyNetworkAsync(5);
        await _place.ApplyNetworkAsync(5);
        var quiet = await _place.ApplyNetworkAsync(5);
        Assert.That(quiet.Plan!.HasChanges, Is.False);
        Assert.That(quiet.Requests.Values.Sum(), Is.LessThanOrEqualTo(10));
    }
}
