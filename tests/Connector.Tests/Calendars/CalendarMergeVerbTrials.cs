using Connector.Connector.Tests.Cli;
using Connector.Tests.Provisioning;

namespace Connector.Tests.Calendars;

/// <summary>
/// The territory file and people change the same series, as coordinators type it, on the embedded server and on a real one.
/// Each run is followed by a plan that finds nothing to do.
/// </summary>
[TestFixtureSource(typeof(Workbench), nameof(Workbench.All))]
public sealed class CalendarMergeVerbTrials(Workbench bench)
{
    private CalendarPlace _place = null!;

    [SetUp]
    public async Task Start() => _place = await CalendarPlace.OpenAsync(bench);

    [TearDown]
    public async Task Stop() => await _place.DisposeAsync();

    [OneTimeTearDown]
    public async Task End() => await bench.DisposeAsync();

    [Test]
    public async Task What_people_changed_stays_and_all_else_follows_the_file()
    {
        await Edit("SUMMARY:Comité mensuel", "SUMMARY:Notre comité\r\nX-NOTE:a\\,b;c");
        await Override("20261203T140000", "20261210T160000");
        await _place.ApplyAsync();

        await Change("lieu: Mairie", "lieu: Gare");
        await Change("de 14 h à 16 h", "de 10 h à 13 h");
        var said = await _place.ApplyAsync();
        Assert.That(said.Out, Does.Contain("lieu, heure, durée").And.Contain("reste"));
        Assert.That(
            await _place.TextAsync(),
            Does.Contain("SUMMARY:Notre comité\r\nX-NOTE:a\\,b;c\r\n")
                .And.Contain("LOCATION:Gare\r\n")
                .And.Contain("DTSTART;TZID=Europe/Paris:20260903T100000")
                .And.Contain("RECURRENCE-ID;TZID=Europe/Paris:20261203T100000")
                .And.Contain("DTSTART;TZID=Europe/Paris:20261210T160000")
        );
        var next = await _place.RunAsync("next", _place.Committee, "--count", "2");
        Assert.That(next.Out, Does.Contain("10 déc. 2026, 16").And.Contain("7 janv. 2027, 10"), next.All);
    }

    [Test]
    public async Task A_conflict_is_told_once_and_undone_by_the_command_that_the_plan_names()
    {
        await Edit("SUMMARY:Comité mensuel", "SUMMARY:Notre comité");
        await Change("titre: Comité mensuel", "titre: Comité de suivi");
        var series = $"{_place.Committee}/mensuelle";
        var command = $"connector calendar take {series} titre";
        var apply = await _place.Terminal.RunAsync("apply", _place.Terminal.Territory);
        Assert.That(apply.Code, Is.Zero, apply.All);
        Assert.That(Joined(apply.Out), Does.Contain("« Notre comité »").And.Contain(command));
        Assert.That(Joined((await _place.ApplyAsync()).Out), Does.Not.Contain("calendar take"), "told once");

        var taken = await _place.RunAsync("take", series, "titre");
        Assert.That(taken.Code, Is.Zero, taken.All);
        Assert.That(Joined(taken.Out), Does.Contain("a maintenant dans l'agenda"));
        Assert.That(await _place.TextAsync(), Does.Contain("SUMMARY:Comité de suivi"));
        Assert.That(Joined((await _place.RunAsync("take", series, "titre")).Out), Does.Contain("avait déjà"));
        await _place.ApplyAsync();

        Assert.That((await _place.RunAsync("take", series, "bidule")).Errors, Does.Contain("titre, lieu"));
        var unknown = await _place.RunAsync("take", $"{_place.Committee}/autre", "titre");
        Assert.That(
            (unknown.Code, unknown.All.Contains("n'est pas une série", StringComparison.Ordinal)),
            Is.EqualTo((1, true))
        );
    }

    [Test]
    public async Task A_series_that_leaves_the_file_is_cancelled_from_today_on_and_comes_back_with_it()
    {
        var text = await File.ReadAllTextAsync(_place.Terminal.Territory);
        var without = text.Replace("  - id: gouter\n", "  - id: autre\n", StringComparison.Ordinal);
        Assert.That(without, Is.Not.EqualTo(text));
        await File.WriteAllTextAsync(_place.Terminal.Territory, without);
        var said = await _place.ApplyAsync();
        Assert.That(Joined(said.Out), Does.Contain("annuler les rencontres à venir « Goûter »"));
        var there = await _place.Person.ReadEvent(Youth, YouthObject);
        Assert.That(
            there,
            Does.Contain("DTSTART;TZID=Europe/Paris:20260910T150000")
                .And.Contain("STATUS:CANCELLED")
                .And.Contain("RECURRENCE-ID;TZID=Europe/Paris:20261210T150000")
                .And.Contain("UNTIL=2027")
        );
        Assert.That(there, Does.Not.Contain("RECURRENCE-ID;TZID=Europe/Paris:20261110"), "what was stays");

        await File.WriteAllTextAsync(_place.Terminal.Territory, text);
        await _place.ApplyAsync();
        Assert.That(await _place.Person.ReadEvent(Youth, YouthObject), Does.Not.Contain("CANCELLED"));
    }

    [Test]
    public async Task A_calendar_that_is_suddenly_empty_is_asked_about_once_and_believed_when_confirmed()
    {
        await _place.Person.DeleteEvent(_place.Calendar, _place.Object);
        var asked = await _place.Terminal.RunAsync("apply", _place.Terminal.Territory);
        Assert.That(asked.Code, Is.EqualTo(2), asked.All);
        Assert.That(Joined(asked.Out), Does.Contain("est soudain vide").And.Contain("--confirm"));
        Assert.That(Joined((await _place.ApplyAsync()).Out), Does.Not.Contain("--confirm"), "asked once");

        var confirmed = await _place.Terminal.RunAsync("apply", _place.Terminal.Territory, "--confirm");
        Assert.That(confirmed.Code, Is.Zero, confirmed.All);
        Assert.That(Joined(confirmed.Out), Does.Contain("a été supprimé par quelqu'un"));
        await _place.ApplyAsync();
    }

    [Test]
    public async Task An_event_that_somebody_threw_away_is_made_again_when_asked_for()
    {
        await _place.Person.DeleteEvent(_place.Calendar, _place.Object);
        var restored = await _place.Terminal.RunAsync("apply", _place.Terminal.Territory, "--restore");
        Assert.That(restored.Code, Is.Zero, restored.All);
        Assert.That(await _place.TextAsync(), Does.Contain("SUMMARY:Comité mensuel"));
        await _place.ApplyAsync();
    }

    private string Youth => $"connector-{_place.Prefix}-jeunes";

    private string YouthObject => $"connector-{_place.Prefix}-jeunes-gouter.ics";

    private async Task Change(string before, string after)
    {
        var text = await File.ReadAllTextAsync(_place.Terminal.Territory);
        var changed = text.Replace(before, after, StringComparison.Ordinal);
        Assert.That(changed, Is.Not.EqualTo(text));
        await File.WriteAllTextAsync(_place.Terminal.Territory, changed);
    }

    private async Task Edit(string before, string after)
    {
        var text = await _place.TextAsync();
        var changed = text.Replace(before, after, StringComparison.Ordinal);
        Assert.That(changed, Is.Not.EqualTo(text));
        await _place.Person.WriteEvent(_place.Calendar, _place.Object, changed);
    }

    private async Task Override(string original, string start)
    {
        var uid = (await _place.TextAsync())
            .Split("\r\n")
            .First(line => line.StartsWith("UID:", StringComparison.Ordinal));
        await Edit(
            "END:VCALENDAR",
            $"BEGIN:VEVENT\r\n{uid}\r\nDTSTAMP:20261101T000000Z\r\nRECURRENCE-ID;TZID=Europe/Paris:{original}\r\n"
                + $"DTSTART;TZID=Europe/Paris:{start}\r\nDURATION:PT2H\r\nSUMMARY:Notre comité\r\nLOCATION:Mairie\r\n"
                + "END:VEVENT\r\nEND:VCALENDAR"
        );
    }

    /// <summary>What a terminal wrapped, on one line.</summary>
    private static string Joined(string said) =>
        string.Join(' ', said.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
