using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Connector.Connector.Tests.Service;
using Connector.Jobs;
using Connector.Ledger;
using Connector.Testing;
using Connector.Web.Console.Pages;
using Connector.Web.Console.Readings;
using Microsoft.Extensions.DependencyInjection;

namespace Connector.Tests.Console;

/// <summary>
/// Meetings, minutes, actions and roadmaps in the console, and what is decided there: by whom, with which mistakes, once and
/// twice.
/// </summary>
public sealed partial class MeetingPagesTrials
{
    private ConsolePlace _place = null!;
    private ConsoleBrowser _coordinator = null!;
    private ConsoleBrowser _lead = null!;
    private ConsoleBrowser _member = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _place = await ConsolePlace.OpenAsync();
        await _place.AddAsync("coordo", "coordination", "reseau");
        // In the directory: leads the young people's group, for the library.
        await _place.AddAsync("noe.d-almeida", "reseau", "jeunes-animation");
        await _place.AddAsync("simple", "reseau");
        await _place.Service.RunAsync();
        _coordinator = await As("coordo");
        _lead = await As("noe.d-almeida");
        _member = await As("simple");
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        _coordinator.Dispose();
        _lead.Dispose();
        _member.Dispose();
        await _place.DisposeAsync();
    }

    [Test]
    public async Task A_meeting_is_moved_with_its_place_and_the_calendar_says_so()
    {
        var item = await Next("jeunes", 1);
        var to = item.Meeting.Date.AddDays(1);
        var page = Page(item);
        using var answer = await Fill(
            _coordinator,
            page,
            $"{page}/deplacer",
            ("jour", Iso(to)),
            ("heure", "17:30"),
            ("lieu", "Salle, des fêtes; étage 2")
        );
        Assert.That(answer.Headers.Location?.OriginalString, Is.EqualTo(page));
        var told = await _coordinator.ReadAsync(page);
        Assert.That(
            told,
            Does.Contain("est déplacée").And.Contain("17 h 30").And.Contain("Salle, des fêtes; étage 2")
        );
        Assert.That(told, Does.Contain("au lieu du"));
        var now = await Find("jeunes", item);
        Assert.That(now.Meeting.Place, Is.EqualTo("Salle, des fêtes; étage 2"));
        Assert.That(now.Meeting.End - now.Meeting.Start, Is.EqualTo(TimeSpan.FromHours(2)));
        var others = (await Reading()).Meetings.Where(one => one.Group.Id == "jeunes" && one != now);
        Assert.That(others.Select(one => one.Meeting.Place), Has.None.Contains("étage"));
    }

    [Test]
    public async Task A_meeting_is_cancelled_with_a_reason_and_restored_without_it()
    {
        var item = await Next("jeunes", 3);
        var page = Page(item);
        using var cancelled = await Fill(_lead, page, $"{page}/annuler", ("raison", "la salle est fermée"));
        var told = await _lead.ReadAsync(page);
        Assert.That(told, Does.Contain("est annulée").And.Contain("Annulée : la salle est fermée"));
        Assert.That((await Find("jeunes", item)).Meeting.IsCancelled);
        Assert.That(await _member.ReadAsync("/t/vallon/rencontres?vue=liste"), Does.Contain(">annulée<"));

        using var restored = await Fill(_lead, page, $"{page}/retablir");
        Assert.That(await _lead.ReadAsync(page), Does.Contain("a lieu de nouveau"));
        var now = await Find("jeunes", item);
        Assert.That(now.Meeting.IsCancelled, Is.False);
        Assert.That(now.Meeting.Description, Is.EqualTo(item.Meeting.Description));
        Assert.That(now.Meeting.OverrideId, Is.Null, "the text is what it was before");
    }

    [Test]
    public async Task What_is_wrong_in_a_form_is_told_beside_its_field_and_what_was_typed_stays()
    {
        var page = Page(await Next("jeunes", 2));
        using var answer = await Fill(
            _lead,
            page,
            $"{page}/deplacer",
            ("jour", "2020-01-01"),
            ("heure", "17:45"),
            ("lieu", "Ailleurs")
        );
        var back = await _lead.ReadAsync(answer.Headers.Location!.OriginalString);
        Assert.That(
            back,
            Does.Contain("id=\"jour-faute\"").And.Contain("value=\"17:45\"").And.Contain("value=\"Ailleurs\"")
        );
        Assert.That(back, Does.Contain("role=\"alert\""));
    }

    [Test]
    public async Task Somebody_who_looked_before_another_moved_it_decides_nothing()
    {
        var item = await Next("jeunes", 4);
        var page = Page(item);
        var fields = new[] { ("raison", ""), ("vu", "2026-01-01T00:00:00") };
        using var answer = await Fill(_lead, page, $"{page}/annuler", fields);
        Assert.That(await _lead.ReadAsync(page), Does.Contain("déplacée entre-temps"));
        Assert.That((await Find("jeunes", item)).Meeting.IsCancelled, Is.False);
    }

    [Test]
    public async Task A_lead_decides_for_their_own_group_and_a_member_for_none()
    {
        var theirs = Page(await Next("jeunes", 2));
        var others = Page(await Next("comite", 1));
        Assert.That(await _lead.SourceAsync(theirs), Does.Contain("/deplacer\""));
        Assert.That(await _lead.SourceAsync(others), Does.Not.Contain("/deplacer\""));
        Assert.That(await _member.SourceAsync(theirs), Does.Not.Contain("/deplacer\""));
        using var forged = await Fill(_lead, theirs, $"{others}/annuler", ("raison", ""));
        Assert.That(await _lead.ReadAsync("/t/vallon/rencontres"), Does.Contain("Rien n'a été changé"));
        Assert.That((await Next("comite", 1)).Meeting.IsCancelled, Is.False);
        using var refused = await Fill(_member, "/t/vallon/actions", $"{theirs}/annuler", ("raison", ""));
        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task A_meeting_added_twice_with_one_form_is_there_once()
    {
        var day = (await Reading()).Today.AddDays(30);
        const string page = "/t/vallon/rencontres/ajouter";
        (string, string)[] fields =
        [
            ("cle", "0f8fad5b-d9cb-469f-a165-70867728950e"),
            ("groupe", "jeunes"),
            ("titre", "Visite; du bus, numérique"),
            ("jour", Iso(day)),
            ("heure", "10:00"),
            ("duree", "90"),
            ("lieu", "Place du marché"),
        ];
        using var first = await Fill(_lead, page, page, fields);
        Assert.That(
            await _lead.ReadAsync(first.Headers.Location!.OriginalString),
            Does.Contain("est dans l'agenda de")
        );
        using var second = await Fill(_lead, page, page, fields);
        Assert.That(
            await _lead.ReadAsync(second.Headers.Location!.OriginalString),
            Does.Contain("Rien à faire")
        );
        var added = (await Reading())
            .Meetings.Where(one => one.Meeting.Title == "Visite; du bus, numérique")
            .ToList();
        Assert.That(added, Has.Count.EqualTo(1));
        Assert.That(added[0].Meeting.Start, Is.EqualTo(day.ToDateTime(new TimeOnly(10, 0))));
        Assert.That(added[0].Meeting.IsByPerson);
    }

    [Test]
    public async Task A_rhythm_in_french_is_answered_with_its_next_five_days()
    {
        var text = await _member.ReadAsync(
            "/t/vallon/rencontres/dates?texte=premier+jeudi+du+mois+%C3%A0+14+h"
        );
        Assert.That(Regex.Count(text, "jeudi \\d+(er)? "), Is.EqualTo(5), text);
        Assert.That(text, Does.Contain("14 h"));
        var wrong = await _member.ReadAsync("/t/vallon/rencontres/dates?texte=quand+il+pleut");
        Assert.That(wrong, Does.Contain("n'est pas comprise").And.Contain("premier jeudi du mois"));
        var page = await _member.ReadAsync("/t/vallon/rencontres/rythme?texte=le+15+de+chaque+mois");
        Assert.That(Regex.Count(page, "<li>\\w+ 15 "), Is.EqualTo(5), page);
    }

    [TestCaseSource(typeof(RhythmPage), nameof(RhythmPage.Examples))]
    public void Each_example_of_a_rhythm_is_understood(string words) =>
        Assert.That(
            RhythmPreview.Of(words, Some.Territory(), DateOnly.FromDateTime(Some.Now.DateTime)).Days,
            Has.Count.EqualTo(5)
        );

    [Test]
    public async Task Calendars_are_offered_to_phones_with_a_code()
    {
        var page = await _member.ReadAsync("/t/vallon/rencontres/abonnement");
        Assert.That(page, Does.Contain("href=\"webcal://").And.Contain("Thunderbird"));
        var code = Regex.Match(page, "src=\"([^\"]+\\.svg)\"").Groups[1].Value;
        using var svg = await _member.GetAsync(code);
        Assert.That(svg.Content.Headers.ContentType?.MediaType, Is.EqualTo("image/svg+xml"));
        using var none = await _member.GetAsync("/t/vallon/rencontres/abonnement/ailleurs.svg");
        Assert.That(none.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [TestCase("/rencontres/jeunes/000000000000")]
    [TestCase("/feuilles-de-route/ailleurs")]
    [TestCase("/feuilles-de-route/ailleurs/signer")]
    [TestCase("/feuilles-de-route/comite/recu/personne")]
    public async Task What_is_not_there_is_a_page_that_says_so(string path)
    {
        using var answer = await _coordinator.GetAsync($"/t/vallon{path}");
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("<h1>"));
    }

    [Test]
    public async Task While_another_run_holds_the_ledger_nothing_is_changed()
    {
        var item = await Next("jeunes", 2);
        var page = Page(item);
        var ledger = _place
            .Service.Services.GetRequiredService<ServiceState>()
            .Configuration.Find("vallon")!
            .Ledger;
        using (var held = RunLock.TryTake(ledger))
        {
            Assert.That(held, Is.Not.Null);
            using var answer = await Fill(_lead, page, $"{page}/annuler", ("raison", ""));
        }

        Assert.That(await _lead.ReadAsync(page), Does.Contain("Connector est en train de travailler"));
        Assert.That((await Find("jeunes", item)).Meeting.IsCancelled, Is.False);
    }

    private async Task<ConsoleBrowser> As(string user)
    {
        var browser = new ConsoleBrowser(_place.Address);
        await browser.SignInAsync(_place, user);
        return browser;
    }

    private async Task<NetworkReading> Reading()
    {
        var services = _place.Service.Services;
        var territory = services.GetRequiredService<ServiceState>().Configuration.Find("vallon")!;
        return (await services.GetRequiredService<ReadingShelf>().OfAsync(territory, default)).Reading!;
    }

    /// <summary>One of the meetings to come of a group; each trial takes its own.</summary>
    private async Task<GroupMeeting> Next(string group, int number) =>
        (await Reading())
            .Meetings.Where(item =>
                item.Group.Id == group && item.Meeting.IsRecurring && item.Meeting.OriginalDate >= Today(item)
            )
            .ElementAt(number);

    private static DateOnly Today(GroupMeeting _) => DateOnly.FromDateTime(DateTime.UtcNow).AddDays(2);

    private async Task<GroupMeeting> Find(string group, GroupMeeting item) =>
        MeetingKey.Find(await Reading(), group, MeetingKey.Of(item.Meeting))!;

    private static string Page(GroupMeeting item) => $"/t/vallon{MeetingKey.Path(item.Meeting)}";

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
