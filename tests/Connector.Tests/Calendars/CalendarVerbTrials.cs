using Connector.Connector.Tests.Cli;
using Connector.DevServer.Faults;
using Connector.Tests.Provisioning;

namespace Connector.Tests.Calendars;

/// <summary>What coordinators ask about calendars and do in them, as typed; each twice, for the second finds nothing to do.</summary>
[TestFixtureSource(typeof(Workbench), nameof(Workbench.All))]
public sealed class CalendarVerbTrials(Workbench bench)
{
    private CalendarPlace _place = null!;

    [SetUp]
    public async Task Start() => _place = await CalendarPlace.OpenAsync(bench);

    [TearDown]
    public async Task Stop() => await _place.DisposeAsync();

    [OneTimeTearDown]
    public async Task End() => await bench.DisposeAsync();

    [Test]
    public async Task The_meetings_to_come_and_the_state_of_each_calendar_are_told()
    {
        var next = await _place.RunAsync("next", "--count", "3");
        Assert.That(next.Code, Is.Zero, next.All);
        Assert.That(
            next.Out,
            Does.Contain("décembre 2026")
                .And.Contain("jeu. 3 déc. 2026, 14\u00a0h – 16\u00a0h : Comité mensuel (Comité")
                .And.Contain("jeu. 10 déc. 2026, 15\u00a0h – 17\u00a0h : Goûter")
                .And.Contain("jeu. 7 janv. 2027")
        );
        Assert.That(
            (await _place.JsonAsync("next", _place.Committee)).GetProperty("meetings").GetArrayLength(),
            Is.GreaterThan(10)
        );

        var status = await _place.RunAsync("status");
        Assert.That(status.Code, Is.Zero, status.All);
        Assert.That(
            status.Out,
            Does.Contain($"partagé avec {_place.Committee}")
                .And.Match(@"dernier changement lu le \d\d/\d\d/\d{4}")
                .And.Contain("adresse publique : http")
                .And.Contain("3 agendas, rien n'attend.")
        );
        Assert.That(status.Out, Does.Not.Contain("déplacée").And.Not.Contain("modifié"));
        Assert.That(
            (await _place.RunAsync("next", "personne")).Errors,
            Does.Contain("n'est pas un groupe").And.Contain(_place.Committee)
        );
    }

    [Test]
    public async Task One_meeting_is_moved_its_minutes_follow_and_again_changes_nothing()
    {
        var before = await _place.TextAsync();
        var moved = await Move("2026-12-03", "2026-12-09", "16h30");
        Assert.That(moved.Code, Is.Zero, moved.All);
        Assert.That(
            moved.Out,
            Does.Contain(
                "est déplacée : jeu. 3 déc. 2026, 14\u00a0h – 16\u00a0h → mer. 9 déc. 2026, 16\u00a0h\u00a030 – 18\u00a0h\u00a030"
            )
        );
        var after = await _place.TextAsync();
        var at = before.LastIndexOf("END:VCALENDAR", StringComparison.Ordinal);
        Assert.That(after, Does.StartWith(before[..at]).And.EndWith(before[at..]));

        var again = await Move("2026-12-03", "2026-12-09", "16h30");
        Assert.That(
            (again.Code, again.Out.Contains("Rien à faire", StringComparison.Ordinal)),
            Is.EqualTo((0, true)),
            again.All
        );
        Assert.That(await _place.TextAsync(), Is.EqualTo(after));

        Assert.That(
            (await _place.RunAsync("next", _place.Committee)).Out,
            Does.Contain("mer. 9 déc. 2026, 16\u00a0h\u00a030 – 18\u00a0h\u00a030")
                .And.Contain("déplacée, au lieu du jeu. 3 déc. 2026")
        );
        await _place.ApplyAsync();
        Assert.That(
            await _place.TextAsync(),
            Does.Contain("DTSTART;TZID=Europe/Paris:20261209T163000"),
            "a run keeps it"
        );
        Assert.That(
            (await _place.RunAsync("status", _place.Committee)).Out,
            Does.Contain("1 déplacée, 0 annulée, 0 ajoutée")
        );

        Assert.That(
            (await Move("2026-12-09", "2026-12-10", "15h")).Errors,
            Does.Contain("ont lieu en même temps").And.Contain("Goûter")
        );
        Assert.That(
            (await _place.RunAsync("conflicts", "--days", "60")).Out,
            Does.Contain("« Comité mensuel »").And.Contain("« Goûter »")
        );
    }

    [Test]
    public async Task One_meeting_is_cancelled_and_taken_up_again_and_the_bytes_are_those_of_before()
    {
        var before = await _place.TextAsync();
        var name = $"{_place.Committee}/prochaine";
        Assert.That(
            (await _place.RunAsync("cancel", name)).Out,
            Does.Contain("est annulée : jeu. 3 déc. 2026")
        );
        var cancelled = await _place.TextAsync();
        Assert.That(
            cancelled,
            Does.Contain("STATUS:CANCELLED").And.Contain("RECURRENCE-ID;TZID=Europe/Paris:20261203T140000")
        );
        name = $"{_place.Committee}/2026-12-03";
        Assert.That(
            (await _place.RunAsync("cancel", name)).Out,
            Does.Contain("déjà annulée").And.Contain("Rien à faire")
        );
        Assert.That(await _place.TextAsync(), Is.EqualTo(cancelled));
        Assert.That(
            (await _place.RunAsync("next")).Out,
            Does.Contain("✗ jeu. 3 déc. 2026").And.Contain("ANNULÉE")
        );
        Assert.That(
            (await Move("2026-12-03", "2026-12-09")).Errors,
            Does.Contain("est annulée : elle ne peut pas être déplacée").And.Contain("restore")
        );
        await _place.ApplyAsync();

        var restored = await _place.RunAsync("restore", name);
        Assert.That(restored.Out, Does.Contain("a lieu de nouveau"), restored.All);
        Assert.That(await _place.TextAsync(), Is.EqualTo(before));
        Assert.That(
            (await _place.RunAsync("restore", name)).Out,
            Does.Contain("n'est pas annulée").And.Contain("Rien à faire")
        );
        await _place.ApplyAsync();
        Assert.That(await _place.TextAsync(), Is.EqualTo(before));
    }

    [Test]
    public async Task What_names_no_meeting_or_several_is_asked_back()
    {
        Assert.That(
            (await Move("2026-12-04", "2026-12-09")).Errors,
            Does.Contain("Aucune rencontre ne répond à")
        );
        Assert.That((await Move("demain", "2026-12-09")).Errors, Does.Contain("ne nomme pas une rencontre"));
        Assert.That(
            (await Move("2026-12-03", "bientôt")).Errors,
            Does.Contain("« bientôt » n'est pas un jour")
        );
        Assert.That(
            (await Move("2026-12-03", "2026-12-09", "tard")).Errors,
            Does.Contain("« tard » n'est pas une heure")
        );

        await Move("2026-12-03", "2027-01-07", "10:00");
        var several = await _place.RunAsync("cancel", $"{_place.Committee}/2027-01-07");
        Assert.That(several.Code, Is.EqualTo(1));
        Assert.That(
            several.Errors,
            Does.Contain("peut nommer 2 rencontres")
                .And.Contain($"{_place.Committee}/2027-01-07#1")
                .And.Contain("#2")
        );
        Assert.That(
            (await _place.RunAsync("cancel", $"{_place.Committee}/2027-01-07T14:00")).Out,
            Does.Contain("est annulée : jeu. 7 janv. 2027, 14\u00a0h")
        );
        Assert.That(
            (await _place.RunAsync("cancel", $"{_place.Committee}/2027-01-07#1")).Out,
            Does.Contain("est annulée : jeu. 7 janv. 2027, 10\u00a0h")
        );
    }

    [Test]
    public async Task What_somebody_saved_is_kept_when_a_meeting_is_moved_afterwards()
    {
        var theirs = (await _place.TextAsync()).Replace(
            "LOCATION:Mairie",
            "LOCATION:Gymnase\r\nX-NOTE:à moi",
            StringComparison.Ordinal
        );
        await _place.Person.WriteEvent(_place.Calendar, _place.Object, theirs);
        Assert.That((await Move("2027-01-07", "2027-01-08")).Code, Is.Zero);
        var text = await _place.TextAsync();
        Assert.That(
            text,
            Does.StartWith(theirs[..theirs.LastIndexOf("END:VCALENDAR", StringComparison.Ordinal)])
        );
        await _place.ApplyAsync();
        Assert.That(
            (await _place.RunAsync("status", _place.Committee)).Out,
            Does.Contain("quelqu'un a modifié la série « Comité mensuel »")
        );
    }

    [Test]
    public async Task Somebody_who_saves_while_a_meeting_is_moved_loses_nothing()
    {
        if (bench.Host is not { } host)
        {
            Assert.Ignore("only the embedded server can be slowed down between reading and writing");
            return;
        }

        var broken = host.Faults.Broken;
        host.Faults.Add(
            new FaultRule
            {
                Kind = FaultKind.Delay,
                Verb = "PUT",
                Path = _place.Object,
                Delay = TimeSpan.FromMilliseconds(1000),
            }
        );
        var moving = Move("2026-12-03", "2026-12-09");
        while (host.Faults.Broken == broken && !moving.IsCompleted)
        {
            await Task.Delay(5);
        }

        Assert.That(moving.IsCompleted, Is.False, "the verb never came to writing");
        var theirs = (await _place.TextAsync()).Replace(
            "LOCATION:Mairie",
            "LOCATION:Gymnase\r\nX-NOTE:à moi",
            StringComparison.Ordinal
        );
        await _place.Person.WriteEvent(_place.Calendar, _place.Object, theirs);
        var said = await moving;
        host.Faults.Clear();
        Assert.That(said.Code, Is.Zero, said.All);
        var text = await _place.TextAsync();
        Assert.That(
            text,
            Does.StartWith(theirs[..theirs.LastIndexOf("END:VCALENDAR", StringComparison.Ordinal)])
        );
        Assert.That(text, Does.Contain("DTSTART;TZID=Europe/Paris:20261209T140000"));
        Assert.That((await Move("2026-12-03", "2026-12-09")).Out, Does.Contain("Rien à faire"));
    }

    [Test]
    public async Task A_connection_that_breaks_after_writing_is_settled_by_reading()
    {
        if (bench.Host is not { } host)
        {
            Assert.Ignore("only the embedded server breaks connections");
            return;
        }

        host.Faults.Add(
            new FaultRule
            {
                Kind = FaultKind.ResetAfter,
                Verb = "PUT",
                Path = _place.Object,
            }
        );
        var said = await _place.RunAsync("cancel", $"{_place.Committee}/2026-12-03");
        host.Faults.Clear();
        Assert.That(said.Code, Is.Zero, said.All);
        Assert.That((await _place.TextAsync()).Split("STATUS:CANCELLED"), Has.Length.EqualTo(2));
    }

    private Task<Said> Move(string day, params string[] to) =>
        _place.RunAsync(["move", $"{_place.Committee}/{day}", .. to]);
}
