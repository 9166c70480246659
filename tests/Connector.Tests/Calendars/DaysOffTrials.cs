using Connector.Tests.Provisioning;
using Microsoft.Extensions.Time.Testing;

namespace Connector.Tests.Calendars;

/// <summary>Series that give way to days off, in real events: written once, written on as years go by, people's edits kept.</summary>
[TestFixtureSource(typeof(Workbench), nameof(Workbench.All))]
public sealed class DaysOffTrials(Workbench bench)
{
    private const string Series =
        "fériés: jour-ouvré-suivant\n        rappels: [la veille, 1 h]\n        coordonnées: 45.18, 0.72\n        visio: https://visio.example.org/a?b=1,2";

    private CalendarPlace _place = null!;

    [SetUp]
    public async Task Start() =>
        _place = await CalendarPlace.OpenAsync(bench, "jours-fériés: métropole", Series);

    [TearDown]
    public async Task Stop() => await _place.DisposeAsync();

    [OneTimeTearDown]
    public async Task End() => await bench.DisposeAsync();

    [Test]
    public async Task Every_phone_is_told_and_a_run_of_next_year_writes_on_without_touching_what_people_changed()
    {
        var text = await _place.TextAsync();
        Assert.That(
            text,
            Does.Contain("RECURRENCE-ID;TZID=Europe/Paris:20270506T140000")
                .And.Contain("DTSTART;TZID=Europe/Paris:20270507T140000")
        );
        Assert.That(
            text,
            Does.Contain("TRIGGER:-P1D")
                .And.Contain("GEO:45.18;0.72")
                .And.Contain("CONFERENCE;VALUE=URI")
                .And.Not.Contain("ORGANIZER")
        );
        Assert.That(text, Does.Not.Contain("RECURRENCE-ID;TZID=Europe/Paris:2031"));
        await _place.ApplyAsync();
        Assert.That(await _place.TextAsync(), Is.EqualTo(text));
        Assert.That(
            (await _place.RunAsync("status", _place.Committee)).Out,
            Does.Not.Contain("par quelqu'un")
        );
        Assert.That(
            (await _place.RunAsync("next", _place.Committee)).Out,
            Does.Contain("ven. 7 mai 2027").And.Contain("déplacée, au lieu du jeu. 6 mai 2027")
        );

        Assert.That(
            (await _place.RunAsync("move", $"{_place.Committee}/2027-02-04", "2027-02-05")).Code,
            Is.Zero
        );
        // 1 November 2029 and 1 May 2031 are first Thursdays.
        _place.Terminal.Time = new FakeTimeProvider(new DateTimeOffset(2029, 1, 2, 9, 0, 0, TimeSpan.Zero));
        await _place.ApplyAsync();
        var later = await _place.TextAsync();
        Assert.That(later, Does.Contain("RECURRENCE-ID;TZID=Europe/Paris:20310501T140000"), "written on");
        Assert.That(
            later,
            Does.Contain("RECURRENCE-ID;TZID=Europe/Paris:20270204T140000")
                .And.Contain("DTSTART;TZID=Europe/Paris:20270205T140000"),
            "the coordinator's move is kept"
        );
        Assert.That(later, Does.Contain("RECURRENCE-ID;TZID=Europe/Paris:20270506T140000"));
        await _place.ApplyAsync();
        Assert.That(await _place.TextAsync(), Is.EqualTo(later));
    }

    [Test]
    public async Task What_both_changed_is_told_with_the_command_that_takes_the_file_s_value()
    {
        var text = await _place.TextAsync();
        var at = text.IndexOf("LOCATION:Mairie", StringComparison.Ordinal);
        var theirs = $"{text[..at]}LOCATION:Gymnase{text[(at + "LOCATION:Mairie".Length)..]}";
        await _place.Person.WriteEvent(_place.Calendar, _place.Object, theirs);
        await _place.WriteAsync("jours-fériés: métropole", Series);
        var file = await File.ReadAllTextAsync(_place.Terminal.Territory);
        await File.WriteAllTextAsync(
            _place.Terminal.Territory,
            file.Replace("lieu: Mairie", "lieu: Médiathèque", StringComparison.Ordinal)
        );
        Assert.That((await _place.Terminal.RunAsync("apply", _place.Terminal.Territory)).Code, Is.Zero);

        var conflicts = await _place.RunAsync("conflicts");
        var name = $"{_place.Committee}/mensuelle";
        Assert.That(conflicts.Code, Is.EqualTo(3), conflicts.All);
        Assert.That(
            conflicts.Out,
            Does.Contain("« Gymnase »")
                .And.Contain("« Médiathèque »")
                .And.Contain($"connector calendar take {name} lieu")
        );
        Assert.That(
            (await _place.RunAsync("take", name, "couleurs")).Errors,
            Does.Contain("« couleurs » n'est pas un champ")
        );
        Assert.That(
            (await _place.RunAsync("take", "rien/du-tout")).Errors,
            Does.Contain("n'est pas une série")
        );

        Assert.That((await _place.RunAsync("status", _place.Committee)).Out, Does.Contain("1 désaccord"));
        Assert.That(
            (await _place.RunAsync("conflicts", "--lang", "en")).Out,
            Does.Contain("Changed on both sides")
        );

        var take = await _place.RunAsync("take", name, "lieu");
        Assert.That(take.Code, Is.Zero, take.All);
        Assert.That(
            await _place.TextAsync(),
            Does.Contain("LOCATION:Médiathèque").And.Not.Contain("Gymnase")
        );
        var after = await _place.TextAsync();
        Assert.That((await _place.RunAsync("take", name, "lieu")).Out, Does.Contain("avait déjà"));
        Assert.That(await _place.TextAsync(), Is.EqualTo(after));
        Assert.That((await _place.RunAsync("conflicts")).Out, Does.Not.Contain("Changés des deux côtés"));
        await _place.ApplyAsync();
        Assert.That(await _place.TextAsync(), Is.EqualTo(after));
    }
}
